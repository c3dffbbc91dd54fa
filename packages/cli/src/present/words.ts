import type { Day, Timeliness } from "@heed/core";
import type { AgeingBucket } from "@heed/core/time/ageing";
import pc from "picocolors";
import { counting } from "../messages/counting.ts";
import type { Say } from "../messages/say.ts";

export { words } from "@heed/core/text/words";

/** Overdue is red, due soon yellow, done green; no colours where the terminal has none. */
export function coloured(timeliness: Timeliness, text: string): string {
  if (timeliness === "longOverdue" || timeliness === "overdue" || timeliness === "notMet") return pc.red(text);
  if (timeliness === "dueSoon" || timeliness === "undetermined") return pc.yellow(text);
  return timeliness === "metOnTime" || timeliness === "metLate" ? pc.green(text) : text;
}

export function timelinessText(say: Say, timeliness: Timeliness): string {
  return coloured(timeliness, say.label("timeliness", timeliness));
}

type Levels = Record<"reported" | "assessed", string>;

/** "reported under way" and "assessed partially implemented", or that nothing was. */
export function levelsText(say: Say, { reported, assessed }: Levels): [string, string] {
  const [reportedLabel, assessedLabel] = [say.label("reportedLevel", reported), say.label("assessedLevel", assessed)];
  return [
    reported === "notReported" ? reportedLabel : say.reported(reportedLabel),
    assessed === "notAssessed" ? assessedLabel : say.assessed(assessedLabel),
  ];
}

/** Both in a cell of a table, without saying which is which. */
export function bothLevels(say: Say, { reported, assessed }: Levels): string {
  return `${say.label("reportedLevel", reported)} | ${say.label("assessedLevel", assessed)}`;
}

export function lifecycleText(
  say: Say,
  { lifecycle, closureReason }: { lifecycle: string; closureReason?: string | undefined },
): string {
  const reason = closureReason === undefined ? "" : say.because(say.label("closureReason", closureReason));
  return `${say.label("lifecycle", lifecycle)}${reason}`;
}

const counted = counting(",");

/** In English, for what has no other language. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return counted(count, one, many);
}

/** An ageing bucket by its days: days1To30 is "1-30", daysOver365 "over 365". */
export function daysText(say: Say, bucket: AgeingBucket): string {
  const [first = "", last] = bucket.match(/\d+/g) ?? [];
  return last === undefined ? say.ageing.over(first) : say.ageing.between(first, last);
}

/** The day asked about and, when it was given, the moment of `--known-at`. */
export function dayText(say: Say, asOf: Day, knownAt: string | undefined): string {
  return knownAt === undefined ? asOf : say.asRecordedBy(asOf, knownAt);
}
