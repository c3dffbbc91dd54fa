import { Mapping } from "@heed/core/mapping/mapping";
import { planOf } from "@heed/core/mapping/reading/import-plan";
import type { ImportResult, MappedRow } from "@heed/core/mapping/reading/import-row";
import { mapRow } from "@heed/core/mapping/reading/map-row";
import { type Database, type ImportRun, importRows } from "@heed/store";
import { importRun } from "./importing.ts";

let at = 0;

/** Imports rows of comma-separated cells below a header, as the edition of a day when one is given. */
export async function takeFile(
  database: Database,
  mapping: Record<string, unknown>,
  [header = "", ...rows]: readonly string[],
  { day, sheet, ...run }: Partial<ImportRun> & { day?: string; sheet?: string } = {},
): Promise<ImportResult> {
  const whole = Mapping.parse({ heed: "mapping/1", ...mapping });
  const file = `${day ?? "file"}.csv`;
  const edition = { ...(day && { day }), takenOn: "2026-01-01" };
  const stream = async function* (): AsyncGenerator<MappedRow> {
    for (const [place, row] of rows.entries()) {
      const values = row.split(",");
      const cells = Object.fromEntries(header.split(",").map((name, index) => [name, values[index] ?? ""]));
      yield mapRow(whole, { row: place + 2, digest: "", cells, file, ...(sheet && { sheet }) }, edition);
    }
  };
  at += 1;
  const moment = new Date(Date.UTC(2026, 0, 1, 0, 0, at)).toISOString();
  return importRows(database, planOf(whole), stream(), importRun({ file, fileDigest: `${at}`, at: moment, ...run }));
}

/** Each warning with the values that it shows. */
export function warningsOf({ warnings }: ImportResult): string[] {
  return warnings.flatMap(({ detail, examples }) => examples.map(({ value = "" }) => `${value}: ${detail}`));
}
