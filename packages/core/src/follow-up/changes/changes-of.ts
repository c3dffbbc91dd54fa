import type { Id } from "../../source.ts";
import { type Day, endOfTime, later } from "../../time/day.ts";
import type { DueDate } from "../../time/due-date.ts";
import { withoutAbsent } from "../../without-absent.ts";
import type { Commitment } from "../entries/commitment.ts";
import type { LiveEntry } from "../entries/live-entries.ts";
import type { Deadline } from "../replay/deadline.ts";
import type { Obligation } from "../replay/obligation.ts";
import type { PreparedCase } from "../replay/prepared-case.ts";
import { Replay } from "../replay/replay.ts";
import type { State } from "../replay/state.ts";
import { type Change, ChangeKind } from "./change.ts";

/** What is owed in a period, and the days on which it is overdue: from <= d < until. */
type OwedPeriod = Obligation & { lateFrom: Day; lateUntil: Day };

/**
 * All that changed about a follow-up, or will if nothing more is recorded, in the order of its days, and of the kinds on
 * one day: what entries that stand changed, and what became overdue. An entry that changed nothing, such as a closure of
 * what was closed, is none.
 */
export function changesOf(prepared: PreparedCase, owed: readonly OwedPeriod[]): Change[] {
  const replay = new Replay(prepared);
  let yesterday = glance(replay);
  let last: Day | undefined;
  const told = prepared.entries.flatMap((live) => {
    const before = glance(replay);
    if (live.from !== last) yesterday = before;
    last = live.from;
    replay.take(live);
    return changeBy(prepared, live, { yesterday, before, after: glance(replay) });
  });
  return [...publication(prepared), ...told, ...newlyOverdue(owed, replay.commitments)]
    .map((change) => ({ ...change, day: later(change.day, prepared.opened) }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : placeOf(a) - placeOf(b)));
}

/** Entries of one moment have no order of their own, so that kinds give one. */
function placeOf({ kind }: Change): number {
  return ChangeKind.options.indexOf(kind);
}

/** On a day that is known; without one nobody can tell when it began. */
function publication({ published, case: { report, asked } }: PreparedCase): Change[] {
  if (published === undefined) return [];
  const dayPrecision = shown(report.publishedOnPrecision);
  const { times } = asked;
  return [
    withoutAbsent(
      times > 1
        ? { day: published, kind: "askedAnew" as const, dayPrecision, times }
        : { day: published, kind: "published" as const, dayPrecision },
    ),
  ];
}

/** What entries may change, at one moment of the replay. */
type Glance = Pick<Replay, "lifecycle" | "position" | "responseDeadline" | "implementationDeadline" | "commitments"> &
  Pick<State, "assessed">;

function glance(replay: Replay): Glance {
  const { lifecycle, position, responseDeadline, implementationDeadline, commitments, assessed } = replay;
  return { lifecycle, position, responseDeadline, implementationDeadline, commitments, assessed };
}

function changeBy(
  { closedByLinks }: PreparedCase,
  { entry, root, ...live }: LiveEntry,
  { yesterday, before, after }: Record<"yesterday" | "before" | "after", Glance>,
): Change[] {
  const change = (kind: Change["kind"], facts: { [Key in keyof Change]?: Change[Key] | undefined }): Change[] => {
    const given = { atTheLatest: live.uncertain || undefined, dayPrecision: shown(live.precision) };
    return [{ ...withoutAbsent({ ...given, entry: entry.id, ...facts }), day: live.from, kind } as Change];
  };
  switch (entry.type) {
    case "response": {
      if (entry.position === "undetermined" || after.position !== entry.position) return [];
      const positionBefore = yesterday.position === "awaiting" ? undefined : yesterday.position;
      return change("answered", { position: entry.position, positionBefore });
    }
    case "commitment":
      return change("promised", { commitment: promiseIn(root, entry), ...dueOf(entry.due) });
    case "progressUpdate":
      if (!entry.claim || before.lifecycle === "closed") return [];
      return change("claimed", { reported: entry.level });
    case "assessment":
      return change("found", { assessed: entry.level, assessedBefore: yesterday.assessed });
    case "deadlineChange": {
      const { kind } = entry.target;
      const promise = entry.target.kind === "commitment" ? changedPromise(before, after) : undefined;
      const [from, to] =
        kind === "commitment" ? [promise?.before, promise?.after] : [before[of[kind]], after[of[kind]]];
      if (from === undefined || to === undefined || from === to) return [];
      const commitment = promise && promiseIn(promise.after.id, promise.after.entry);
      return change("deadlineMoved", { owed: kind, commitment, dueBefore: from.due, ...dueIn(to) });
    }
    case "closure":
      if (before.lifecycle === "closed") return [];
      return change("closed", {
        closureReason: entry.closureReason,
        ...(closedByLinks.has(entry) && { entry: undefined, link: entry.id }),
      });
    case "reopening":
      return before.lifecycle === "closed" ? change("reopened", dueOf(entry.newDue)) : [];
    default:
      return [];
  }
}

const of = { response: "responseDeadline", implementation: "implementationDeadline" } as const;

function promiseIn(id: Id, { description }: Pick<Commitment, "description">): Change["commitment"] {
  return { id, ...(description !== undefined && { description }) };
}

/** The promise that a decision about a date changed. */
function changedPromise(before: Glance, after: Glance) {
  const known = new Map(before.commitments.map((each) => [each.id, each]));
  const changed = after.commitments.find((each) => known.get(each.id) !== each);
  const earlier = changed && known.get(changed.id);
  return changed && earlier && { before: earlier, after: changed };
}

/** Overdue on a day and not on the day before. A clock that runs on from a claim found wanting makes it overdue again. */
function newlyOverdue(owed: readonly OwedPeriod[], promises: Replay["commitments"]): Change[] {
  return owed
    .filter(({ lateFrom }) => lateFrom < endOfTime)
    .filter((each) => !owed.some((other) => isSame(each, other) && isOverdueBefore(each.lateFrom, other)))
    .map(({ kind, commitment, due, duePrecision, lateFrom }) => {
      const promise = promises.find(({ id }) => id === commitment);
      return withoutAbsent({
        day: lateFrom,
        kind: "newlyOverdue" as const,
        owed: kind,
        commitment: promise && promiseIn(promise.id, promise.entry),
        due,
        duePrecision: shown(duePrecision),
      });
    });
}

function isSame(one: Obligation, other: Obligation): boolean {
  return one.kind === other.kind && one.commitment === other.commitment;
}

/** `lateUntil` is the first day on which it is overdue no longer. */
function isOverdueBefore(day: Day, { lateFrom, lateUntil }: OwedPeriod): boolean {
  return lateFrom < day && lateUntil >= day;
}

function dueOf(date: DueDate | undefined) {
  return { due: date?.on, duePrecision: shown(date?.precision) };
}

function dueIn({ due, duePrecision }: Deadline) {
  return { due, duePrecision: shown(duePrecision) };
}

/** A precision of `day` is left out. */
function shown<Precision extends string>(precision: Precision | undefined): Exclude<Precision, "day"> | undefined {
  return precision === "day" ? undefined : (precision as Exclude<Precision, "day"> | undefined);
}
