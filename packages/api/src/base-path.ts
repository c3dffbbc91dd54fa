/** Where every operation lives (Belgif: the API's name and major version). */
export const basePath = "/recommendationFollowUp/v1";

/** A link to a thing, as it stands in answers. */
export function hrefOf(
  collection: "reports" | "recommendations" | "followUps" | "organizations" | "organizationChanges" | "reportingCycles",
  id: string,
): string {
  return `${basePath}/${collection}/${encodeURIComponent(id)}`;
}
