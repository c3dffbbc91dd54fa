import type { Comparison } from "../../comparison/comparison.ts";
import type { ChangeKind } from "../../follow-up/changes/change.ts";
import type { GroupProgress } from "../../progress/progress.ts";
import type { ChangeItem } from "../../read-models/change-item.ts";
import type { ComparisonItem } from "../../read-models/comparison-answer.ts";
import type { Ground } from "../../read-models/ground.ts";
import type { ListedFollowUp } from "../../read-models/listed-follow-up.ts";
import type { OrganizationRef } from "../../read-models/organization-ref.ts";
import type { OverdueTotals } from "../../read-models/overdue-answer.ts";
import type { OverdueItem } from "../../read-models/overdue-item.ts";
import type { OwingOrganization } from "../../read-models/owing-organization.ts";
import type { RecommendationSummary } from "../../read-models/recommendation-summary.ts";
import type { ReportRef } from "../../read-models/report-ref.ts";
import type { Id } from "../../source.ts";
import type { Day } from "../../time/day.ts";
import type { ChapterPromise } from "./promises.ts";

/** What a chapter is about: a body, a year, and the days that it compares. */
export type ChapterAsked = {
  issuingBody: OrganizationRef;
  year: number;
  /** The last day of the year before, and the day whose situation it tells. */
  from: Day;
  to: Day;
};

/** What the reads answer for those days, each as the API gives it. */
export type ChapterFacts = ChapterAsked & {
  /** The reports that it follows up; absent from the reads' filters where the record has no others. */
  reports: readonly ReportRef[];
  /** The day after the first one, from which changes are told. */
  since: Day;
  scope: { report?: readonly Id[] };
  followUps: readonly ListedFollowUp[];
  recommendations: ReadonlyMap<Id, RecommendationSummary>;
  /** What each of them rests on. */
  grounds: ReadonlyMap<Id, readonly Ground[]>;
  before: GroupProgress | undefined;
  after: GroupProgress | undefined;
  byYear: readonly GroupProgress[];
  byResponsible: readonly GroupProgress[];
  comparison: Comparison;
  /** Those that are closed, reopened or found otherwise since the first day. */
  moved: readonly ComparisonItem[];
  overdue: OverdueTotals & { items: readonly OverdueItem[] };
  overdueBefore: OverdueTotals;
  owing: readonly OwingOrganization[];
  /** How many things changed after the first day. */
  changed: Readonly<Partial<Record<ChangeKind, number>>>;
  promises: readonly ChapterPromise[];
  /** The newest asking of each recommendation that was asked before. */
  repeated: readonly ChangeItem[];
};
