import type { ActDraft } from "@heed/core/drafts/act-draft";
import type { DeskAsked } from "../desk-asked.ts";
import type { FormPlace } from "./sent.ts";

/** What is being written of an act on a follow-up on this desk, the oldest first. */
export async function draftsOf(
  { desk }: Pick<DeskAsked, "desk">,
  { detail, act }: Pick<FormPlace, "detail" | "act">,
): Promise<readonly ActDraft[]> {
  const followUp = [detail.case.followUp.id];
  return (await desk.work().list({ followUp, act: [act], state: ["draft"] }, {})).items;
}

/** Whether who is signed in has it. */
export function isAtHand({ visitor }: Pick<DeskAsked, "visitor">, { holder, madeBy }: ActDraft): boolean {
  return (holder ?? madeBy).id === visitor.person.id;
}
