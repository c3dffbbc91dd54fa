import { z } from "zod";
import { hrefOf } from "../contract/base-path.ts";
import { knownAtOf } from "../contract/known-at.ts";
import { operation } from "../contract/operation.ts";
import { asOf, idParameter, knownAt } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";
import { recommendationStandingOf } from "../schemas/present.ts";
import { RecommendationStandingAnswer } from "../schemas/standing.ts";

export const getRecommendationStanding = operation({
  id: "getRecommendationStanding",
  path: "/recommendations/{id}/standing",
  tag: "recommendations",
  summary: "How a recommendation stands over its follow-ups and those of its parts, with the reasons",
  params: idParameter,
  query: z.object({ asOf, knownAt }),
  output: RecommendationStandingAnswer,
  async handle(context, { id, asOf: asked, knownAt: moment }) {
    const { reads, reader, today } = context;
    const day = asked ?? today;
    const { knownAt: known } = await knownAtOf(context, moment);
    const standing = await reads.recommendationStanding(reader, id, day, known);
    if (standing === undefined) throw notFound("recommendation", id);
    const href = hrefOf("recommendations", id);
    return { body: { recommendation: id, href, asOf: day, standing: recommendationStandingOf(standing) } };
  },
});
