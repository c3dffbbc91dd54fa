import { z } from "zod";
import { byAssessor } from "../acting/action-rule.ts";
import { parseInput } from "../acting/parse-input.ts";
import { DomainError } from "../domain-error.ts";
import type { LevelOverride } from "../recommendation-standing/level-override.ts";
import type { Id } from "../source.ts";
import { dayAndReason, dayAndReasonOptions, type Overriding, overriddenLevel } from "./level-override.ts";
import { type RegisterAct, type RegisterContext, requireAllowedOnRegister } from "./register-act.ts";

export const NewLevelOverrideWithdrawal = z.strictObject(dayAndReason).meta({
  id: "NewLevelOverrideWithdrawal",
  description: "Why an override is withdrawn; from that day the lowest of the parts holds again.",
});

export const withdrawLevelOverrideAct = {
  name: "withdrawLevelOverride",
  on: "recommendation",
  roles: byAssessor.roles,
  states: ["published"],
  input: NewLevelOverrideWithdrawal,
  makes: "levelOverride",
  operation: {
    id: "withdrawLevelOverride",
    method: "post",
    path: "/recommendations/{id}/levelOverrides/{override}/withdrawals",
    summary: "The issuing body takes an override back: from that day the lowest of the parts holds again",
    creates: true,
  },
  command: {
    noun: "recommendation",
    verb: "withdraw-override",
    about: "The override in force is withdrawn: the lowest of the parts holds again",
    names: { thing: "<reference>" },
    options: { ...dayAndReasonOptions, part: ["--override <id>", "another one, by its id"] },
  },
} as const satisfies RegisterAct;

/** Errors: notFound; invalidStateTransition when it was withdrawn before; invalidInput. */
export function withdrawLevelOverride(
  context: RegisterContext,
  overriding: Overriding,
  withdraws: Id,
  input: unknown,
): LevelOverride {
  const content = parseInput(NewLevelOverrideWithdrawal, input);
  requireAllowedOnRegister(withdrawLevelOverrideAct, context, overriding.report.status);
  if (!overriding.overrides.some(({ id, level }) => id === withdraws && level !== undefined))
    throw new DomainError("notFound", `the recommendation has no override with the id ${withdraws}`);
  const before = overriding.overrides.find((each) => each.withdraws === withdraws);
  if (before !== undefined)
    throw new DomainError("invalidStateTransition", `the override is withdrawn from ${before.on} already`);
  return overriddenLevel(withdrawLevelOverrideAct, context, overriding, { ...content, withdraws });
}
