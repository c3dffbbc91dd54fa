import { withOvertaken } from "@heed/core";
import { z } from "zod";
import { basePath } from "../base-path.ts";
import { notFound } from "../http/problem.ts";
import { knownAtOf } from "../known-at.ts";
import { operation } from "../operation.ts";
import { EntryList } from "../schemas/follow-up.ts";
import { idParameter, knownAt } from "../schemas/parameters.ts";

export const listFollowUpHistory = operation({
  id: "listFollowUpHistory",
  path: "/followUps/{id}/history",
  tag: "followUps",
  summary: "All that was said on a follow-up, in the order in which it was recorded, what was corrected too",
  params: idParameter,
  query: z.object({ knownAt }),
  output: EntryList,
  async handle(context, { id, knownAt: moment }) {
    const { reads, reader, today } = context;
    const { knownAt: known } = await knownAtOf(context, moment);
    const detail = await reads.followUp(reader, id, today, known);
    if (detail === undefined) throw notFound("followUp", id);
    const items = withOvertaken(detail.case.entries).sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1));
    return {
      body: { self: `${basePath}/followUps/${encodeURIComponent(id)}/history`, items, total: items.length },
    };
  },
});
