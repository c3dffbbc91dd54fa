import type { Id, Instant } from "../source.ts";
import { type Day, endOfTime, firstDay } from "../time/day.ts";
import type { OrganizationChange } from "./organization-change.ts";

/** An editor's decision where a change alone does not tell (R14); it counts from the day of the change unless it says otherwise. */
export type SuccessorDecision = { change: Id; successor: Id; from?: Day; recordedAt: Instant };

/**
 * Who answers during a time, from <= d < until (decision 30). answers: one organization. undecided: it waits for an editor's
 * decision, the clocks run, and it is found under the predecessor and each candidate. unassigned: dissolved without a
 * successor.
 */
export type ResponsibilityInterval = {
  state: "answers" | "undecided" | "unassigned";
  /** Who answers, or who did last. */
  organization: Id;
  candidates: readonly Id[];
  from: Day;
  until: Day;
  /** The change from which it follows. */
  change: Id;
};

type Held = Omit<ResponsibilityInterval, "from" | "until" | "change">;

/**
 * Who answers for what was addressed to an organization, over all time, by the changes that have a day. Before the first
 * change that touches it there is no interval: the printed organization answers. A rename, merger or absorption moves it by
 * itself; a split or a transfer of competence moves what its themes decide, and the rest waits (R14).
 */
export function successionOf(
  printed: Id,
  themes: readonly string[],
  changes: readonly OrganizationChange[],
  decisions: readonly SuccessorDecision[] = [],
): ResponsibilityInterval[] {
  const replaced = new Set(changes.map(({ replaces }) => replaces));
  const decided = (id: Id) => lastDecision(decisions, replacedBy(id, changes));
  const dated = changes
    .filter(({ id }) => !replaced.has(id))
    .flatMap((change) => (change.on === undefined ? [] : [{ change, on: change.on }]))
    .sort(
      (a, b) =>
        compare(a.on, b.on) || compare(a.change.recordedAt, b.change.recordedAt) || compare(a.change.id, b.change.id),
    );
  const intervals: ResponsibilityInterval[] = [];
  let held: Held = { state: "answers", organization: printed, candidates: [] };
  const begin = (next: Held, from: Day, change: Id) => {
    held = next;
    const last = intervals.at(-1);
    if (last !== undefined && last.until > from) last.until = from;
    if (last !== undefined && last.from >= last.until) intervals.pop();
    intervals.push({ ...next, from, until: endOfTime, change });
  };
  for (const { change, on } of dated) {
    const after = afterChange(held, themes, change);
    if (after === undefined) continue;
    begin(after, on, change.id);
    const decision = decided(change.id);
    if (decision === undefined || after.state === "unassigned") continue;
    // A change of the day before takes nothing back from a decision that says a later day.
    const from = decision.from === undefined || decision.from < on ? on : decision.from;
    begin({ state: "answers", organization: decision.successor, candidates: [] }, from, change.id);
  }
  return intervals;
}

/** Undefined when the change does not touch who holds it. */
function afterChange(held: Held, themes: readonly string[], change: OrganizationChange): Held | undefined {
  if (held.state === "unassigned") return undefined;
  if (held.state === "undecided") return whileUndecided(held, change);
  if (!change.originals.includes(held.organization)) return undefined;
  const results = change.results.map(({ organization }) => organization);
  switch (change.type) {
    case "created":
      return undefined;
    case "renamed":
    case "merged":
    case "absorbed":
      return results[0] === undefined || results[0] === held.organization ? undefined : answers(results[0]);
    case "dissolved":
      return { state: "unassigned", organization: held.organization, candidates: [] };
    case "split": {
      const [only, ...others] = change.results.filter((result) => shares(result.themes, themes));
      if (only !== undefined && others.length === 0) return answers(only.organization);
      return undecided(held.organization, results);
    }
    case "competenceTransferred": {
      const taking = change.results.filter((result) => shares(result.themes, themes));
      const [first] = taking;
      if (first === undefined) return undefined;
      const stays = themes.some((theme) => !change.results.some((result) => result.themes.includes(theme)));
      if (taking.length === 1 && !stays) return answers(first.organization);
      return undecided(held.organization, [
        ...(stays ? [held.organization] : []),
        ...taking.map(({ organization }) => organization),
      ]);
    }
  }
}

/** While nobody has decided, the candidates themselves may change. */
function whileUndecided(held: Held, { type, originals, results }: OrganizationChange): Held | undefined {
  if (type === "created" || !held.candidates.some((candidate) => originals.includes(candidate))) return undefined;
  const into = results.map(({ organization }) => organization);
  const candidates = [
    ...new Set(held.candidates.flatMap((candidate) => (originals.includes(candidate) ? into : [candidate]))),
  ];
  if (candidates.length === 0) return { state: "unassigned", organization: held.organization, candidates: [] };
  return { ...held, candidates };
}

function answers(organization: Id): Held {
  return { state: "answers", organization, candidates: [] };
}

function undecided(predecessor: Id, candidates: readonly Id[]): Held {
  return { state: "undecided", organization: predecessor, candidates: [...new Set(candidates)] };
}

function shares(some: readonly string[], others: readonly string[]): boolean {
  return some.some((theme) => others.includes(theme));
}

/** The organization and all that may have come after it, by any change. */
export function lineageOf(organization: Id, changes: readonly OrganizationChange[]): ReadonlySet<Id> {
  const lineage = new Set([organization]);
  for (const each of lineage)
    for (const { originals, results } of changes)
      if (originals.includes(each)) for (const result of results) lineage.add(result.organization);
  return lineage;
}

/** A change and all that it takes the place of: what was decided on those holds for it. */
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

/** Who answers on a day, and since when. */
export function responsibleOn(
  printed: Id,
  intervals: readonly ResponsibilityInterval[],
  asOf: Day,
): Pick<ResponsibilityInterval, "state" | "organization" | "candidates"> & { since: Day } {
  const held = intervals.find(({ from, until }) => from <= asOf && asOf < until);
  if (held === undefined) return { state: "answers", organization: printed, candidates: [], since: firstDay };
  const { state, organization, candidates, from } = held;
  return { state, organization, candidates, since: from };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
