import { remarkText } from "@heed/core/drafting/remark-words";
import { z } from "zod";
import { operation } from "../contract/operation.ts";
import { address } from "../contract/page.ts";
import { asOf, idParameter } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";
import { DraftingRemarkList } from "../schemas/drafting-remarks.ts";
import { organizationRef, recommendationRef, reportRef } from "../schemas/present.ts";

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
    const items = remarks.map(({ organizations, similar, ...remark }) => ({
      ...remark,
      text: remarkText(remark),
      ...(organizations && { organizations: organizations.map(organizationRef) }),
      ...(similar && {
        similar: similar.map(({ report, similarity, ...each }) => ({
          ...recommendationRef(each),
          report: reportRef(report),
          similarity,
        })),
      }),
    }));
    const self = address(`/recommendations/${encodeURIComponent(id)}/draftingRemarks`, { ...input, asOf: day });
    return { body: { self, asOf: day, items, total: items.length } };
  },
});
