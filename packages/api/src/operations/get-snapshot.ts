import { allPages } from "@heed/core/read-models/all-pages";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import { tableOf } from "@heed/core/tables/list-table";
import { snapshotColumns } from "@heed/core/tables/snapshot-columns";
import { z } from "zod";
import { theCycle } from "../contract/named.ts";
import { operation } from "../contract/operation.ts";
import { pageBody, pagingOf } from "../contract/page.ts";
import { idParameter, paging } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";
import { followUpRef, organizationRef, recommendationRef } from "../schemas/present.ts";
import { SnapshotList } from "../schemas/register.ts";

export const getSnapshot = operation({
  id: "getSnapshot",
  path: "/reportingCycles/{id}/snapshot",
  tag: "reports",
  summary:
    "How each follow-up stood on the day the cycle was closed, whatever was recorded later; empty while it is open, 404 where it was closed in a file that had no snapshot",
  params: idParameter,
  query: z.object(paging),
  output: SnapshotList,
  sameForAll: true,
  table: async ({ reads, language }, { id: named }) => {
    const { id } = await theSnapshot(reads, named);
    return tableOf(
      snapshotColumns,
      allPages((part) => reads.snapshot(id, part)),
      language,
    );
  },
  async handle({ reads }, { id: named, ...input }) {
    const { id, cycle } = await theSnapshot(reads, named);
    const page = await reads.snapshot(id, pagingOf(input));
    const path = `/reportingCycles/${encodeURIComponent(named)}/snapshot`;
    return {
      body: {
        reportingCycle: cycle,
        ...pageBody(path, input, page, ({ reference, followUp, recommendation, addressee, responsible, ...row }) => ({
          ...row,
          followUp: followUpRef(followUp),
          recommendation: recommendationRef({ id: recommendation, reference }),
          addressee: organizationRef(addressee),
          responsible: organizationRef(responsible),
        })),
      },
    };
  },
});

async function theSnapshot(reads: TrackerReads, named: string) {
  const id = await theCycle(reads, named);
  const detail = await reads.reportingCycle(id);
  if (detail === undefined || (detail.cycle.closedOn !== undefined && !detail.hasSnapshot))
    throw notFound("snapshot", named);
  return { id, cycle: detail.cycle };
}
