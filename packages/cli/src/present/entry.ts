import { dateText, type Entry, type Id } from "@heed/core";
import { kindOf } from "@heed/core/follow-up/entries/entry";
import { words } from "./words.ts";

type Of<Type extends Entry["type"]> = Extract<Entry, { type: Type }>;

/** The side that an entry speaks for; the two sides are always shown apart. */
export function speakerOf(entry: Entry): string {
  const { side, speaker } = kindOf(entry);
  return speaker ?? words(side);
}

/** What replaces an id in a sentence: the name of an organization, or a change with its day. */
export type NameOf = (id: Id) => string;

/** What an entry says, in one line. */
export function describeEntry(entry: Entry, nameOf: NameOf = (id) => id): string {
  const describe = descriptions[entry.type] as (each: Entry, nameOf: NameOf) => string;
  return `${describe(entry, nameOf)}${entry.corrects ? ` (corrects ${entry.corrects})` : ""}`;
}

const because = (reason: string | undefined) => (reason === undefined ? "" : `: ${reason}`);

const descriptions: { [Type in Entry["type"]]: (entry: Of<Type>, nameOf: NameOf) => string } = {
  response: ({ position, reason }) => `position ${words(position)}${because(reason)}`,
  commitment: ({ description, due }) =>
    `promises ${due ? `for ${due.wording ?? dateText(due.on, due.precision)}` : "without a date"}: ${description}`,
  commitmentOutcome: ({ commitment, outcome, reason }) => `the promise ${commitment} is ${outcome}${because(reason)}`,
  deadlineChange: ({ target, decision, to, requestedBy, decidedBy, reason }) =>
    `${decision} a move of the ${target.kind} deadline${to ? ` to ${dateText(to.on, to.precision)}` : ""}, asked by ${requestedBy}, decided by ${decidedBy}${because(reason)}`,
  deadlineRequest: ({ target, to, requestedBy, reason }) =>
    `${requestedBy} asks to move the ${target.kind} deadline to ${dateText(to.on, to.precision)}: ${reason}`,
  deadlineRequestWithdrawal: ({ request, reason }) => `withdraws the request ${request}${because(reason)}`,
  deadlineContest: ({ change, reason }) => `contests the move ${change}: ${reason}`,
  successorDecision: ({ change, successor, of, from, reason }, nameOf) =>
    `decides that ${nameOf(successor)} ${of === "addressee" ? "is responsible" : "verifies"} after ${nameOf(change)}${from ? `, from ${from}` : ""}${because(reason)}`,
  evidence: ({ evidence }) => `evidence: ${evidence.map(({ title, kind }) => `${title} (${kind})`).join("; ")}`,
  observation: ({ by, text }) => `${by} observes: ${text}`,
  progressUpdate: ({ reportingYear, asOf, asOfPrecision, level, claim, narrative }) =>
    `${claim ? "claims that all is done" : `reports${level ? ` ${words(level)}` : ""}`} for ${reportingYear}, as of ${dateText(asOf, asOfPrecision)}${because(narrative)}`,
  claimWithdrawal: ({ update, reason }) => `withdraws the claim ${update}${because(reason)}`,
  assessment: ({ reportingYear, asOf, asOfPrecision, level, method, rationale }) =>
    `finds ${words(level)} for ${reportingYear}, as of ${dateText(asOf, asOfPrecision)}, by ${words(method)}${because(rationale)}`,
  closure: ({ closureReason, reason }) => `closes it as ${words(closureReason)}${because(reason)}`,
  reopening: ({ reason, newDue }) =>
    `reopens it${newDue ? `, due ${dateText(newDue.on, newDue.precision)}` : ""}${because(reason)}`,
  notCompetentUpheld: ({ reason }) => `agrees that the addressee is not competent${because(reason)}`,
  roleChange: ({ role, reason }) => `addresses it as ${words(role)}${because(reason)}`,
  retraction: ({ retracts, reason }) => `retracts the entry ${retracts}${because(reason)}`,
};
