import type { WrittenFilter } from "@heed/core/naming/named-filter";
import type { Format } from "../options/options.ts";
import { optionNames, type Tracker } from "../process/tracker.ts";
import { write, writeError } from "../process/write.ts";

/** " with --theme victims", or nothing: an empty answer repeats what was asked for. */
export function filterText(asked: WrittenFilter): string {
  const given = (Object.entries(optionNames) as [keyof WrittenFilter, string][]).flatMap(([filter, option]) =>
    [asked[filter] ?? []].flat().map((value) => `${option} ${value}`),
  );
  return given.length === 0 ? "" : ` with ${given.join(" ")}`;
}

/** When an answer is empty because the record is empty, says so on stderr. */
export async function warnIfEmpty({ reads, reader }: Tracker, total: number, format: Format): Promise<void> {
  if (total > 0 || (await reads.reports(reader, { limit: 1 })).items.length > 0) return;
  const text = "The record is empty: it has no published report yet. Bring one in with: heed import <file>\n";
  if (format === "table") await write(text);
  else writeError(text);
}
