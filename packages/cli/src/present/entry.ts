import { dateText, type Entry, type Id } from "@heed/core";
import { kindOf } from "@heed/core/follow-up/entries/entry";
import type { Evidence } from "@heed/core/follow-up/entries/evidence";
import { words } from "./words.ts";

type Of<Type extends Entry["type"]> = Extract<Entry, { type: Type }>;

/** The side that an entry speaks for; the two sides are always shown apart. Evidence and a retraction are of either side. */
export function speakerOf(entry: Entry): string {
  const { side, speaker } = kindOf(entry);
  if (speaker === "record" && entry.author !== undefined) return words(entry.author.side);
  return speaker ?? words(side);
}

/** What replaces an id in a sentence: the name of an organization, a change with its day, and the short id of an entry. */
export type NameOf = Record<"organization" | "change" | "entry", (id: Id) => string>;

/** What an entry says, in one line. */
export function describeEntry(entry: Entry, nameOf: NameOf): string {
  const describe = descriptions[entry.type] as (each: Entry, nameOf: NameOf) => string;
  const parts = [describe(entry, nameOf), evidenceText(entry), readersText(entry), recordedText(entry)].filter(
    (part) => part !== "",
  );
  return `${parts.join("; ")}${entry.corrects ? ` (corrects ${nameOf.entry(entry.corrects)})` : ""}`;
}

function evidenceText(entry: Entry): string {
  if (entry.type === "evidence" || !("evidence" in entry) || entry.evidence.length === 0) return "";
  return `evidence: ${evidenceNames(entry.evidence)}`;
}

/** Who read it besides the person who recorded it (R7, R35). */
function readersText(entry: Entry): string {
  const read = [
    "assessor" in entry && entry.assessor !== undefined && entry.assessor !== entry.actor ? `by ${entry.assessor}` : "",
    "secondReader" in entry && entry.secondReader !== undefined ? `second reader ${entry.secondReader}` : "",
    "singleReader" in entry && entry.singleReader !== undefined ? `one reader only: ${entry.singleReader}` : "",
  ];
  return read.filter((each) => each !== "").join(", ");
}

/** Who recorded it for the addressee, and where it was said. What a file brought tells its source as a whole. */
function recordedText({ author, actor, source }: Entry): string {
  if (author === undefined) return "";
  const said = [
    author.onBehalf && actor !== undefined ? `recorded by ${actor} for the addressee` : "",
    source === undefined ? "" : `source: ${source.name}`,
  ];
  return said.filter((each) => each !== "").join(", ");
}

function evidenceNames(evidence: readonly Evidence[]): string {
  return evidence
    .map(({ title, kind, confidential }) => `${title} (${kind}${confidential ? ", confidential" : ""})`)
    .join(", ");
}

const because = (reason: string | undefined) => (reason === undefined ? "" : `: ${reason}`);

const descriptions: { [Type in Entry["type"]]: (entry: Of<Type>, nameOf: NameOf) => string } = {
  response: ({ position, reason }) => `position ${words(position)}${because(reason)}`,
  commitment: ({ description, due }) =>
    `promises ${due ? `for ${due.wording ?? dateText(due.on, due.precision)}` : "without a date"}: ${description}`,
  commitmentOutcome: ({ commitment, outcome, reason }, { entry }) =>
    `the promise ${entry(commitment)} is ${outcome}${because(reason)}`,
  deadlineChange: ({ target, decision, to, requestedBy, decidedBy, reason }) =>
    `${decision} a move of the ${target.kind} deadline${to ? ` to ${dateText(to.on, to.precision)}` : ""}, asked by ${requestedBy}, decided by ${decidedBy}${because(reason)}`,
  deadlineRequest: ({ target, to, requestedBy, reason }) =>
    `${requestedBy} asks to move the ${target.kind} deadline to ${dateText(to.on, to.precision)}: ${reason}`,
  deadlineRequestWithdrawal: ({ request, reason }, { entry }) =>
    `withdraws the request ${entry(request)}${because(reason)}`,
  deadlineContest: ({ change, reason }, { entry }) => `objects to the move ${entry(change)}: ${reason}`,
  successorDecision: ({ change, successor, of, from, reason }, nameOf) =>
    `decides that ${nameOf.organization(successor)} ${of === "addressee" ? "is responsible" : "verifies"} after ${nameOf.change(change)}${from ? `, from ${from}` : ""}${because(reason)}`,
  evidence: ({ evidence, about }, { entry }) =>
    `evidence${about ? ` for the entry ${entry(about)}` : ""}: ${evidenceNames(evidence)}`,
  observation: ({ by, text }) => `${by} observes: ${text}`,
  progressUpdate: ({ reportingYear, asOf, asOfPrecision, level, claim, narrative }) =>
    `${claim ? "claims that all is done" : `reports${level ? ` ${words(level)}` : ""}`} for ${reportingYear}, as of ${dateText(asOf, asOfPrecision)}${because(narrative)}`,
  claimWithdrawal: ({ update, reason }, { entry }) => `withdraws the claim ${entry(update)}${because(reason)}`,
  assessment: ({ reportingYear, asOf, asOfPrecision, level, method, rationale }) =>
    `finds ${words(level)} for ${reportingYear}, as of ${dateText(asOf, asOfPrecision)}, by ${words(method)}${because(rationale)}`,
  closure: ({ closureReason, reason }) => `closes it as ${words(closureReason)}${because(reason)}`,
  reopening: ({ reason, newDue }) =>
    `reopens it${newDue ? `, due ${dateText(newDue.on, newDue.precision)}` : ""}${because(reason)}`,
  notCompetentUpheld: ({ reason }) => `agrees that the addressee is not competent${because(reason)}`,
  roleChange: ({ role, reason }) => `addresses it as ${words(role)}${because(reason)}`,
  retraction: ({ retracts, reason }, { entry }) => `retracts the entry ${entry(retracts)}${because(reason)}`,
};
