import { z } from "zod";
import { allowedActsOn } from "../contract/allowed-acts.ts";
import { hrefOf } from "../contract/base-path.ts";
import { operation } from "../contract/operation.ts";
import { asOf, idParameter } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";
import { groundOf, linkedRecommendation } from "../schemas/ground.ts";
import {
  followUpSummary,
  organizationRef,
  recommendationStandingOf,
  recommendationSummary,
  reportRef,
} from "../schemas/present.ts";
import { RecommendationDetail } from "../schemas/recommendation.ts";

export const getRecommendation = operation({
  id: "getRecommendation",
  path: "/recommendations/{id}",
  tag: "recommendations",
  summary: "One recommendation with its parts, its follow-ups and their standing",
  params: idParameter,
  query: z.object({ asOf }),
  output: RecommendationDetail,
  async handle(context, { id, asOf: asOn }) {
    const { reads, reader, today } = context;
    const day = asOn ?? today;
    const detail = await reads.recommendation(reader, id, day);
    if (detail === undefined) throw notFound("recommendation", id);
    const {
      recommendation,
      formerReferences,
      report,
      issuingBody,
      standing,
      asked,
      line,
      links,
      grounds,
      followUps,
      parts,
    } = detail;
    const formerVersions = await reads.formerVersions(reader, id);
    return {
      // A draft is changed through its report, with the entity tag of the report.
      ...(report.status === "published" && { version: recommendation.version }),
      body: {
        ...recommendation,
        href: hrefOf("recommendations", id),
        asOf: day,
        ...(formerReferences && { formerReferences }),
        report: reportRef(report),
        issuingBody: organizationRef(issuingBody),
        standing: recommendationStandingOf(standing),
        asked,
        line: line.map(linkedRecommendation),
        links: links.map(({ from, to, ...link }) => ({
          ...link,
          from: linkedRecommendation(from),
          ...(to && { to: linkedRecommendation(to) }),
        })),
        grounds: grounds.map((each) => groundOf(id, each)),
        followUps: followUps.map(followUpSummary),
        parts: parts.map(recommendationSummary),
        ...(formerVersions.length > 0 && { formerVersions }),
        ...(await allowedActsOn(context, { on: "recommendation", id })),
      },
    };
  },
});
