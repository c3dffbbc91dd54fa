import type { PeriodStart } from "./report.ts";

/** The property of a report that has the day of the event from which its response period runs (D1). */
export const startDay = {
  publication: "publishedOn",
  transmissionToGovernment: "transmittedToGovernmentOn",
  transmissionToParliament: "transmittedToParliamentOn",
  transmissionToField: "transmittedToFieldOn",
} as const satisfies Record<PeriodStart, string>;
