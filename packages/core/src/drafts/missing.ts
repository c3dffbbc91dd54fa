import type { ActContext } from "../acts/act.ts";
import { decideAct } from "../acts/decide-act.ts";
import { DomainError, type Issue } from "../domain-error.ts";
import type { ActDraft } from "./act-draft.ts";

/** What would be refused if the draft were submitted now, with the places; nothing when it could be. */
export function missingIn({ act, input }: ActDraft, context: ActContext): readonly Issue[] {
  try {
    decideAct(act, context, input);
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.issues.length > 0 ? error.issues : [{ detail: error.message }];
  }
}
