/** The things of the register on which acts are recorded, beside the follow-ups. */
export const registerKinds = [
  "report",
  "recommendation",
  "reportingCycle",
  "organization",
  "organizationChange",
  "link",
  "levelOverride",
  "setting",
] as const;
export type RegisterKind = (typeof registerKinds)[number];
