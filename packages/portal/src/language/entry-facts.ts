import type { DueDate, Entry } from "@heed/core";
import { type Say, shown } from "./say.ts";

type Of<Type extends Entry["type"]> = Extract<Entry, { type: Type }>;
type Facts = { [Type in Entry["type"]]: (say: Say, entry: Of<Type>) => readonly (string | undefined)[] };

/** What an entry tells besides its own words, fact by fact. */
export function entryFacts(say: Say, entry: Entry): string[] {
  const factsOf = facts[entry.type] as (say: Say, entry: Entry) => readonly (string | undefined)[];
  const readers = [
    "secondReader" in entry && entry.secondReader !== undefined
      ? say.message("entry.reader", { name: shown(entry.secondReader) })
      : undefined,
    "singleReader" in entry && entry.singleReader !== undefined ? say.message("entry.singleReader") : undefined,
  ];
  return [...factsOf(say, entry), ...readers].filter((fact) => fact !== undefined);
}

/** Its own words. */
export function entryText(entry: Entry): string | undefined {
  if (entry.type === "observation") return entry.text;
  if (entry.type === "commitment") return entry.description;
  if (entry.type === "progressUpdate") return entry.narrative;
  if (entry.type === "assessment") return entry.rationale;
  return "reason" in entry ? entry.reason : undefined;
}

function dueText(say: Say, { on, precision, wording }: DueDate): string {
  return wording === undefined ? say.day(on, precision) : `${shown(wording)} (${say.day(on)})`;
}

const facts: Facts = {
  response: (say, { position }) => [say.label("position", position)],
  commitment: (say, { due, owner }) => [
    due === undefined ? say.message("entry.withoutDate") : say.message("entry.for", { day: dueText(say, due) }),
    owner && shown(owner),
  ],
  commitmentOutcome: (say, { outcome }) => [say.label("commitmentOutcome", outcome)],
  deadlineRequest: (say, { target, to, requestedBy }) => [
    say.label("overdueKind", target.kind),
    say.message("entry.to", { day: dueText(say, to) }),
    say.message("entry.requestedBy", { name: shown(requestedBy) }),
  ],
  deadlineRequestWithdrawal: () => [],
  deadlineChange: (say, { target, decision, to, requestedBy, decidedBy }) => [
    say.label("overdueKind", target.kind),
    say.label("deadlineDecision", decision),
    to && say.message("entry.to", { day: dueText(say, to) }),
    say.message("entry.requestedBy", { name: shown(requestedBy) }),
    say.message("entry.decidedBy", { name: shown(decidedBy) }),
  ],
  deadlineContest: () => [],
  progressUpdate: (say, { reportingYear, level, claim, asOf, asOfPrecision }) => [
    claim ? say.message("entry.claim") : undefined,
    level && say.label("reportedLevel", level),
    say.message("entry.year", { year: String(reportingYear) }),
    say.message("entry.situation", { day: say.day(asOf, asOfPrecision) }),
  ],
  claimWithdrawal: () => [],
  assessment: (say, { reportingYear, level, method, asOf, asOfPrecision }) => [
    say.label("assessedLevel", level),
    say.message("entry.year", { year: String(reportingYear) }),
    say.message("entry.situation", { day: say.day(asOf, asOfPrecision) }),
    say.message("entry.method", { method: say.label("assuranceMethod", method) }),
  ],
  closure: (say, { closureReason }) => [say.label("closureReason", closureReason)],
  reopening: (say, { newDue }) => [newDue && say.message("entry.for", { day: dueText(say, newDue) })],
  notCompetentUpheld: () => [],
  roleChange: (say, { role }) => [say.label("role", role)],
  successorDecision: (say, { of }) => [say.label("side", of)],
  evidence: () => [],
  observation: (_, { by }) => [shown(by)],
  answerPublication: () => [],
  retraction: () => [],
};
