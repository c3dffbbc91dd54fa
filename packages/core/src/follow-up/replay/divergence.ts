import type { LiveEntry } from "../entries/live-entries.ts";
import type { ProgressUpdate } from "../entries/progress-update.ts";
import { isComplete, levelRank } from "../levels.ts";
import { type Finding, mostRecent, verdictOf } from "./findings.ts";

export type LiveUpdate = LiveEntry<ProgressUpdate>;

/** What the two sides said so far, in the order in which it counts. */
export type UpdatesAndFindings = {
  comparableUpdates: readonly LiveUpdate[];
  findings: readonly Finding[];
  /** The number of findings when an account was given. */
  findingsBefore: ReadonlyMap<LiveUpdate, number>;
};

/**
 * Whether the addressee's newest account says that everything is done, and the newest finding since then, about that
 * situation or a later one, is below it (R30). `accounts` leaves out claims on a closed follow-up, and those that a
 * closure as done has settled.
 */
export function isDivergent({ comparableUpdates: updates, findings, findingsBefore }: UpdatesAndFindings): boolean {
  const update = updates.reduce<LiveUpdate | undefined>(
    (best, next) => (best === undefined || next.entry.claim || next.entry.asOf >= best.entry.asOf ? next : best),
    undefined,
  );
  if (update?.entry.level === undefined || !isComplete(update.entry.level)) return false;
  const since = findings
    .slice(findingsBefore.get(update) ?? 0)
    .filter((finding) => finding.entry.asOf >= update.entry.asOf && verdictOf(finding) !== undefined);
  const finding = mostRecent(since);
  return finding !== undefined && verdictOf(finding) === "below";
}

/**
 * The newest finding compared with the one before it, about an earlier situation (R19). Nothing follows from findings
 * that contradict each other.
 */
export function trendOf(findings: readonly Finding[]): { stalled: boolean; regressed: boolean } {
  const last = mostRecent(findings);
  const before = last && mostRecent(findings.filter(({ entry }) => entry.asOf < last.entry.asOf));
  if (last === undefined || before === undefined || last.conflict || before.conflict)
    return { stalled: false, regressed: false };
  const steps = rank(last) - rank(before);
  return {
    stalled: steps === 0 && last.entry.reportingYear > before.entry.reportingYear && !isComplete(last.entry.level),
    regressed: steps < 0,
  };
}

function rank({ entry }: Finding): number {
  return entry.level === "noLongerApplicable" ? levelRank.fullyImplemented : levelRank[entry.level];
}
