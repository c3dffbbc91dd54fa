import { RecordFile } from "@heed/core";
import { expect, test } from "vitest";
import { checkDerived } from "../src/check/check-derived.ts";
import { describeDatabase, describeSqlite } from "./describe-database.ts";
import { imported } from "./importing.ts";

const record = RecordFile.parse({
  heed: "record/1",
  organizations: [
    { id: "centre", code: "centre", name: { en: "Centre" }, otherNames: [{ name: "The Centre" }] },
    { id: "justice", code: "just", name: { nl: "Justitie", fr: "Justice" } },
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

describeDatabase("a check of what is kept beside the register", (open) => {
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
    ["a name", "DELETE FROM organization_name WHERE name = 'Justice'", "organization justice"],
  ])("names what was changed by hand: %s", async (_, statement, name) => {
    const { database } = await open();
    await imported(database, record);
    await database.run(statement);
    expect((await checkDerived(database)).map((fault) => fault.name)).toEqual([name]);
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

// A PostgreSQL server maintains the search index itself.
describeSqlite("a check of the words of search", (open) => {
  test("names words that no search finds", async () => {
    const { database } = await open();
    await imported(database, record);
    await database.run("UPDATE recommendation_words SET words = 'army' WHERE rowid = 2");
    expect(await checkDerived(database)).toEqual([
      { name: "recommendation b", detail: "a search for its words does not find it" },
    ]);
  });
});
