import type { Id, ReportingCycle } from "@heed/core";
import { withSuccessors } from "@heed/core/organization/succession";
import type { DeskAsked } from "../desk-asked.ts";

/** The published reports about which a cycle asks: of its issuing body, and of those that it took the place of. */
export async function reportsInCycle(
  { reads, reader }: DeskAsked,
  { issuingBody }: Pick<ReportingCycle, "issuingBody">,
): Promise<readonly { id: Id; publishedOn?: string | undefined }[]> {
  const changes = await reads.organizationChanges();
  const bodies = [...new Set([issuingBody, ...changes.flatMap(({ originals }) => originals)])];
  const own = bodies.filter((each) => withSuccessors(each, changes).has(issuingBody));
  return (await reads.reports(reader, { issuingBody: own, status: ["published"] }, {})).items;
}
