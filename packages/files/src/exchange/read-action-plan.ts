import type { Day, Reader, Report } from "@heed/core";
import { allPages } from "@heed/core/read-models/all-pages";
import type { FollowUpDetail } from "@heed/core/read-models/follow-up-detail";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import { actionPlanOf } from "./action-plan.ts";

export type ActionPlan = ReturnType<typeof actionPlanOf>;

/** The plan of a report's follow-ups, as a reader may see them. */
export async function readActionPlan(
  reads: TrackerReads,
  reader: Reader,
  report: Report,
  { asOf, language }: { asOf: Day; language?: string | undefined },
): Promise<ActionPlan> {
  const filter = { asOf, report: [report.id] };
  const followUps: FollowUpDetail[] = [];
  for await (const items of allPages((paging) => reads.followUps(reader, filter, paging)))
    for (const { followUp } of items) {
      const detail = await reads.followUp(reader, followUp, asOf);
      if (detail !== undefined) followUps.push(detail);
    }
  return actionPlanOf({ report, followUps, asOf, language, settings: await reads.settings() });
}
