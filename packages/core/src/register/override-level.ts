import { z } from "zod";
import { byAssessor } from "../acting/action-rule.ts";
import { parseInput } from "../acting/parse-input.ts";
import { Level } from "../follow-up/levels.ts";
import type { LevelOverride } from "../recommendation-standing/level-override.ts";
import { dayAndReason, dayAndReasonOptions, type Overriding, overriddenLevel } from "./level-override.ts";
import type { RegisterAct, RegisterContext } from "./register-act.ts";

export const NewLevelOverride = z
  .strictObject({ level: Level, ...dayAndReason })
  .meta({ id: "NewLevelOverride", description: "Where the issuing body puts a recommendation with parts, and why." });

export const overrideLevelAct = {
  name: "overrideLevel",
  on: "recommendation",
  roles: byAssessor.roles,
  states: ["published"],
  input: NewLevelOverride,
  makes: "levelOverride",
  operation: {
    id: "overrideLevel",
    method: "post",
    path: "/recommendations/{id}/levelOverrides",
    summary:
      "The issuing body puts a recommendation with parts at another level than the lowest of them, with its reason",
    creates: true,
  },
  command: {
    noun: "recommendation",
    verb: "override-level",
    about: "The issuing body puts a recommendation with parts at another level than the lowest of them (R4)",
    names: { thing: "<reference>" },
    options: { ...dayAndReasonOptions, level: ["--level <level>", "where it stands"] },
  },
} as const satisfies RegisterAct;

/**
 * Sets a level. It closes nothing, and changes nothing that is owed for a part (R4). Errors: invalidInput, with the
 * place.
 */
export function overrideLevel(context: RegisterContext, overriding: Overriding, input: unknown): LevelOverride {
  return overriddenLevel(overrideLevelAct, context, overriding, parseInput(NewLevelOverride, input));
}
