import { ActDraft as CoreActDraft } from "@heed/core/drafts/act-draft";
import { z } from "zod";
import { allowedActs } from "../contract/allowed-acts.ts";
import { hrefOf } from "../contract/base-path.ts";
import { FollowUpRef, listOf } from "../contract/common.ts";
import { Href, linked } from "../contract/linked.ts";
import { followUpRef } from "./present.ts";

export const ActDraft = linked(CoreActDraft, { href: Href, followUp: FollowUpRef });

export const ActDraftDetail = ActDraft.extend({
  missing: z
    .array(z.strictObject({ name: z.string().optional(), value: z.string().optional(), detail: z.string() }))
    .readonly()
    .describe("What would be refused if it were submitted now; empty when it could be."),
  ...allowedActs,
}).meta({ id: "ActDraftDetail", description: "A draft of an act, and what is still missing." });

export const ActDraftList = listOf("ActDraftList", ActDraft);

/** A draft with its links. */
export function draftItem(draft: CoreActDraft) {
  return { ...draft, href: hrefOf("drafts", draft.id), followUp: followUpRef(draft.followUp) };
}
