import { actorsOf, type Person } from "../acting/person.ts";
import { isRefused } from "../domain-error.ts";
import { type ActDraft, takesSecondReader } from "./act-draft.ts";
import { deskOf } from "./decide-draft.ts";
import { type DraftActName, draftActs } from "./draft-acts.ts";
import { requireOnDraft } from "./require-on-draft.ts";

/**
 * What a person who sees the draft may do with it now, in some role of its desk, in the order of docs/actions.md. What it says is
 * judged only when it is done (R54).
 */
export function allowedDraftActs(draft: ActDraft, person: Person): DraftActName[] {
  const actors = actorsOf(person).filter((actor) => deskOf(actor).side === draft.side);
  return (Object.keys(draftActs) as DraftActName[]).filter(
    (name) => isPossible(name, draft) && actors.some((actor) => !isRefused(() => requireOnDraft(name, draft, actor))),
  );
}

/** Whether the draft has what it takes: somebody to send it to, an act that has a second reader. */
function isPossible(name: DraftActName, draft: ActDraft): boolean {
  if (name === "makeDraft") return false;
  if (name === "sendBackDraft") return draft.handedBy !== undefined;
  return name !== "askSecondReading" || takesSecondReader(draft.act);
}
