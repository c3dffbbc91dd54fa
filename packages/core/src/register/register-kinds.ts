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
] as const;
export type RegisterKind = (typeof registerKinds)[number];
