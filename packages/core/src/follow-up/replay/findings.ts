import type { Assessment } from "../entries/assessment.ts";
import type { LiveEntry } from "../entries/live-entries.ts";
import type { ProgressUpdate } from "../entries/progress-update.ts";
import { isComplete, Level } from "../levels.ts";

export type Finding = LiveEntry<Assessment>;

/**
 * Findings of one day about one situation and reporting year that differ are a conflict: they count as one, at the
 * lowest of their levels, and refer to each other. The order in which they were recorded or listed does not matter.
 */
export function joinConflicts(entries: readonly LiveEntry[]): LiveEntry[] {
  const groups = new Map<string, Finding[]>();
  for (const live of entries) {
    const { entry } = live;
    if (entry.type !== "assessment") continue;
    const key = `${live.from} ${entry.asOf} ${entry.reportingYear}`;
    const group = groups.get(key);
    if (group) group.push({ ...live, entry });
    else groups.set(key, [{ ...live, entry }]);
  }
  const joined = new Map<LiveEntry["root"], Finding | undefined>();
  for (const group of groups.values()) {
    if (group.every(({ entry }) => entry.level === group[0]?.entry.level)) continue;
    const byLevel = [...group].sort((a, b) => situationKey(a) - situationKey(b) || (a.root < b.root ? -1 : 1));
    // The conflict counts from the last of them.
    for (const { root } of group.slice(0, -1)) joined.set(root, undefined);
    const [lowest] = byLevel;
    const last = group.at(-1);
    if (lowest && last) joined.set(last.root, { ...lowest, conflict: byLevel.map(({ entry }) => entry) });
  }
  if (joined.size === 0) return [...entries];
  return entries.flatMap((live) => {
    if (!joined.has(live.root)) return [live];
    const finding = joined.get(live.root);
    return finding === undefined ? [] : [finding];
  });
}

function situationKey({ entry }: Finding): number {
  return Level.options.indexOf(entry.level);
}

/**
 * Whether a finding, or all findings in conflict, say that everything is done; undefined when they disagree about it.
 */
export function verdictOf({ entry, conflict = [entry] }: Finding): "complete" | "below" | undefined {
  const complete = conflict.filter(({ level }) => isComplete(level)).length;
  if (complete === 0) return "below";
  return complete === conflict.length ? "complete" : undefined;
}

/**
 * D17: the latest situation; if equal, by the day given, then by the reporting year, then by the order in which they
 * count.
 */
export function moreRecent<E extends ProgressUpdate | Assessment>(
  best: LiveEntry<E> | undefined,
  next: LiveEntry<E>,
): LiveEntry<E> {
  if (best === undefined || next.entry.asOf > best.entry.asOf) return next;
  if (next.entry.asOf < best.entry.asOf) return best;
  return next.from > best.from || next.entry.reportingYear >= best.entry.reportingYear ? next : best;
}

/** The one that counts of some entries, given in the order in which they count. */
export function mostRecent<E extends ProgressUpdate | Assessment>(
  entries: readonly LiveEntry<E>[],
): LiveEntry<E> | undefined {
  return entries.reduce<LiveEntry<E> | undefined>(moreRecent, undefined);
}
