/** The kinds of things on the register whose acts are recorded, besides follow-ups. */
export const registerKinds = [
  "report",
  "recommendation",
  "reportingCycle",
  "organization",
  "organizationChange",
  "link",
  "levelOverride",
  "setting",
  "collectedItem",
  "reportSection",
] as const;
export type RegisterKind = (typeof registerKinds)[number];

/** What all issuing bodies share: an editor of some of them alone does not change it. */
export function isSharedByAllBodies(kind: RegisterKind): boolean {
  return kind === "organization" || kind === "organizationChange" || kind === "setting";
}
