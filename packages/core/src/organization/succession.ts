import type { Id, Instant } from "../source.ts";
import { type Day, endOfTime, firstDay, later } from "../time/day.ts";
import { changesInOrder, type DatedChange } from "./changes-in-order.ts";
import { type Holder, holderAfter, holderOf, isLeftByTransfer } from "./holder.ts";
import type { OrganizationChange } from "./organization-change.ts";

/**
 * An editor's decision where a change alone does not decide (R14). It applies from the day of the change unless it
 * gives another day.
 */
export type SuccessorDecision = { change: Id; successor: Id; from?: Day; recordedAt: Instant };

/**
 * Who is responsible during a period, from <= d < until (R41). `answers`: one organization. `undecided`: an
 * editor must decide; the clocks run, and lists show it under the predecessor and each candidate. `unassigned`:
 * dissolved without a successor.
 */
export type ResponsibilityInterval = Holder & {
  from: Day;
  until: Day;
  /** The change that began this period. */
  change: Id;
};

/**
 * What an editor may decide after a change, and from which day: a choice among some organizations, or any organization
 * when none is left.
 */
export type SuccessorQuestion = { change: Id; candidates: readonly Id[] | "anyone"; from: Day };

export type Succession = { intervals: ResponsibilityInterval[]; questions: SuccessorQuestion[] };

/**
 * Who is responsible over all time for what was addressed to an organization, by the changes that have a day. Before
 * the first change that affects it there is no interval: the printed organization is responsible. A renaming, merger or
 * absorption moves it automatically. A split or a transfer of competence moves what the themes decide, if it was
 * published before the day of the change; the rest waits for an editor (R14). `since` is the day of publication: nobody
 * was responsible before it, whatever happened to the organization until then.
 */
export function successionOf(...given: Parameters<typeof successionAndQuestions>): ResponsibilityInterval[] {
  return successionAndQuestions(...given).intervals;
}

/** The same, together with the decisions that an editor may take. */
export function successionAndQuestions(
  printed: Id,
  themes: readonly string[],
  changes: readonly OrganizationChange[],
  decisions: readonly SuccessorDecision[] = [],
  since: Day = firstDay,
): Succession {
  const ordered = changesInOrder(changes);
  const intervals: ResponsibilityInterval[] = [];
  const questions: SuccessorQuestion[] = [];
  let holder = holderOf(printed);
  let waiting: LaterDecision | undefined;
  const begin = (next: Holder, from: Day, change: Id) => {
    holder = next;
    const last = intervals.at(-1);
    if (last !== undefined && last.until > from) last.until = from;
    if (last !== undefined && last.from >= last.until) intervals.pop();
    intervals.push({ ...next, from, until: endOfTime, change });
  };
  const settle = (before: Day) => {
    if (waiting === undefined || waiting.from > before) return;
    const { of, from, change } = waiting;
    if (holder.state !== "answers" || of.state === "answers")
      begin(successorNow(waiting, themes, ordered), from, change);
    waiting = undefined;
  };
  for (const change of ordered) {
    settle(change.on);
    const existed = since < change.on;
    const from = later(since, change.on);
    const before = holder;
    const after = holderAfter(before, themes, change, existed);
    const asks = after === undefined ? isLeftByTransfer(before, change, existed) : after.state !== "answers";
    if (asks) questions.push({ change: change.id, candidates: candidatesFor(after ?? before, change), from });
    if (after !== undefined) begin(after, from, change.id);
    const touched = asks || after !== undefined || involves(before, change);
    const decision = touched ? lastDecision(decisions, replacedBy(change.id, changes)) : undefined;
    if (decision === undefined) continue;
    const { successor } = decision;
    if (decision.from === undefined || decision.from <= from) begin(holderOf(successor), from, change.id);
    else waiting = { successor, from: decision.from, change: change.id, of: holder };
  }
  settle(endOfTime);
  return { intervals, questions };
}

/** A decision that applies from a later day than its change; `of` is the situation that it was taken on. */
type LaterDecision = { successor: Id; from: Day; change: Id; of: Holder };

/**
 * Whether a change is about the responsible organization or a candidate. If so, an editor's decision on it counts, even
 * when the change moves nothing by itself.
 */
function involves({ state, organization, candidates }: Holder, { type, originals }: OrganizationChange): boolean {
  if (type === "created" || state === "unassigned") return false;
  const holders = state === "answers" ? [organization] : candidates;
  return holders.some((each) => originals.includes(each));
}

function candidatesFor(holder: Holder, { results }: OrganizationChange): readonly Id[] | "anyone" {
  if (holder.state === "unassigned") return "anyone";
  if (holder.state === "undecided") return holder.candidates;
  return [...new Set([holder.organization, ...results.map(({ organization }) => organization)])];
}

/**
 * Who the chosen successor has become by the day from which a decision applies, after later changes of that successor.
 */
function successorNow(
  { successor, from, change: decided }: LaterDecision,
  themes: readonly string[],
  ordered: readonly DatedChange[],
): Holder {
  let holder = holderOf(successor);
  const after = ordered.slice(ordered.findIndex(({ id }) => id === decided) + 1);
  for (const change of after) if (change.on < from) holder = holderAfter(holder, themes, change, false) ?? holder;
  return holder;
}

/** The organization and all organizations that may have come after it, by any change. */
export function withSuccessors(organization: Id, changes: readonly OrganizationChange[]): ReadonlySet<Id> {
  const lineage = new Set([organization]);
  for (const each of lineage)
    for (const { originals, results } of changes)
      if (originals.includes(each)) for (const result of results) lineage.add(result.organization);
  return lineage;
}

/** A change and all changes that it replaces: a decision on one of those applies to it too. */
function replacedBy(change: Id, changes: readonly OrganizationChange[]): Id[] {
  const ids = [change];
  for (const id of ids) {
    const before = changes.find((each) => each.id === id)?.replaces;
    if (before !== undefined && !ids.includes(before)) ids.push(before);
  }
  return ids;
}

function lastDecision(decisions: readonly SuccessorDecision[], changes: readonly Id[]): SuccessorDecision | undefined {
  let last: SuccessorDecision | undefined;
  for (const each of decisions)
    if (changes.includes(each.change) && (last === undefined || each.recordedAt >= last.recordedAt)) last = each;
  return last;
}

/** Who is responsible on a day, and since when. */
export function responsibleOn(
  printed: Id,
  intervals: readonly ResponsibilityInterval[],
  asOf: Day,
): Pick<ResponsibilityInterval, "state" | "organization" | "candidates"> & { since: Day; change?: Id } {
  const holder = intervals.find(({ from, until }) => from <= asOf && asOf < until);
  if (holder === undefined) return { state: "answers", organization: printed, candidates: [], since: firstDay };
  const { state, organization, candidates, from, change } = holder;
  return { state, organization, candidates, since: from, change };
}
