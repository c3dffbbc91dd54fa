import { rolesOf } from "../acting/action-rule.ts";
import type { Actor } from "../acting/actor.ts";
import { actionOfAct } from "../acts/actions.ts";
import { acts } from "../acts/acts.ts";
import type { FollowUpAct } from "../acts/follow-up-act.ts";
import { maybeSamePerson } from "../acts/same-person.ts";
import { DomainError } from "../domain-error.ts";
import { words } from "../text/words.ts";
import type { ActDraft } from "./act-draft.ts";
import { type DraftAct, type DraftActName, draftActs } from "./draft-acts.ts";

/**
 * Checks that an actor who sees the draft may do this with it now. Errors: missingPermission; invalidStateTransition.
 */
export function requireOnDraft(name: DraftActName, draft: ActDraft, actor: Actor): void {
  const { states, by }: DraftAct = draftActs[name];
  if (by === "whoMayDoIt" && !mayDo(draft, actor))
    throw new DomainError("missingPermission", `${words(draft.act)} is not for the role ${actor.role}`);
  if (by === "anotherPerson") requireAnotherPerson(draft, actor);
  if (states !== undefined && !states.includes(draft.state))
    throw new DomainError(
      "invalidStateTransition",
      draft.state === "secondReading"
        ? "the draft is with its second reader: send it back first"
        : "nobody asked for a second reading of the draft",
    );
}

function mayDo({ act }: ActDraft, { role }: Actor): boolean {
  return Object.values((acts[act] as FollowUpAct).actions).some((rule) => rolesOf(rule).includes(role));
}

/** Whether a draft, as far as it is written, is for a role: of what several roles may do, some is for one of them alone. */
export function isForRole({ act, input }: Pick<ActDraft, "act" | "input">, role: Actor["role"]): boolean {
  const row: FollowUpAct = acts[act];
  const rule = row.actions[actionOf(row, input)];
  return rule === undefined || rolesOf(rule).includes(role);
}

/**
 * R7: the second reader is another person than who asked for the reading. What an editor and an assessor do together, each reads
 * what the other wrote.
 */
function requireAnotherPerson({ act, input, handedBy }: ActDraft, actor: Actor): void {
  if (handedBy === undefined) return;
  if (handedBy.id === actor.id || maybeSamePerson(handedBy.name, actor.name))
    throw new DomainError("missingPermission", "the second reader is not who asked for the reading (R7)", [
      { name: "reader", value: actor.name, detail: `it may be ${handedBy.name}` },
    ]);
  const row: FollowUpAct = acts[act];
  const rule = row.actions[actionOf(row, input)];
  if (rule?.secondReader && rule.roles.length > 1 && actor.role === handedBy.role)
    throw new DomainError("missingPermission", `${words(act)} is for ${rule.roles.join(" and ")} together`);
}

/** What is written so far may not tell which action it is. */
function actionOf(act: FollowUpAct, input: ActDraft["input"]): string {
  const whole = act.input.safeParse(input);
  return whole.success ? actionOfAct(act, whole.data as object) : "";
}
