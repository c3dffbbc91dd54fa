import { type ActionRole, type ActionRule, type ActionState, rolesOf } from "../acting/action-rule.ts";
import type { Entry } from "../follow-up/entries/entry.ts";
import { type ActName, acts, type RegisterActName, registerActs } from "./acts.ts";
import type { FollowUpAct } from "./follow-up-act.ts";

type NamesOf<Acts> = Acts extends { actions: infer Actions } ? keyof Actions & string : never;
type OnReport = Extract<(typeof registerActs)[RegisterActName], { becomes: unknown }>;
export type Action = OnReport["name"] | NamesOf<(typeof acts)[ActName]>;

/** What is done on a report as a whole, and changes what its follow-ups are. */
const onReports = Object.fromEntries(
  Object.values(registerActs).flatMap((act) =>
    "becomes" in act ? [[act.name, { roles: act.roles, states: act.states, becomes: act.becomes }]] : [],
  ),
);

/** What may be done when, and by whom: every action of every act (R54). */
export const actions: Readonly<Record<Action, ActionRule>> = Object.assign(
  onReports,
  ...Object.values(acts).map((act) => act.actions),
);

/** The actions that a role may do in a state; a page offers them as buttons. */
export function actionsIn(state: ActionState, role: ActionRole): Action[] {
  return (Object.keys(actions) as Action[]).filter(
    (action) => actions[action].states.includes(state) && rolesOf(actions[action]).includes(role),
  );
}

/** The action that an act is with such an input. */
export function actionOfAct(act: FollowUpAct, content: object): Action {
  return (act.action?.(content as never) ?? Object.keys(act.actions)[0]) as Action;
}

const recording = new Map(Object.values<FollowUpAct>(acts).map((act) => [act.records, act]));

/** The act that records entries of the type of this one. */
export function actRecording({ type }: Pick<Entry, "type">): FollowUpAct {
  const act = recording.get(type);
  if (act === undefined) throw new Error(`no act records an entry of the type ${type}`);
  return act;
}

/** The action by which an entry of such content is recorded. */
export function actionOf(entry: Entry): Action {
  return actionOfAct(actRecording(entry), entry);
}
