import { type Day, publicReader } from "@heed/core";
import { Mapping } from "@heed/core/mapping/mapping";
import { planOf } from "@heed/core/mapping/reading/import-plan";
import type { MappedRow } from "@heed/core/mapping/reading/import-row";
import { mapRow } from "@heed/core/mapping/reading/map-row";
import { type Database, importRows, trackerReads } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { importRun } from "./importing.ts";

const positions = { column: "Answer", map: { Agreed: "accepted", Declined: "rejected" } };
const by = { column: "By", format: "yyyy" };
const mappingOf = (editions: "whole" | "part") =>
  Mapping.parse({
    heed: "mapping/1",
    name: "register",
    editions,
    report: { reference: "R", issuingBody: "Auditor", publishedOn: "2023-01-15", responsePeriod: "none" },
    recommendation: { reference: "{No}", textAbsent: "none" },
    addressees: [
      {
        names: "Justice",
        entries: [
          {
            type: "response",
            position: positions,
            givenOn: { column: "On", format: ["yyyy-MM-dd", "MM/yyyy"] },
            knownBy: by,
          },
          { type: "assessment", level: { column: "Found", map: { Not: "notStarted" } }, knownBy: by },
        ],
      },
    ],
  });

type Taken = { day?: Day; takenOn?: Day; file?: string; editions?: "whole" | "part" };

async function take(database: Database, cells: Record<string, string>, given: Taken = {}) {
  const { day, takenOn = "2026-01-01", file = "a.csv", editions = "whole" } = given;
  const mapping = mappingOf(editions);
  const stream = async function* (): AsyncGenerator<MappedRow> {
    const all = { No: "1", Answer: "", On: "", By: "2023", Found: "", ...cells };
    yield mapRow(mapping, { row: 2, digest: "", cells: all }, { ...(day && { day }), takenOn });
  };
  minutes += 1;
  const at = `${takenOn}T10:${String(minutes % 60).padStart(2, "0")}:00Z`;
  return importRows(database, planOf(mapping), stream(), importRun({ file, fileDigest: file, at }));
}
let minutes = 0;

async function followUp(database: Database, asOf: Day) {
  const reads = trackerReads(database);
  const { items } = await reads.recommendations(publicReader, { asOf }, {});
  return (await reads.recommendation(publicReader, items[0]?.id ?? "", asOf))?.followUps[0];
}

async function entries(database: Database) {
  const rows = await database.all<{ body: string }>("SELECT body FROM entry ORDER BY type");
  return rows.map(({ body }) => JSON.parse(body));
}

const detailOf = (of: string, day: Day, type = "response") =>
  `the ${type} is known by ${day}, the day of this ${of}, before the day that the row tells`;

describeDatabase("an answer of a year that is not over", (open) => {
  test("is known on the day of the import, which is told, and stays the same on the next day", async () => {
    const { database } = await open();
    const cells = { Answer: "Agreed", Found: "Not", By: "2026" };
    const first = await take(database, cells);
    expect(first.warnings).toMatchObject([
      { detail: detailOf("import", "2026-01-01"), rows: 1, examples: [{ row: 2, name: "By", value: "2026-12-31" }] },
      { detail: detailOf("import", "2026-01-01", "assessment"), rows: 1 },
    ]);
    expect(await followUp(database, "2026-01-01")).toMatchObject({ position: "accepted" });
    expect(await entries(database)).toMatchObject([
      { type: "assessment", knownBy: "2026-01-01", asOf: "2026-01-01", reportingYear: 2026 },
      { type: "response", knownBy: "2026-01-01" },
    ]);
    expect(await take(database, cells, { takenOn: "2026-01-02" })).toMatchObject({
      created: { entries: 0 },
      correctedEntries: 0,
    });
  });

  test("is known on the day of its edition", async () => {
    const { database } = await open();
    const told = await take(database, { Answer: "Agreed", By: "2025" }, { day: "2025-06-30" });
    expect(told.warnings).toMatchObject([{ detail: detailOf("edition", "2025-06-30") }]);
    expect(await followUp(database, "2025-06-30")).toMatchObject({ position: "accepted" });
  });

  test("lies in the part of its month that is over", async () => {
    const { database } = await open();
    await take(database, { Answer: "Agreed", On: "12/2025" }, { takenOn: "2025-12-15" });
    expect(await entries(database)).toMatchObject([{ knownAfter: "2025-11-30", knownBy: "2025-12-15" }]);
  });

  test("is left where it is over", async () => {
    const { database } = await open();
    expect((await take(database, { Answer: "Agreed", By: "2025" })).warnings).toEqual([]);
    expect(await entries(database)).toMatchObject([{ knownBy: "2025-12-31", knownByPrecision: "year" }]);
  });
});

describeDatabase("an edition of a day", (open) => {
  test("is warned of an entry of a later day, with its row and day", async () => {
    const { database } = await open();
    const told = await take(database, { Answer: "Agreed", On: "2024-03-01" }, { day: "2023-06-30" });
    expect(told.warnings).toMatchObject([
      {
        detail: "the response is given on a day after that of its edition, 2023-06-30",
        examples: [{ row: 2, name: "On", value: "2024-03-01" }],
      },
    ]);
    expect(
      (await take(database, { Answer: "Agreed", On: "2023-06-30", No: "2" }, { day: "2023-06-30" })).warnings,
    ).not.toContainEqual(expect.objectContaining({ detail: expect.stringContaining("after that of its edition") }));
  });

  const another = {
    detail: "another file was imported as the edition of the same day; what both show is taken",
    examples: [{ name: "edition", value: "2024-06-30, from a.csv" }],
  };
  test.each(["whole", "part"] as const)("that another file had before is told (editions: %s)", async (editions) => {
    const { database } = await open();
    const agreed = { Answer: "Agreed", By: "2023" };
    expect((await take(database, agreed, { day: "2024-06-30", editions })).warnings).toEqual([]);
    expect((await take(database, agreed, { day: "2024-06-30", editions })).warnings).toEqual([]);
    expect((await take(database, agreed, { day: "2024-06-30", editions, file: "b.csv" })).warnings).toMatchObject([
      another,
    ]);
    expect((await take(database, agreed, { day: "2024-07-31", editions, file: "c.csv" })).warnings).toEqual([]);
    const apart = await take(database, { ...agreed, No: "9" }, { day: "2024-06-30", editions, file: "d.csv" });
    expect(apart.warnings.filter(({ detail }) => detail === another.detail)).toHaveLength(editions === "whole" ? 1 : 0);
  });
});
