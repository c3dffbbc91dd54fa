import { withAmendedBy } from "@heed/core/follow-up/amended-by";
import { z } from "zod";
import { notFound } from "../http/problem.ts";
import { knownAtOf } from "../known-at.ts";
import { operation } from "../operation.ts";
import { address } from "../page.ts";
import { EntryList } from "../schemas/follow-up.ts";
import { idParameter, knownAt } from "../schemas/parameters.ts";

export const listFollowUpHistory = operation({
  id: "listFollowUpHistory",
  path: "/followUps/{id}/history",
  tag: "followUps",
  summary: "All entries of a follow-up, in the order in which they were recorded, including corrected ones",
  params: idParameter,
  query: z.object({ knownAt }),
  output: EntryList,
  async handle(context, { id, ...input }) {
    const { reads, reader, today } = context;
    const { knownAt: known } = await knownAtOf(context, input.knownAt);
    const detail = await reads.followUp(reader, id, today, known);
    if (detail === undefined) throw notFound("followUp", id);
    const items = withAmendedBy(detail.case.entries).sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1));
    return {
      body: { self: address(`/followUps/${encodeURIComponent(id)}/history`, input), items, total: items.length },
    };
  },
});
