import { z } from "zod";
import { DomainError } from "../domain-error.ts";
import type { Entry } from "../follow-up/entries/entry.ts";
import { Evidence } from "../follow-up/entries/evidence.ts";
import { GivenPosition, isComplete, Level } from "../follow-up/levels.ts";
import { Id } from "../source.ts";
import { PersonName, ReadableName, ReadableText } from "../text/bounded-text.ts";
import { Day, Year } from "../time/day.ts";
import { DueDate } from "../time/due-date.ts";
import {
  type ActContext,
  commonInput,
  entryBase,
  parseInput,
  requireAllowed,
  requireEntry,
  versionIds,
} from "./act.ts";

import { checkedEntry } from "./entry-rules.ts";

const text = ReadableText;

export const NewResponse = z
  .strictObject({
    ...commonInput,
    position: GivenPosition,
    reason: text.optional(),
  })
  .meta({ id: "NewResponse" });

/** The addressee gives or changes its position. */
export function respond(context: ActContext, input: unknown): Entry[] {
  const { position, reason, ...rest } = parseInput(NewResponse, input);
  requireAllowed("respond", context, rest.source);
  return checkedEntry(context, {
    ...entryBase("respond", context, rest),
    type: "response",
    position,
    ...(reason && { reason }),
  });
}

export const NewCommitment = z
  .strictObject({ ...commonInput, description: text, owner: ReadableName.optional(), due: DueDate.optional() })
  .meta({ id: "NewCommitment" });

/** The addressee promises an action with a date. */
export function commit(context: ActContext, input: unknown): Entry[] {
  const { description, owner, due, ...rest } = parseInput(NewCommitment, input);
  requireAllowed("commit", context, rest.source);
  return checkedEntry(context, {
    ...entryBase("commit", context, rest),
    type: "commitment",
    description,
    ...(owner && { owner }),
    ...(due && { due }),
  });
}

export const NewCommitmentOutcome = z
  .strictObject({
    ...commonInput,
    commitment: Id,
    outcome: z.enum(["met", "replaced", "abandoned"]),
    asOf: Day.optional(),
    replacedBy: Id.optional(),
    reason: text.optional(),
  })
  .meta({ id: "NewCommitmentOutcome" });

/** The addressee reports what happened to a promise. */
export function reportOutcome(context: ActContext, input: unknown): Entry[] {
  const { commitment, outcome, asOf, replacedBy, reason, ...rest } = parseInput(NewCommitmentOutcome, input);
  requireAllowed("reportOutcome", context, rest.source);
  return checkedEntry(context, {
    ...entryBase("reportOutcome", context, rest),
    type: "commitmentOutcome",
    commitment,
    outcome,
    ...(asOf && { asOf }),
    ...(replacedBy && { replacedBy }),
    ...(reason && { reason }),
  });
}

export const NewProgressUpdate = z
  .strictObject({
    ...commonInput,
    reportingYear: Year,
    asOf: Day.optional().describe("The day whose situation it describes; the day it is given when absent."),
    level: Level,
    claim: z.boolean().optional().describe("Absent: it is one when it says with evidence that all is done (R25)."),
    narrative: text.optional(),
    evidence: z.array(Evidence).max(500).default([]),
  })
  .meta({ id: "NewProgressUpdate" });

/** The addressee reports what it has done; with a claim it says that everything is done, and gives evidence (R25). */
export function update(context: ActContext, input: unknown): Entry[] {
  const { reportingYear, asOf, level, narrative, evidence, ...rest } = parseInput(NewProgressUpdate, input);
  const { claim = isComplete(level) && evidence.length > 0, ...when } = rest;
  requireAllowed(claim ? "claim" : "update", context, when.source);
  const base = entryBase(claim ? "claim" : "update", context, when);
  return checkedEntry(context, {
    ...base,
    type: "progressUpdate",
    reportingYear,
    asOf: asOf ?? base.givenOn,
    level,
    claim,
    evidence,
    ...(narrative && { narrative }),
  });
}

export const NewClaimWithdrawal = z
  .strictObject({ ...commonInput, update: Id, reason: text.optional() })
  .meta({ id: "NewClaimWithdrawal" });

/** The addressee withdraws its claim; its clock runs on. */
export function withdrawClaim(context: ActContext, input: unknown): Entry[] {
  const { update: claimed, reason, ...rest } = parseInput(NewClaimWithdrawal, input);
  const now = requireAllowed("withdrawClaim", context, rest.source);
  if (!requireEntry(context, "progressUpdate", "update", claimed).claim)
    throw new DomainError("invalidInput", "that update is not a claim", [
      { name: "update", value: claimed, detail: "an update without a claim" },
    ]);
  const [waiting] = now?.reasons.find(({ code }) => code === "claimed")?.entries ?? [];
  if (waiting === undefined || !versionIds(context, waiting).includes(claimed))
    throw new DomainError("invalidStateTransition", "that claim no longer waits for a finding", [
      { name: "update", value: claimed, detail: `the claim that waits: ${waiting ?? "none"}` },
    ]);
  return checkedEntry(context, {
    ...entryBase("withdrawClaim", context, rest),
    type: "claimWithdrawal",
    update: claimed,
    ...(reason && { reason }),
  });
}

export const NewEvidence = z
  .strictObject({ ...commonInput, evidence: z.array(Evidence).min(1).max(500), about: Id.optional() })
  .meta({ id: "NewEvidence" });

/**
 * Adds evidence, alone or to an entry of the same follow-up. Errors: invalidInput; missingPermission;
 * invalidStateTransition.
 */
export function addEvidence(context: ActContext, input: unknown): Entry[] {
  const { evidence, about, ...rest } = parseInput(NewEvidence, input);
  requireAllowed("addEvidence", context, rest.source);
  return checkedEntry(context, {
    ...entryBase("addEvidence", context, rest),
    type: "evidence",
    evidence,
    ...(about && { about }),
  });
}

export const NewObservation = z
  .strictObject({ ...commonInput, by: PersonName, text, evidence: z.array(Evidence).max(500).default([]) })
  .meta({ id: "NewObservation" });

/** An editor records what a third party says. */
export function observe(context: ActContext, input: unknown): Entry[] {
  const { by, text: said, evidence, ...rest } = parseInput(NewObservation, input);
  requireAllowed("observe", context, rest.source);
  return checkedEntry(context, {
    ...entryBase("observe", context, rest),
    type: "observation",
    by,
    text: said,
    evidence,
  });
}
