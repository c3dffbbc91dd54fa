import type { z } from "zod";
import { parseInput } from "../acting/parse-input.ts";
import type { Entry } from "../follow-up/entries/entry.ts";
import { type ActContext, type commonInput, requireAllowed } from "./act.ts";
import { actionOf, actionOfAct, actions, actRecording } from "./actions.ts";
import { type ActName, acts } from "./acts.ts";
import type { FollowUpAct } from "./follow-up-act.ts";

type Given = z.output<z.ZodObject<typeof commonInput>>;

/**
 * The entries that an act makes now, which are to be appended. Errors: invalidInput and unknownInput with the places;
 * invalidStateTransition; missingPermission; unknownOrganization.
 */
export function decideAct(name: ActName, context: ActContext, input: unknown): Entry[] {
  const act: FollowUpAct = acts[name];
  const content = parseInput(act.input, input);
  const { givenOn = context.today, source } = content as Given;
  const action = actionOfAct(act, content);
  const rule = actions[action];
  const now = requireAllowed(action, rule, context, source);
  const ruleOf = (entry: Entry) => actions[actionOf(entry)];
  return [act.decide(content as never, { ...context, now, rule, ruleOf, rulesOf: actRecording, givenOn, source })];
}
