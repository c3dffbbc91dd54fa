import type { Id, ReportingCycle } from "@heed/core";
import { withSuccessors } from "@heed/core/organization/succession";
import type { DeskAsked } from "../desk-asked.ts";

/** The published reports about which a cycle asks: of its issuing body, and of those that it took the place of. */
export async function reportsInCycle(
  { reads, reader }: DeskAsked,
  { issuingBody }: Pick<ReportingCycle, "issuingBody">,
): Promise<readonly { id: Id; publishedOn?: string | undefined }[]> {
  const [{ items }, changes] = await Promise.all([
    reads.reports(reader, { status: ["published"] }, {}),
    reads.organizationChanges(),
  ]);
  return items.filter((report) => withSuccessors(report.issuingBody, changes).has(issuingBody));
}
