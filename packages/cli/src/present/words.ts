import type { Day, Timeliness } from "@heed/core";
import { words } from "@heed/core/text/words";
import pc from "picocolors";

export { words };

/** Overdue is red, due soon yellow, done green; no colours where the terminal has none. */
export function coloured(timeliness: Timeliness, text: string): string {
  if (timeliness === "longOverdue" || timeliness === "overdue" || timeliness === "notMet") return pc.red(text);
  if (timeliness === "dueSoon" || timeliness === "undetermined") return pc.yellow(text);
  return timeliness === "metOnTime" || timeliness === "metLate" ? pc.green(text) : text;
}

/** "reported under way" and "assessed partially implemented", or that nothing was. */
export function levelsText({ reported, assessed }: Record<"reported" | "assessed", string>): [string, string] {
  return [
    reported === "notReported" ? words(reported) : `reported ${words(reported)}`,
    assessed === "notAssessed" ? words(assessed) : `assessed ${words(assessed)}`,
  ];
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${thousands(count)} ${count === 1 ? one : many}`;
}

/** 15,755: as Intl writes it in English. Loading Intl would take a tenth of the time of a whole command. */
function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** An ageing bucket by its days: days1To30 is "1-30", daysOver365 "over 365". */
export function daysText(bucket: string): string {
  return bucket.replace("daysOver", "over ").replace("days", "").replace("To", "-");
}

/** The day asked about and, when it was given, the moment of `--known-at`. */
export function dayText(asOf: Day, knownAt: string | undefined): string {
  return `${asOf}${knownAt === undefined ? "" : `, with what was recorded by ${knownAt}`}`;
}
