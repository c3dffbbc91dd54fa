import type { OrganizationChange } from "../organization/organization-change.ts";
import type { Recommendation } from "../recommendation/recommendation.ts";
import type { Report } from "../report/report.ts";
import type { Day } from "../time/day.ts";
import type { Precision } from "../time/due-date.ts";
import type { ReportingCycle } from "../time/reporting-cycle.ts";
import type { Entry } from "./entry.ts";
import type { FollowUp } from "./follow-up.ts";
import type { Replacement } from "./replacement.ts";

/**
 * Since when it is asked, along its repeats, and how often; `firstDue` is the earliest deadline that the recommendations of the
 * line set. Each is absent where none of them has one.
 */
export type Asked = {
  first?: Day;
  firstDue?: Day;
  /** How far the two are known, where they are not days. */
  firstPrecision?: Precision;
  firstDuePrecision?: Precision;
  times: number;
};

/** All that the standing of one follow-up rests on (decision 2). */
export type FollowUpCase = {
  followUp: FollowUp;
  recommendation: Pick<Recommendation, "id" | "issuingBody" | "implementationDue" | "themes">;
  report: Pick<
    Report,
    | "id"
    | "issuingBody"
    | "reportingYear"
    | "status"
    | "publishedOn"
    | "publishedOnPrecision"
    | "transmittedToGovernmentOn"
    | "transmittedToParliamentOn"
    | "transmittedToFieldOn"
    | "responsePeriod"
    | "verificationPeriod"
  >;
  entries: readonly Entry[];
  /** The links of newer recommendations that may take this one's place, once for each whom these ask (decision 31). */
  replacedBy: readonly Replacement[];
  /** When it was first asked, and how often, this time included (R15). */
  asked: Asked;
  /** The cycles of the issuing body and of its successors, in any order. */
  cycles: readonly ReportingCycle[];
  /** The changes that the addressee or the issuing body may have come through; others do not matter. */
  changes: readonly OrganizationChange[];
};
