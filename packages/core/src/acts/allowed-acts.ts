import { retractedIds } from "../follow-up/entries/retracted.ts";
import { standing } from "../follow-up/standing/standing.ts";
import { type ActContext, actionStateOf, isOwnFollowUp } from "./act.ts";
import { type Action, actionOf, actions, actionsIn } from "./actions.ts";
import { acts } from "./acts.ts";
import type { Amendment } from "./amendments.ts";
import type { FollowUpAct } from "./follow-up-act.ts";
import { mayAmend } from "./require-amendable.ts";

/**
 * The actions on the follow-up that its state, the actor's role and organization, and what is recorded allow today, in the
 * order of docs/actions.md. What an action says is judged only when it is done. `context.case.entries` are with their sides.
 */
export function allowedActs(context: ActContext): Action[] {
  if (!isOwnFollowUp(context)) return [];
  const now = standing(context.case, context.today, context.settings);
  const inState = new Set(actionsIn(actionStateOf(now), context.actor.role));
  return Object.values<FollowUpAct>(acts).flatMap((act) => {
    const possible = (Object.keys(act.actions) as Action[]).filter((action) => inState.has(action));
    if (possible.length === 0 || act.isPossible?.({ ...context, now }) === false) return [];
    return possible.filter((action) => !isAmendment(action) || mayAmendSome(context, action));
  });
}

function isAmendment(action: string): action is Amendment {
  return action === "correct" || action === "retract";
}

function mayAmendSome(context: ActContext, by: Amendment): boolean {
  const { entries } = context.case;
  const retracted = retractedIds(entries);
  const replaced = new Set(entries.map(({ corrects }) => corrects));
  const ruleOf = (entry: Parameters<typeof actionOf>[0]) => actions[actionOf(entry)];
  return entries.some(
    (entry) =>
      !retracted.has(entry.id) &&
      !replaced.has(entry.id) &&
      !(by === "correct" && entry.type === "retraction") &&
      mayAmend({ ...context, ruleOf }, by, entry),
  );
}
