import { z } from "zod";
import { operation } from "../contract/operation.ts";
import { address } from "../contract/page.ts";
import { asOf, idParameter } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";
import { DraftingRemarkList, draftingRemark } from "../schemas/drafting-remarks.ts";

export const listDraftingRemarks = operation({
  id: "listDraftingRemarks",
  path: "/recommendations/{id}/draftingRemarks",
  tag: "recommendations",
  summary: "What to look at in a recommendation before it is published: proposals, nothing is refused for them",
  params: idParameter,
  query: z.object({ asOf }),
  output: DraftingRemarkList,
  async handle({ reads, reader, today }, { id, ...input }) {
    const day = input.asOf ?? today;
    const remarks = await reads.draftingRemarks(reader, id, day);
    if (remarks === undefined) throw notFound("recommendation", id);
    const items = remarks.map(draftingRemark);
    const self = address(`/recommendations/${encodeURIComponent(id)}/draftingRemarks`, { ...input, asOf: day });
    return { body: { self, asOf: day, items, total: items.length } };
  },
});
