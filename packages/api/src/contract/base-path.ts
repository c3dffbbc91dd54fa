/** The path of every operation begins with this (Belgif: the API's name and major version). */
export const basePath = "/recommendationFollowUp/v1";

/** The link to a resource, as it is written in answers. */
export function hrefOf(
  collection:
    | "reports"
    | "files"
    | "recommendations"
    | "followUps"
    | "organizations"
    | "organizationChanges"
    | "reportingCycles"
    | "settingChanges"
    | "collectedItems"
    | "reportSections"
    | "drafts"
    | "users"
    | "tokens"
    | "imports"
    | "outboxMessages"
    | "refData/rules",
  id: string,
): string {
  return `${basePath}/${collection}/${encodeURIComponent(id)}`;
}

export function entryHref(followUp: string, entry: string): string {
  return `${hrefOf("followUps", followUp)}/entries/${encodeURIComponent(entry)}`;
}

export function linkHref(recommendation: string, link: string): string {
  return `${hrefOf("recommendations", recommendation)}/links/${encodeURIComponent(link)}`;
}

export function levelOverrideHref(recommendation: string, override: string): string {
  return `${hrefOf("recommendations", recommendation)}/levelOverrides/${encodeURIComponent(override)}`;
}
