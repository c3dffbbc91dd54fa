import { Id } from "@heed/core";
import { DraftedAct, DraftState } from "@heed/core/drafts/act-draft";
import { mostCompared, unknownValues } from "@heed/core/naming/unknown-values";
import { ShortText } from "@heed/core/text/bounded-text";
import { withoutAbsent } from "@heed/core/without-absent";
import { z } from "zod";
import { type Context, operation } from "../contract/operation.ts";
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
  async handle(context, input) {
    const { followUp, act, state, holder } = input;
    await requireSeen(context, followUp ?? []);
    const page = await context.drafts.list(withoutAbsent({ followUp, act, state, holder }), pagingOf(input));
    return { body: pageBody("/drafts", input, page, draftItem) };
  },
});

/** Errors: unknownValue for a follow-up that the reader does not see. */
async function requireSeen({ reads, reader, today, drafts }: Context, followUps: readonly Id[]): Promise<void> {
  const unknown: Id[] = [];
  for (const each of new Set(followUps))
    if ((await reads.followUp(reader, each, today)) === undefined) unknown.push(each);
  if (unknown.length === 0) return;
  const { items } = await drafts.list({}, { limit: mostCompared });
  const names = [...new Set(items.map(({ followUp }) => followUp))];
  throw unknownValues("followUp", unknown, { detail: "no follow-up has this id", names });
}
