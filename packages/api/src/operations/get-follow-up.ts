import { withAmendedBy } from "@heed/core/follow-up/entries/amended-by";
import { z } from "zod";
import { allowedActsOn } from "../contract/allowed-acts.ts";
import { hrefOf } from "../contract/base-path.ts";
import { knownAtOf } from "../contract/known-at.ts";
import { operation } from "../contract/operation.ts";
import { asOf, idParameter, knownAt } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";
import { FollowUpDetail } from "../schemas/follow-up.ts";
import { openSuccessionsOf, organizationRef, recommendationRef, reportRef, standingOf } from "../schemas/present.ts";

export const getFollowUp = operation({
  id: "getFollowUp",
  path: "/followUps/{id}",
  tag: "followUps",
  summary: "One follow-up: the four answers, what is owed, and all entries",
  params: idParameter,
  query: z.object({ asOf, knownAt }),
  output: FollowUpDetail,
  async handle(context, { id, asOf: asked, knownAt: moment }) {
    const { reads, reader, today } = context;
    const { knownAt: known } = await knownAtOf(context, moment);
    const detail = await reads.followUp(reader, id, asked ?? today, known);
    if (detail === undefined) throw notFound("followUp", id);
    const {
      case: followUpCase,
      recommendation,
      report,
      addressee,
      responsible,
      coordinator,
      openSuccessions,
      version,
      standing,
    } = detail;
    return {
      version,
      body: {
        ...followUpCase.followUp,
        href: hrefOf("followUps", id),
        version,
        recommendation: recommendationRef(recommendation),
        report: reportRef(report),
        addressee: organizationRef(addressee),
        responsible: organizationRef(responsible),
        ...(coordinator && { coordinator: organizationRef(coordinator) }),
        ...openSuccessionsOf(openSuccessions),
        ...(standing && { standing: standingOf(standing) }),
        entries: withAmendedBy(followUpCase.entries),
        ...(await allowedActsOn(context, { on: "followUp", id })),
      },
    };
  },
});
