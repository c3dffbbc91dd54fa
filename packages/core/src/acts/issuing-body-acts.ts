import { z } from "zod";
import { DomainError } from "../domain-error.ts";
import { AssuranceMethod } from "../follow-up/entries/assessment.ts";
import type { Entry } from "../follow-up/entries/entry.ts";
import { Evidence } from "../follow-up/entries/evidence.ts";
import { Role } from "../follow-up/follow-up.ts";
import { ClosureReason, isComplete, Level } from "../follow-up/levels.ts";
import { Id } from "../source.ts";
import { PersonName, ReadableText } from "../text/bounded-text.ts";
import { Day, Year } from "../time/day.ts";
import { DueDate } from "../time/due-date.ts";
import { type ActContext, commonInput, entryBase, parseInput, requireAllowed } from "./act.ts";
import { closing } from "./action-of.ts";
import { checkedEntry } from "./entry-rules.ts";

const name = PersonName;
const text = ReadableText;

/** Who read it besides the assessor, or why nobody could (R35). */
const secondReading = {
  secondReader: name.optional(),
  singleReader: text.optional().describe("Why there is only one reader."),
};

export const NewAssessment = z
  .strictObject({
    ...commonInput,
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
  return checkedEntry(context, {
    ...base,
    type: "assessment",
    ...content,
    asOf: asOf ?? base.givenOn,
    assessor: context.actor.name,
    ...(secondReader && { secondReader }),
  });
}

export const NewClosure = z
  .strictObject({ ...commonInput, closureReason: ClosureReason, reason: text.optional(), ...secondReading })
  .meta({ id: "NewClosure" });

/** The issuing body closes the follow-up (R1); as implemented only on an assessment with evidence (R7). */
export function close(context: ActContext, input: unknown): Entry[] {
  const { closureReason, reason, secondReader, singleReader, ...rest } = parseInput(NewClosure, input);
  requireAllowed(closing[closureReason], context);
  return checkedEntry(context, {
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
  .strictObject({ ...commonInput, reason: text, newDue: DueDate.optional(), ...secondReading })
  .meta({ id: "NewReopening" });

/** The issuing body reopens the follow-up; the days on which it was closed stay closed (R33). */
export function reopen(context: ActContext, input: unknown): Entry[] {
  const { reason, newDue, secondReader, singleReader, ...rest } = parseInput(NewReopening, input);
  requireAllowed("reopen", context);
  return checkedEntry(context, {
    ...entryBase("reopen", context, rest),
    type: "reopening",
    reason,
    ...(newDue && { newDue }),
    assessor: context.actor.name,
    ...(secondReader && { secondReader }),
    ...(singleReader && { singleReader }),
  });
}

export const NewNotCompetentUpheld = z
  .strictObject({ ...commonInput, reason: text })
  .meta({ id: "NewNotCompetentUpheld" });

/** The editor agrees that the addressee is the wrong body. */
export function upholdNotCompetent(context: ActContext, input: unknown): Entry[] {
  const { reason, ...rest } = parseInput(NewNotCompetentUpheld, input);
  const now = requireAllowed("upholdNotCompetent", context);
  if (now?.position !== "notCompetent")
    throw new DomainError("invalidStateTransition", "the addressee has not said that it is not competent");
  return checkedEntry(context, {
    ...entryBase("upholdNotCompetent", context, rest),
    type: "notCompetentUpheld",
    reason,
  });
}

export const NewRoleChange = z.strictObject({ ...commonInput, role: Role, reason: text }).meta({ id: "NewRoleChange" });

/** An editor changes the role of the addressee, for instance to forInformation, which owes nothing (R5). */
export function changeRole(context: ActContext, input: unknown): Entry[] {
  const { role, reason, ...rest } = parseInput(NewRoleChange, input);
  const now = requireAllowed("changeRole", context);
  if (now?.role === role)
    throw new DomainError("invalidInput", "it is addressed in that role already", [
      { name: "role", value: role, detail: "the same as now" },
    ]);
  return checkedEntry(context, { ...entryBase("changeRole", context, rest), type: "roleChange", role, reason });
}

export const NewSuccessorDecision = z
  .strictObject({
    ...commonInput,
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
  return checkedEntry(context, {
    ...entryBase("decideSuccessor", context, rest),
    type: "successorDecision",
    change,
    successor,
    of,
    ...(from && { from }),
    ...(reason && { reason }),
  });
}
