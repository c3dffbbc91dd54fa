import type { ActDraft } from "@heed/core/drafts/act-draft";
import type { ActDraftRow } from "../generated/tables.ts";

export function draftRow(draft: ActDraft): ActDraftRow {
  const { id, followUp, act, side, organization, state, version, createdAt } = draft;
  return {
    ...{ id, followUpId: followUp, act, side, organizationId: organization, state, version, createdAt },
    body: JSON.stringify(draft),
  };
}

export function draftOf({ body }: Pick<ActDraftRow, "body">): ActDraft {
  return JSON.parse(body) as ActDraft;
}
