import type { Day } from "@heed/core";
import type { WrittenFilter } from "@heed/core/naming/named-filter";
import { type Say, sayIn } from "../messages/say.ts";
import type { Format } from "../options/options.ts";
import { optionNames, type Tracker } from "../process/tracker.ts";
import { write, writeError } from "../process/write.ts";
import { dayText } from "./words.ts";

/** " with --theme victims", or nothing: an empty answer repeats what was asked for. */
export function filterText(asked: WrittenFilter, say: Say): string {
  const given = (Object.entries(optionNames) as [keyof WrittenFilter, string][]).flatMap(([filter, option]) =>
    [asked[filter] ?? []].flat().map((value) => `${option} ${value}`),
  );
  return given.length === 0 ? "" : say.withOptions(given.join(" "));
}

/** "on 2015-06-30 with --theme victims": the day asked about, and what was asked for. */
export function onDayText(say: Say, asOf: Day, knownAt: string | undefined, asked: WrittenFilter): string {
  return `${say.on(dayText(say, asOf, knownAt))}${filterText(asked, say)}`;
}

/** When an answer is empty because the record is empty, says so on stderr. */
export async function warnIfEmpty(
  { reads, reader }: Tracker,
  total: number,
  { format, lang }: { format: Format; lang?: string },
): Promise<void> {
  if (total > 0 || (await reads.reports(reader, {}, { limit: 1 })).items.length > 0) return;
  const text = `${sayIn(lang).emptyRecord}\n`;
  if (format === "table") await write(text);
  else writeError(text);
}
