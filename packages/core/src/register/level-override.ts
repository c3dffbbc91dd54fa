import { z } from "zod";
import { parseInput } from "../acting/parse-input.ts";
import { DomainError } from "../domain-error.ts";
import { Level } from "../follow-up/levels.ts";
import { LevelOverride, type Overridden, overrideIssues } from "../recommendation-standing/level-override.ts";
import type { Id } from "../source.ts";
import {
  type RegisterAction,
  type RegisterContext,
  requireAllowedOnRegister,
  requireNotInFuture,
} from "./register-act.ts";

const { on, reason } = LevelOverride.shape;
const more = { on: on.optional().describe("The day from which it counts; today when absent."), reason };

export const NewLevelOverride = z
  .strictObject({ level: Level, ...more })
  .meta({ id: "NewLevelOverride", description: "Where the issuing body puts a recommendation with parts, and why." });

export const NewLevelOverrideWithdrawal = z.strictObject(more).meta({
  id: "NewLevelOverrideWithdrawal",
  description: "Why an override is taken back; from that day the lowest of the parts holds again.",
});

/** The recommendation with parts, and the body that sets its level: the body that verifies it on the day of the act. */
export type Overriding = Overridden & { id: Id; organization: Id };

/**
 * Sets a level. It closes nothing, and changes nothing that is owed for a part (R4). Errors: invalidInput, with the
 * place.
 */
export function overrideLevel(context: RegisterContext, overriding: Overriding, input: unknown): LevelOverride {
  return made("overrideLevel", context, overriding, parseInput(NewLevelOverride, input));
}

/** Errors: notFound; invalidStateTransition when it was withdrawn before; invalidInput. */
export function withdrawLevelOverride(
  context: RegisterContext,
  overriding: Overriding,
  withdraws: Id,
  input: unknown,
): LevelOverride {
  const content = parseInput(NewLevelOverrideWithdrawal, input);
  requireAllowedOnRegister("withdrawLevelOverride", context, overriding.report.status);
  if (!overriding.overrides.some(({ id, level }) => id === withdraws && level !== undefined))
    throw new DomainError("notFound", `the recommendation has no override with the id ${withdraws}`);
  const before = overriding.overrides.find((each) => each.withdraws === withdraws);
  if (before !== undefined)
    throw new DomainError("invalidStateTransition", `the override is taken back from ${before.on} already`);
  return made("withdrawLevelOverride", context, overriding, { ...content, withdraws });
}

function made(
  action: RegisterAction,
  context: RegisterContext,
  overriding: Overriding,
  content: Pick<LevelOverride, "level" | "withdraws" | "reason"> & { on?: LevelOverride["on"] | undefined },
): LevelOverride {
  const { actor, at, newId, today } = context;
  requireAllowedOnRegister(action, context, overriding.report.status);
  requireNotInFuture(today, { on: content.on });
  const override: LevelOverride = {
    ...content,
    id: newId(),
    recommendation: overriding.id,
    on: content.on ?? today,
    organization: overriding.organization,
    actor: actor.name,
    recordedAt: at,
  };
  const issues = overrideIssues(override, overriding);
  if (issues.length > 0)
    throw new DomainError("invalidInput", "the level of the recommendation cannot be set so", issues);
  return override;
}
