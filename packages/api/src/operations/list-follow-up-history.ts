import { withAmendedBy } from "@heed/core/follow-up/entries/amended-by";
import { z } from "zod";
import { knownAtOf } from "../contract/known-at.ts";
import { operation } from "../contract/operation.ts";
import { address } from "../contract/page.ts";
import { idParameter, knownAt } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";
import { EntryList } from "../schemas/shown-entry.ts";

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
