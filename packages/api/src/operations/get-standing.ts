import { z } from "zod";
import { knownAtOf } from "../contract/known-at.ts";
import { operation } from "../contract/operation.ts";
import { asOf, idParameter, knownAt } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";
import { followUpRef, standingOf } from "../schemas/present.ts";
import { StandingAnswer } from "../schemas/standing.ts";

export const getStanding = operation({
  id: "getStanding",
  path: "/followUps/{id}/standing",
  tag: "followUps",
  summary: "The four answers for one day, with the reasons",
  params: idParameter,
  query: z.object({ asOf, knownAt }),
  output: StandingAnswer,
  async handle(context, { id, asOf: asked, knownAt: moment }) {
    const { reads, reader, today } = context;
    const { knownAt: known } = await knownAtOf(context, moment);
    const detail = await reads.followUp(reader, id, asked ?? today, known);
    if (detail === undefined) throw notFound("followUp", id);
    const { standing, version } = detail;
    return { version, body: { followUp: followUpRef(id), ...(standing && { standing: standingOf(standing) }) } };
  },
});
