import { z } from "zod";
import { basePath } from "../base-path.ts";
import { notFound } from "../http/problem.ts";
import { momentOf } from "../known-at.ts";
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
  async handle({ reads, reader, today }, { id, knownAt: moment }) {
    const settings = await reads.settings();
    const detail = await reads.followUp(reader, id, today, momentOf(moment, settings));
    if (detail === undefined) throw notFound("followUp", id);
    const items = [...detail.case.entries].sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1));
    return {
      body: { self: `${basePath}/followUps/${encodeURIComponent(id)}/history`, items, total: items.length },
    };
  },
});
