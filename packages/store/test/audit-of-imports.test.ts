import { RecordFile } from "@heed/core";
import { type Database, verifyAudit } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { imported } from "./importing.ts";
import { registerAct } from "./register-acts.ts";
import { seenTampered } from "./tampering.ts";

const record = RecordFile.parse({
  heed: "record/1",
  organizations: [
    { id: "centre", code: "centre", name: { en: "Centre" } },
    { id: "justice", code: "just", name: { nl: "Justitie" } },
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
    { id: "r1", reference: "2021", issuingBody: "centre", reportingYear: 2021, publishedOn: "2022-10-18" },
    { id: "r2", reference: "2022", issuingBody: "centre", reportingYear: 2022, publishedOn: "2023-10-18" },
    { id: "draft", reference: "2023", issuingBody: "centre", reportingYear: 2023, status: "draft" },
  ],
  recommendations: [
    { id: "a", report: "r1", reference: "1", text: { en: "Train the inspectors." }, themes: ["inspection"] },
    { id: "b", report: "r1", reference: "2", text: { en: "Train the police." } },
    { id: "c", report: "r2", reference: "1", text: { en: "Train the inspectors, again." } },
    { id: "d", report: "draft", reference: "1", text: { en: "A draft." } },
  ],
  followUps: ["a", "b", "c"].map((id) => ({ id: `fu-${id}`, recommendation: id, addressee: "justice" })),
  links: [{ id: "link", type: "repeats", from: "c", to: "a", on: "2023-10-18", recordedAt: "2023-10-18T08:00:00Z" }],
  reportingCycles: [
    {
      id: "cycle",
      issuingBody: "centre",
      year: 2022,
      opensOn: "2023-01-15",
      updatesDueOn: "2023-03-31",
      assessmentsDueOn: "2023-06-30",
    },
  ],
});

/** A recommendation that an act corrected has its own chain; another one is as the import left it. */
async function importedAndCorrected(database: Database): Promise<void> {
  await imported(database, record);
  await registerAct(database, "correctRecommendation", { text: { en: "Train all inspectors." } }, { thing: "a" });
  await registerAct(database, "changeReport", { title: { en: "Report on 2021" } }, { thing: "r1" });
}

describeDatabase("what an import brought", (open, openToRead) => {
  let corrected: Promise<void> | undefined;

  test("is vouched for, also after acts on it and another import", async () => {
    const { database } = await open();
    await importedAndCorrected(database);
    expect((await verifyAudit(database)).fault).toBeUndefined();
    const more = RecordFile.parse({
      heed: "record/1",
      recommendations: [{ id: "e", report: "r1", reference: "3", text: { en: "Train the magistrates." } }],
    });
    await imported(database, more);
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });

  test.each([
    ["a text", "recommendation", "UPDATE recommendation SET body = replace(body, 'police', 'army') WHERE id = 'b'"],
    ["the moment of a text", "recommendation", "UPDATE recommendation SET recorded_at = '2020' WHERE id = 'b'"],
    ["a recommendation taken away", "recommendation", "DELETE FROM recommendation WHERE id = 'd'"],
    [
      "a recommendation put in",
      "recommendation",
      `INSERT INTO recommendation (id, report_id, reference, reference_key, issuing_body_id, position, body, recorded_at)
       SELECT 'x', report_id, 'x', 'x', issuing_body_id, 9, body, recorded_at FROM recommendation WHERE id = 'b'`,
    ],
    [
      "a former version",
      "recommendation_version",
      "UPDATE recommendation_version SET body = replace(body, 'the inspectors', 'nobody')",
    ],
    ...["a", "b"].flatMap((id) =>
      [0, 7].map((version) => [
        `a former version ${version} of ${id} put in`,
        "recommendation_version",
        `INSERT INTO recommendation_version (recommendation_id, version, reference, issuing_body_id, body, replaced_at, replaced_by)
         SELECT id, ${version}, 'invented', issuing_body_id, body, '2024-01-01T00:00:00.000Z', 'nobody' FROM recommendation WHERE id = '${id}'`,
      ]),
    ),
    [
      "the body that a former version names",
      "recommendation_version",
      "UPDATE recommendation_version SET own_issuing_body_id = 'next'",
    ],
    [
      "when a former version was replaced",
      "recommendation_version",
      "UPDATE recommendation_version SET replaced_at = '2023-01-01T00:00:00.000Z'",
    ],
    [
      "who replaced a former version",
      "recommendation_version",
      "UPDATE recommendation_version SET replaced_by = 'nobody'",
    ],
    ["a former version taken away", "recommendation_version", "DELETE FROM recommendation_version"],
    ["a report's title", "report", `UPDATE report SET body = '{"title":{"en":"Other"}}' WHERE id = 'r2'`],
    ["a report's date", "report", "UPDATE report SET published_on = '2023-11-18' WHERE id = 'r2'"],
    ["a draft", "recommendation", "UPDATE recommendation SET body = replace(body, 'draft', 'daft') WHERE id = 'd'"],
    ["an organization's name", "organization", `UPDATE organization SET name = '{"nl":"Oorlog"}' WHERE id = 'justice'`],
    [
      "an organization put in",
      "organization",
      `INSERT INTO organization (id, code, name, level, recorded_at) VALUES ('x', 'x', '{"nl":"x"}', 'federal', '2023')`,
    ],
    [
      "a change of organizations",
      "organization_change",
      "UPDATE organization_change SET body = replace(body, '2023', '2024')",
    ],
    ["a link", "recommendation_link", "UPDATE recommendation_link SET body = replace(body, 'repeats', 'sharpens')"],
    [
      "a link's own id",
      "recommendation_link",
      `UPDATE recommendation_link SET body = replace(body, '"link"', '"other"')`,
    ],
    [
      "the own id of a change of organizations",
      "organization_change",
      `UPDATE organization_change SET body = replace(body, '"change"', '"other"')`,
    ],
    ["a link led elsewhere", "recommendation_link", "UPDATE recommendation_link SET to_id = from_id"],
    ["a link taken away", "recommendation_link", "DELETE FROM recommendation_link"],
    ["a cycle", "reporting_cycle", "UPDATE reporting_cycle SET updates_due_on = '2023-04-30'"],
    ["an import", "import_run", "UPDATE import_run SET actor = 'somebody else'"],
    ["an import taken away", "import_run", "DELETE FROM import_run"],
    [
      "a setting put in",
      "setting",
      `INSERT INTO setting (id, recorded_at, body) VALUES ('x', '2023-01-01T00:00:00Z', '{"timeZone":"Asia/Tokyo"}')`,
    ],
    [
      "a token put in",
      "api_token",
      `INSERT INTO api_token (prefix, hash, name, role, created_at) VALUES ('x', 'x', 'x', 'admin', '2023')`,
    ],
  ] as [string, string, string][])(
    "cannot be changed by hand without being found: %s",
    async (_, _table, statement) => {
      const { database } = await openToRead();
      corrected ??= importedAndCorrected(database);
      await corrected;
      const seen = await seenTampered(database, [statement], verifyAudit);
      expect(seen?.fault).toBeDefined();
    },
  );
});
