import { RecordFile } from "@heed/core";
import type { Database } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { takeFile, warningsOf } from "./mapped-file.ts";

/** A report as a record file or an editor gives it: with a plain day, and one of which only the year is known. */
const record = RecordFile.parse({
  heed: "record/1",
  organizations: [
    { id: "ombud", code: "ombud", name: { en: "Ombud" } },
    { id: "justice", code: "just", name: { en: "Justice" } },
  ],
  reports: [
    { id: "r", reference: "R", issuingBody: "ombud", reportingYear: 2020, publishedOn: "2020-05-01" },
    {
      ...{ id: "y", reference: "Y", issuingBody: "ombud", reportingYear: 2020 },
      ...{ publishedOn: "2020-12-31", publishedOnPrecision: "year" },
    },
  ],
  recommendations: [
    { id: "r-1", report: "r", reference: "1", text: { en: "Train the police." } },
    { id: "y-1", report: "y", reference: "2", text: { en: "Train the judges." } },
  ],
  followUps: [
    { id: "f", recommendation: "r-1", addressee: "justice", role: "lead" },
    { id: "g", recommendation: "y-1", addressee: "justice", role: "lead" },
  ],
});

const onto = {
  name: "Panel",
  onto: {
    issuingBody: "Ombud",
    reference: "{ref}",
    entries: [
      { type: "response", position: { column: "answer", map: { yes: "accepted" } }, givenOn: "{day}" },
      { type: "commitment", description: "{promise}", due: "{due}", givenOn: "{day}" },
    ],
  },
};

const taken = (database: Database, row: string, change: Record<string, unknown> = {}) =>
  takeFile(database, { ...onto, ...change }, ["ref,answer,day,promise,due", row]);

describeDatabase("what an import onto known follow-ups brings from before their report", (open) => {
  test.each([
    ["an answer", "1,yes,2020-04-30,,", "the response is before the report, which is of 2020-05-01", "2020-04-30"],
    [
      "a promise that is due before it",
      "1,,2020-06-01,Plan,2020-04-30",
      "the due date is before the report, which is of 2020-05-01",
      "2020-04-30",
    ],
  ])("refuses %s", async (_, row, detail, value) => {
    const { database } = await open(record);
    await expect(taken(database, row)).rejects.toMatchObject({
      code: "rowsRejected",
      issues: [{ row: 2, detail, value }],
    });
    const { warnings } = await taken(database, row, { entriesBeforeReport: "warn" });
    expect(warningsOf({ warnings } as Parameters<typeof warningsOf>[0])).toContain(
      `${value}: ${detail.replace(/,.*/, "")}`,
    );
  });

  test("takes what is of its day or later, and where only its year is known", async () => {
    const { database } = await open(record);
    expect(await taken(database, "1,yes,2020-05-01,Plan,2020-05-01")).toMatchObject({ created: { entries: 2 } });
    expect(await taken(database, "2,yes,2020-03-01,,")).toMatchObject({ created: { entries: 1 } });
  });
});
