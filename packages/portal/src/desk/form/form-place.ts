import type { ActDraft } from "@heed/core/drafts/act-draft";
import type { FollowUpDetail } from "@heed/core/read-models/follow-up-detail";
import type { DeskAsked } from "../desk-asked.ts";
import { type FormAct, fieldsFor } from "./act-fields.ts";
import { readClosings } from "./closings.ts";
import type { FormPlace } from "./sent.ts";

/** What a form is about, as who is signed in sees it. */
export async function formPlace(
  asked: DeskAsked,
  detail: FollowUpDetail,
  act: FormAct,
  draft?: ActDraft,
): Promise<FormPlace> {
  return {
    ...{ detail, act, fields: fieldsFor(asked.visitor, act) },
    ...(draft && { draft }),
    ...(act === "close" && { closings: await readClosings(asked, detail) }),
  };
}
