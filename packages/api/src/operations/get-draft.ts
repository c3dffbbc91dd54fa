import { allowedDraftActs } from "@heed/core/drafts/allowed-draft-acts";
import { withoutAbsent } from "@heed/core/without-absent";
import { operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";
import { ActDraftDetail, draftItem } from "../schemas/draft.ts";

export const getDraft = operation({
  id: "getDraft",
  path: "/drafts/{id}",
  tag: "drafts",
  summary: "A draft of an act, with what is still missing; its tag is for the next If-Match",
  secured: true,
  params: idParameter,
  output: ActDraftDetail,
  async handle({ drafts, person }, { id }) {
    const found = await drafts.show(id);
    if (found === undefined) throw notFound("draft", id);
    const { missing: all, ...draft } = found;
    const missing = all.map(({ name, value, detail }) => withoutAbsent({ name, value, detail }));
    const allowed = person && { allowedActs: allowedDraftActs(draft, person) };
    return { version: draft.version, body: { ...draftItem(draft), missing, ...allowed } };
  },
});
