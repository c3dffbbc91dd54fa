import type { Recommendation } from "../recommendation/recommendation.ts";
import type { Report } from "../report/report.ts";
import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";
import type { ReportingCycle } from "../time/reporting-cycle.ts";
import type { Entry } from "./entry.ts";
import type { FollowUp } from "./follow-up.ts";

/** Who answers for a follow-up during a time (R14); outside every interval it is the printed addressee. */
export type ResponsibilityInterval = { organization: Id; from: Day; until: Day; change: Id };

/** All that the standing of one follow-up rests on (decision 2). */
export type FollowUpCase = {
  followUp: FollowUp;
  recommendation: Pick<Recommendation, "id" | "issuingBody" | "implementationDue">;
  report: Pick<
    Report,
    | "id"
    | "issuingBody"
    | "status"
    | "publishedOn"
    | "transmittedToGovernmentOn"
    | "transmittedToParliamentOn"
    | "transmittedToFieldOn"
    | "responsePeriod"
  >;
  entries: readonly Entry[];
  /** The cycles of the issuing body, in any order. */
  cycles: readonly ReportingCycle[];
  responsibility: readonly ResponsibilityInterval[];
};
