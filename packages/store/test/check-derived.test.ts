import { RecordFile } from "@heed/core";
import { addUser } from "@heed/store";
import { expect, test } from "vitest";
import { checkDerived } from "../src/check/check-derived.ts";
import { describeDatabase } from "./describe-database.ts";
import { imported } from "./importing.ts";
import { seenTampered } from "./tampering.ts";

const record = RecordFile.parse({
  heed: "record/1",
  organizations: [
    { id: "centre", code: "centre", name: { en: "Centre" }, otherNames: [{ name: "The Centre" }] },
    { id: "justice", code: "just", name: { nl: "Justitie", fr: "Justice" } },
    { id: "next", code: "next", name: { nl: "Opvolger" } },
  ],
  organizationChanges: [
    {
      id: "change",
      type: "renamed",
      on: "2023-01-01",
      originals: ["justice"],
      results: [{ organization: "next" }],
      legalBasis: "a law",
      recordedAt: "2023-01-01T08:00:00Z",
    },
  ],
  reports: [
    { id: "r", reference: "Rapport 2021", issuingBody: "centre", reportingYear: 2021, publishedOn: "2022-10-18" },
  ],
  recommendations: [
    {
      id: "a",
      report: "r",
      reference: "2021-é1",
      text: { fr: "Former l’œil des inspecteurs." },
      themes: ["inspection", "Éducation"],
    },
    { id: "b", report: "r", reference: "2", text: { en: "Train the police." } },
  ],
});

const asked = RecordFile.parse({
  ...record,
  followUps: [{ id: "f", recommendation: "a", addressee: "justice", role: "lead", entries: [] }],
});

const change = "change of organizations change";

describeDatabase("a check of what is kept beside the register", (open, openToRead) => {
  test("finds nothing in what an import wrote", async () => {
    const { database } = await open();
    await imported(database, record);
    expect(await checkDerived(database)).toEqual([]);
  });

  test.each([
    ["a theme", "UPDATE recommendation_theme SET theme = 'other' WHERE theme = 'inspection'", "recommendation a"],
    ["words", "UPDATE recommendation SET words = 'army' WHERE id = 'b'", "recommendation b"],
    ["a key", "UPDATE recommendation SET reference_key = 'x' WHERE id = 'b'", "recommendation b"],
    ["a count", "UPDATE report SET recommendation_count = 7", "report r"],
    ["a place", "UPDATE recommendation_place SET place = place + 9 WHERE recommendation_id = 'b'", "recommendation b"],
    ["the number of a report", "UPDATE report_number SET number = 99", "recommendation a"],
    ["a place in a theme", "DELETE FROM theme_place WHERE theme = 'inspection'", "recommendation a"],
    ["a place that nothing has", "INSERT INTO theme_place (theme, place) VALUES ('x', 1)", "the order of lists"],
    ["a name", "DELETE FROM organization_name WHERE name = 'Justice'", "organization justice"],
    ["a spelling", "UPDATE organization_name SET name = 'Justices' WHERE name = 'Justice'", "organization justice"],
    ["a folded name", "UPDATE organization_name SET folded_key = 'x' WHERE name = 'Justice'", "organization justice"],
    ["a result of a change", "DELETE FROM organization_change_part WHERE part = 'result'", change],
    ["all of a change", "DELETE FROM organization_change_part", change],
    ["another result", "INSERT INTO organization_change_part VALUES ('change', 'result', 'centre')", change],
    ["other rules", "INSERT INTO derivation (id, version) VALUES (2, 7)", "table derivation"],
    [
      "a former reference of nothing",
      "INSERT INTO former_reference VALUES ('report', 'x', 'nothing', 'X')",
      "table former_reference",
    ],
    ["a former reference", "INSERT INTO former_reference VALUES ('report', 'x', 'r', 'X')", "report r"],
  ])("names what was changed by hand: %s", async (_, statement, name) => {
    const { database } = await openToRead(record);
    const found = await seenTampered(database, [statement], checkDerived);
    expect(found?.map((fault) => fault.name)).toContain(name);
  });

  test.each([
    ["missing", "DELETE FROM theme_owed WHERE theme = 'inspection'", "recommendation a"],
    ["another due date", "UPDATE theme_owed SET due = '1999-01-01' WHERE theme = 'inspection'", "recommendation a"],
    ["of no theme", "UPDATE theme_owed SET theme = 'x' WHERE theme = 'inspection'", "recommendation a"],
    [
      "too many",
      "INSERT INTO theme_owed SELECT 'x', id, kind, due, original_due, owed_from, late_from, late_from_original, addressee_id, responsible_id, report_id FROM theme_owed WHERE theme = 'inspection'",
      "what is owed on a theme",
    ],
  ])("finds what is owed on a theme: %s", async (_what, damage, name) => {
    const { database } = await openToRead(asked);
    expect(await checkDerived(database)).toEqual([]);
    const found = await seenTampered(database, [damage], checkDerived);
    expect(found?.map((fault) => fault.name)).toContain(name);
  });

  test("names a report that would be listed from another day than the first of its period", async () => {
    const { database } = await open();
    await imported(database, record);
    await database.run("DROP INDEX report_status_published_from_recommendation_count_idx");
    await database.run("ALTER TABLE report DROP COLUMN published_from");
    await database.run("ALTER TABLE report ADD COLUMN published_from TEXT");
    await database.run("UPDATE report SET published_from = '2022-12-01'");
    expect(await checkDerived(database)).toEqual([
      { name: "report r", detail: "the first day from which it is listed is wrong" },
    ]);
  });
});

describeDatabase("a check of the names of users", (open) => {
  test("names a user whose name another one could take", async () => {
    const { database } = await open();
    const acting = { at: "2024-01-01T00:00:00Z", today: "2024-01-01", newId: () => "lambert" };
    const by = { actor: "root", systemUser: "root" };
    await addUser(database, { name: "A. Lambert", roles: [{ role: "editor" }] }, { ...acting, by });
    expect(await checkDerived(database)).toEqual([]);
    await database.run("UPDATE user_account SET look_alike_key = 'free'");
    expect((await checkDerived(database)).map(({ name }) => name)).toEqual(["user lambert"]);
  });
});

describeDatabase("a check of rows that belong to nothing", (open) => {
  test.each([
    [
      "organization_name",
      "INSERT INTO organization_name (name_key, folded_key, organization_id, name) VALUES ('x', 'x', 'nobody', 'X')",
    ],
    ["recommendation_theme", "INSERT INTO recommendation_theme VALUES ('x', 'nothing')"],
    ["organization_change_part", "INSERT INTO organization_change_part VALUES ('nothing', 'result', 'centre')"],
  ])("names the table: %s", async (table, statement) => {
    const { database } = await open();
    await imported(database, record);
    // A PostgreSQL server keeps such rows only for somebody who ends its own triggers.
    const without =
      database.dialect === "sqlite" ? ["PRAGMA foreign_keys = OFF"] : [`ALTER TABLE ${table} DISABLE TRIGGER ALL`];
    for (const text of [...without, statement]) await database.run(text);
    expect((await checkDerived(database)).map(({ name }) => name)).toEqual([`table ${table}`]);
  });
});

describeDatabase("a check of the words of search", (open) => {
  test("names words that no search finds", async () => {
    const { database } = await open();
    await imported(database, record);
    const placeOfB = "(SELECT place FROM recommendation_place WHERE recommendation_id = 'b')";
    await database.run(
      database.dialect === "sqlite"
        ? `UPDATE recommendation_words SET words = 'army' WHERE rowid = ${placeOfB}`
        : `UPDATE recommendation_place SET words = heed_words('army') WHERE place = ${placeOfB}`,
    );
    expect(await checkDerived(database)).toEqual([
      { name: "recommendation b", detail: "a search for its words does not find it" },
    ]);
  });
});
