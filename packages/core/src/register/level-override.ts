import { DomainError } from "../domain-error.ts";
import { LevelOverride, type Overridden, overrideIssues } from "../recommendation-standing/level-override.ts";
import type { Id } from "../source.ts";
import {
  type RegisterAct,
  type RegisterContext,
  requireAllowedOnRegister,
  requireNotInFuture,
} from "./register-act.ts";
import { reportOption } from "./register-command.ts";

const { on, reason } = LevelOverride.shape;
/** What both acts on a level are given besides their own. */
export const dayAndReason = { on: on.optional().describe("The day from which it counts; today when absent."), reason };
export const dayAndReasonOptions = {
  reason: ["--reason <text>", "why"],
  on: ["--on <day>", "the day from which it counts (default: today)"],
  ...reportOption,
} as const;

/** The recommendation with parts, and the body that sets its level: the body that verifies it on the day of the act. */
export type Overriding = Overridden & { id: Id; organization: Id };

/** The override that one of the two acts makes. Errors: missingPermission; invalidStateTransition; invalidInput, with the place. */
export function overriddenLevel(
  act: RegisterAct,
  context: RegisterContext,
  overriding: Overriding,
  content: Pick<LevelOverride, "level" | "withdraws" | "reason"> & { on?: LevelOverride["on"] | undefined },
): LevelOverride {
  const { actor, at, newId, today } = context;
  requireAllowedOnRegister(act, context, overriding.report.status);
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
