import { existsSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { addDays } from "@heed/core";
import { editionDay } from "@heed/core/mapping/edition-day";
import type { ImportRow, MappedRow } from "@heed/core/mapping/reading/import-row";
import { mappedRows, readCsv, readMapping } from "@heed/files";
import { beforeAll, describe, expect, it } from "vitest";

const shared = fileURLToPath(new URL("../../../../shared/data/", import.meta.url));
const present = existsSync(shared);
if (!present) process.stdout.write("Skipped: the mappings of real files, because ../shared/data is not there.\n");
const asOf = "2023-10-01";

async function rowsOf(file: string, mappingFile: string): Promise<MappedRow[]> {
  const { mapping } = await readMapping(
    fileURLToPath(new URL(`../../../examples/mappings/${mappingFile}`, import.meta.url)),
  );
  const rows: MappedRow[] = [];
  const day = editionDay(mapping, basename(file));
  const edition = { ...(day && { day }), takenOn: asOf };
  for await (const row of mappedRows(`${shared}${file}`, mapping, undefined, edition)) rows.push(row);
  return rows;
}

function importedOf(rows: readonly MappedRow[]): ImportRow[] {
  return rows.filter((row) => "report" in row);
}

describe.skipIf(!present)("the coroners' file", () => {
  let rows: ImportRow[] = [];
  let all: MappedRow[] = [];
  beforeAll(async () => {
    all = await rowsOf("pfd/pfd_reports_2023-10-01.csv", "coroners.yaml");
    rows = importedOf(all);
  });

  const said = ({ recommendation }: ImportRow, column: string) => recommendation.source?.said?.[column] ?? "";
  const count = (row: ImportRow, column: string) => Number(said(row, column));
  const due = ({ report }: ImportRow) =>
    report.publishedOn === undefined ? undefined : addDays(report.publishedOn, 56);
  const answered = (row: ImportRow, position: string) =>
    row.followUps.length > 0 &&
    row.followUps.every(({ entries }) => {
      const [entry] = entries;
      return (
        entries.length === 1 && entry?.type === "response" && entry.position === position && entry.knownBy === asOf
      );
    });
  const silent = (row: ImportRow) =>
    row.followUps.length > 0 && row.followUps.every(({ entries }) => entries.length === 0);

  it("is imported whole: every row a report of its own", () => {
    expect(all).toHaveLength(4589);
    expect(rows).toHaveLength(4589);
    expect(rows.map(({ row }) => row)).toEqual(rows.map((_, place) => place + 2));
  });

  it("sorts into the kinds that the source counts, each row in one", () => {
    const dated = rows.filter((row) => due(row) !== undefined);
    const undated = rows.filter((row) => due(row) === undefined);
    const withAddressee = dated.filter(({ followUps }) => followUps.length > 0);
    const late = withAddressee.filter((row) => silent(row) && (due(row) ?? "") < asOf);
    const notYetDue = withAddressee.filter((row) => silent(row) && (due(row) ?? "") >= asOf);
    expect({
      inFull: withAddressee.filter((row) => answered(row, "answeredNotStated")).length,
      inPart: withAddressee.filter((row) => answered(row, "undetermined")).length,
      late: late.length,
      notYetDue: notYetDue.length,
      withoutAddressee: dated.length - withAddressee.length,
      undated: undated.length,
    }).toEqual({ inFull: 1590, inPart: 403, late: 1031, notYetDue: 53, withoutAddressee: 1499, undated: 13 });
    // Eleven of the rows without a date have no addressee either: 1,510 rows lead to no follow-up at all.
    expect(rows.filter(({ followUps }) => followUps.length === 0)).toHaveLength(1510);
  });

  it("holds 1,416 addressees in the 1,031 late reports, where the source counts one empty name more", () => {
    const late = rows.filter((row) => silent(row) && (due(row) ?? asOf) < asOf);
    const perReport = late.reduce((sum, row) => sum + count(row, "no. recipients"), 0);
    const perAddressee = late.reduce((sum, { followUps }) => sum + followUps.length, 0);
    expect(late).toHaveLength(1031);
    expect(perReport).toBe(1417);
    expect(perAddressee).toBe(1416);
    const differing = late.filter((row) => count(row, "no. recipients") !== row.followUps.length);
    expect(differing.map((row) => count(row, "no. recipients") - row.followUps.length)).toEqual([1]);
  });

  it("follows the counts, keeps the label, and tells where the two disagree", () => {
    const warned = rows.filter(({ warnings }) => warnings.length > 0);
    expect(warned).toHaveLength(338);
    const labelledOverdue = rows.filter((row) => said(row, "response status") === "overdue");
    expect(labelledOverdue).toHaveLength(1319);
    expect(labelledOverdue.filter((row) => row.warnings.length > 0 && !silent(row))).toHaveLength(1319 - 1021);
    for (const { warnings } of warned) expect(warnings[0]).toMatchObject({ name: "response status" });
  });

  it("keeps undated reports, with a year and the reason", () => {
    const undated = rows.filter(({ report }) => report.publishedOn === undefined);
    for (const { report } of undated)
      expect(report.publishedOnAbsent).toBe("The source gives no date that can be read.");
    expect(new Set(undated.map(({ report }) => report.reportingYear))).toEqual(new Set([2021, 2022, 2023]));
  });

  it("has no empty name, and references as printed", () => {
    for (const { followUps } of rows)
      for (const { addressee } of followUps) expect(addressee).toBe(addressee.trim() || "-");
    expect(rows.filter(({ recommendation }) => recommendation.reference === undefined)).toHaveLength(114);
    expect(rows.some(({ recommendation }) => /^\d{4} – \d{4}$/.test(recommendation.reference ?? ""))).toBe(true);
  });
});

describe.skipIf(!present)("the file of the Universal Periodic Review", () => {
  it("is imported whole, and none of its rows is rejected", async () => {
    const all = await rowsOf("upr/6-9.csv", "upr.yaml");
    const rows = importedOf(all);
    expect(all).toHaveLength(8343);
    expect(rows).toHaveLength(8343);
    const positions = new Map<string, number>();
    for (const { followUps } of rows)
      for (const { entries } of followUps)
        for (const entry of entries)
          if (entry.type === "response") positions.set(entry.position, (positions.get(entry.position) ?? 0) + 1);
    expect(Object.fromEntries(positions)).toEqual({ accepted: 6206, noted: 2137 });
    expect(new Set(rows.map(({ report }) => report.reference)).size).toBe(63);
    expect(rows.every(({ followUps }) => followUps.length === 1)).toBe(true);
    expect(
      rows.every(({ recommendation }) => recommendation.reference === undefined && recommendation.text !== undefined),
    ).toBe(true);
    expect(rows.every(({ report }) => report.responsePeriod === "none")).toBe(true);
    expect(rows.filter(({ recommendation }) => recommendation.themes.length > 1)).toHaveLength(8343 - 4297);
    // Mac Roman: the source has e acute and e circumflex, which UTF-8 would not take.
    const texts = rows.map(({ recommendation }) => recommendation.text?.en ?? "").join("");
    expect(texts).toMatch(/é/);
    expect(texts).not.toMatch(/[\uFFFD\u0080-\u009F]/);
  });

  it("cannot be read without the name of its encoding, and the error says so", async () => {
    const read = async () => {
      for await (const _ of readCsv(`${shared}upr/6-9.csv`));
    };
    await expect(read()).rejects.toMatchObject({
      code: "unreadableFile",
      message: expect.stringContaining("file.encoding"),
    });
  });
});
