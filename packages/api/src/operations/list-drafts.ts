import { Id } from "@heed/core";
import { DraftedAct, DraftState } from "@heed/core/drafts/act-draft";
import { ShortText } from "@heed/core/text/bounded-text";
import { withoutAbsent } from "@heed/core/without-absent";
import { z } from "zod";
import { operation } from "../contract/operation.ts";
import { pageBody, pagingOf } from "../contract/page.ts";
import { paging, several } from "../contract/parameters.ts";
import { ActDraftList, draftItem } from "../schemas/draft.ts";

export const listDrafts = operation({
  id: "listDrafts",
  path: "/drafts",
  tag: "drafts",
  summary: "The drafts of acts that the organization of the token may see, the oldest first",
  secured: true,
  query: z.object({
    followUp: several(Id, "The follow-up"),
    act: several(DraftedAct, "The act"),
    state: several(DraftState, "Whether it is being written or waits for its second reader"),
    holder: several(ShortText.min(1), "Who has it, by id or name"),
    ...paging,
  }),
  output: ActDraftList,
  async handle({ drafts }, input) {
    const { followUp, act, state, holder } = input;
    const page = await drafts.list(withoutAbsent({ followUp, act, state, holder }), pagingOf(input));
    return { body: pageBody("/drafts", input, page, draftItem) };
  },
});
