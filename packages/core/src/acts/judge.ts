import { z } from "zod";
import { DomainError } from "../domain-error.ts";
import type { Action } from "../follow-up/actions.ts";
import { AssuranceMethod, type Entry, Evidence } from "../follow-up/entry.ts";
import { Role } from "../follow-up/follow-up.ts";
import { ClosureReason, isComplete, Level } from "../follow-up/levels.ts";
import { openDecision } from "../follow-up/responsibility.ts";
import type { SuccessorQuestion } from "../organization/succession.ts";
import { Id } from "../source.ts";
import { PersonName, ReadableText } from "../text/bounded-text.ts";
import { Day, Year } from "../time/day.ts";
import { DueDate } from "../time/due-date.ts";
import { type ActContext, entryBase, given, parseInput, requireAllowed } from "./act.ts";
import { made } from "./entry-rules.ts";

const name = PersonName;
const text = ReadableText;

/** Who read it besides the assessor, or why nobody could (R35). */
const secondReading = {
  secondReader: name.optional(),
  singleReader: text.optional().describe("Why there is only one reader."),
};

export const NewAssessment = z
  .strictObject({
    ...given,
    reportingYear: Year,
    asOf: Day.optional().describe("The day whose situation it describes; the day it is published when absent."),
    level: Level,
    rationale: text,
    method: AssuranceMethod.exclude(["notRecorded"]),
    secondReader: name.optional(),
    evidence: z.array(Evidence).max(500).default([]),
  })
  .meta({ id: "NewAssessment" });

/** The issuing body's finding; it names its method (R10). */
export function assess(context: ActContext, input: unknown): Entry[] {
  const { asOf, secondReader, ...finding } = parseInput(NewAssessment, input);
  const { givenOn, source, ...content } = finding;
  requireAllowed(isComplete(content.level) ? "assessComplete" : "assess", context);
  const base = entryBase(isComplete(content.level) ? "assessComplete" : "assess", context, { givenOn, source });
  return made(context, {
    ...base,
    type: "assessment",
    ...content,
    asOf: asOf ?? base.givenOn,
    assessor: context.actor.name,
    ...(secondReader && { secondReader }),
  });
}

export const NewClosure = z
  .strictObject({ ...given, closureReason: ClosureReason, reason: text.optional(), ...secondReading })
  .meta({ id: "NewClosure" });

const closing = {
  implemented: "closeImplemented",
  alternativeAccepted: "closeAlternativeAccepted",
  notImplemented: "closeNotImplemented",
  overtakenByEvents: "closeOvertakenByEvents",
  endOfFollowUp: "closeEndOfFollowUp",
  superseded: "closeSuperseded",
  withdrawn: "closeWithdrawn",
} as const satisfies Record<ClosureReason, Action>;

/** The issuing body closes the follow-up (R1); as implemented only on an assessment with evidence (R7). */
export function close(context: ActContext, input: unknown): Entry[] {
  const { closureReason, reason, secondReader, singleReader, ...rest } = parseInput(NewClosure, input);
  requireAllowed(closing[closureReason], context);
  return made(context, {
    ...entryBase(closing[closureReason], context, rest),
    type: "closure",
    closureReason,
    ...(reason && { reason }),
    assessor: context.actor.name,
    ...(secondReader && { secondReader }),
    ...(singleReader && { singleReader }),
  });
}

export const NewReopening = z
  .strictObject({ ...given, reason: text, newDue: DueDate.optional(), ...secondReading })
  .meta({ id: "NewReopening" });

/** The issuing body reopens the follow-up; the days on which it was closed stay closed (R33). */
export function reopen(context: ActContext, input: unknown): Entry[] {
  const { reason, newDue, secondReader, singleReader, ...rest } = parseInput(NewReopening, input);
  requireAllowed("reopen", context);
  return made(context, {
    ...entryBase("reopen", context, rest),
    type: "reopening",
    reason,
    ...(newDue && { newDue }),
    assessor: context.actor.name,
    ...(secondReader && { secondReader }),
    ...(singleReader && { singleReader }),
  });
}

export const NewNotCompetentUpheld = z.strictObject({ ...given, reason: text }).meta({ id: "NewNotCompetentUpheld" });

/** The editor agrees that the addressee is the wrong body. */
export function upholdNotCompetent(context: ActContext, input: unknown): Entry[] {
  const { reason, ...rest } = parseInput(NewNotCompetentUpheld, input);
  const now = requireAllowed("upholdNotCompetent", context);
  if (now?.position !== "notCompetent")
    throw new DomainError("invalidStateTransition", "the addressee has not said that it is not competent");
  return [{ ...entryBase("upholdNotCompetent", context, rest), type: "notCompetentUpheld", reason }];
}

export const NewRoleChange = z.strictObject({ ...given, role: Role, reason: text }).meta({ id: "NewRoleChange" });

/** An editor changes the role of the addressee, for instance to forInformation, which owes nothing (R5). */
export function changeRole(context: ActContext, input: unknown): Entry[] {
  const { role, reason, ...rest } = parseInput(NewRoleChange, input);
  const now = requireAllowed("changeRole", context);
  if (now?.role === role)
    throw new DomainError("invalidInput", "it is addressed in that role already", [
      { name: "role", value: role, detail: "the same as now" },
    ]);
  return [{ ...entryBase("changeRole", context, rest), type: "roleChange", role, reason }];
}

export const NewSuccessorDecision = z
  .strictObject({
    ...given,
    change: Id,
    successor: Id,
    of: z.enum(["addressee", "issuingBody"]).default("addressee"),
    from: Day.optional(),
    reason: text.optional(),
  })
  .meta({ id: "NewSuccessorDecision" });

/** An editor decides who is responsible after a split or a transfer that does not decide by itself (R14). */
export function decideSuccessor(context: ActContext, input: unknown): Entry[] {
  const { change, successor, of, from, reason, ...rest } = parseInput(NewSuccessorDecision, input);
  requireAllowed("decideSuccessor", context);
  if (!context.case.changes.some(({ id }) => id === change))
    throw new DomainError("invalidInput", "that change does not touch this follow-up", [
      { name: "change", value: change, detail: "no change of its addressee or issuing body has this id" },
    ]);
  const open = openDecision(context.case, of, change, context.settings);
  if (open === undefined)
    throw new DomainError("invalidStateTransition", "that change leaves nothing to decide here (R14)", [
      { name: "change", value: change, detail: "it has no day yet, or tells by itself who answers" },
    ]);
  requireSuccessor(context, open, successor, from);
  return [
    {
      ...entryBase("decideSuccessor", context, rest),
      type: "successorDecision",
      change,
      successor,
      of,
      ...(from && { from }),
      ...(reason && { reason }),
    },
  ];
}

/**
 * The successor must be one of the candidates; when a dissolved organization left none, any organization that exists,
 * from a day that the editor gives.
 */
function requireSuccessor(
  { organizations }: ActContext,
  { among, from: first }: SuccessorQuestion,
  successor: Id,
  from: Day | undefined,
): void {
  const refuse = (name: string, value: string | undefined, detail: string): never => {
    throw new DomainError("invalidInput", "that cannot be decided of this change", [
      { name, ...(value && { value }), detail },
    ]);
  };
  if (from !== undefined && from < first) refuse("from", from, `it counts from ${first} at the earliest`);
  if (among !== "anyone") {
    if (!among.includes(successor)) refuse("successor", successor, `it is none of the candidates: ${among.join(", ")}`);
    return;
  }
  if (from === undefined) {
    refuse("from", undefined, `nobody came after it: name the day, from ${first} on, from which the successor answers`);
    return;
  }
  const named = organizations?.get(successor);
  if (named === undefined)
    throw new DomainError("unknownOrganization", "there is no such organization", [
      { name: "successor", value: successor, detail: "no organization has this id" },
    ]);
  const { foundingDate, dissolutionDate } = named;
  if (foundingDate !== undefined && foundingDate > from)
    refuse("successor", successor, `it was founded on ${foundingDate}`);
  if (dissolutionDate !== undefined && dissolutionDate <= from)
    refuse("successor", successor, `it was dissolved on ${dissolutionDate}`);
}
