import { z } from "zod";
import { operation } from "../contract/operation.ts";
import { address } from "../contract/page.ts";
import { asOf, idParameter } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";
import { FollowUpList } from "../schemas/follow-up.ts";
import { followUpSummary } from "../schemas/present.ts";

export const listFollowUpsOfRecommendation = operation({
  id: "listFollowUpsOfRecommendation",
  path: "/recommendations/{id}/followUps",
  tag: "recommendations",
  summary: "What each addressee owes for a recommendation",
  params: idParameter,
  query: z.object({ asOf }),
  output: FollowUpList,
  async handle({ reads, reader, today }, { id, ...input }) {
    const day = input.asOf ?? today;
    const detail = await reads.recommendation(reader, id, day);
    if (detail === undefined) throw notFound("recommendation", id);
    return {
      body: {
        self: address(`/recommendations/${encodeURIComponent(id)}/followUps`, { ...input, asOf: day }),
        items: detail.followUps.map(followUpSummary),
        total: detail.followUps.length,
        asOf: day,
      },
    };
  },
});
