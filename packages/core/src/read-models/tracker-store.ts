import type { Reader } from "../access/reader.ts";
import type { ReportingCycle } from "../cycle/reporting-cycle.ts";
import type { AskingHistory, FollowUpCase } from "../follow-up/case/case.ts";
import type { Role } from "../follow-up/follow-up.ts";
import type {
  AssessedLevel,
  ClosureReason,
  Lifecycle,
  OverdueKind,
  Position,
  ReportedLevel,
  Timeliness,
} from "../follow-up/levels.ts";
import type { Reason } from "../follow-up/reason.ts";
import type { Outstanding } from "../follow-up/standing/outstanding.ts";
import type { Standing } from "../follow-up/standing/standing.ts";
import type { YearLevels } from "../follow-up/standing/year-levels.ts";
import type { LocalizedText } from "../localized-text.ts";
import type { Organization } from "../organization/organization.ts";
import type { OrganizationChange } from "../organization/organization-change.ts";
import type { GroupProgress } from "../progress/progress.ts";
import type { AddresseeProgress } from "../progress/progress-matrix.ts";
import type { FormerVersion } from "../recommendation/former-version.ts";
import type { Link } from "../recommendation/link.ts";
import type { Recommendation } from "../recommendation/recommendation.ts";
import type { LevelOverride } from "../recommendation-standing/level-override.ts";
import type { RecommendationStanding } from "../recommendation-standing/recommendation-standing.ts";
import type { SnapshotRow } from "../register/snapshot.ts";
import type { FormerReport } from "../report/former-report.ts";
import type { Report } from "../report/report.ts";
import type { SettingChange, Settings } from "../settings/settings.ts";
import type { Id, Instant } from "../source.ts";
import type { AgeingBucket } from "../time/ageing.ts";
import type { Day } from "../time/day.ts";
import type { DueDate, Precision } from "../time/due-date.ts";

/**
 * Which part of a list is wanted: `after` is the `next` cursor of the page before, `skip` leaves out a number of rows.
 * Without a limit: all rows.
 */
export type Paging = { limit?: number; after?: string; skip?: number; withTotal?: boolean };

export type Page<Item> = { items: readonly Item[]; total?: number; next?: string };

export type OrganizationRef = { id: Id; code: string; name: LocalizedText };

/** Organizations that existed on a day: from their founding to the day before their dissolution. */
export type OrganizationFilter = { validOn?: Day };

/** Several values of one filter mean "or"; several filters mean "and". */
export type OverdueFilter = {
  asOf: Day;
  /** Only what had been recorded by that moment. Follow-ups are derived again for it, which may be slow (D16). */
  knownAt?: Instant;
  kind?: readonly OverdueKind[];
  /** Who owes it on that day; for a verification that is the issuing body (D19). */
  responsible?: readonly Id[];
  /** The addressee as printed. */
  addressee?: readonly Id[];
  report?: readonly Id[];
  theme?: readonly string[];
  /** At least this number of days overdue. */
  minDaysOverdue?: number;
  /** Items that are due within the due-soon days of the settings, instead of overdue ones. */
  dueSoon?: boolean;
  /** Whether days overdue count from the current (default) or the original due date (D5). */
  against?: "current" | "original";
};

/** One thing owed that is overdue, or due soon, on the day asked about. */
export type OverdueItem = {
  followUp: Id;
  recommendation: { id: Id; reference: string; title?: LocalizedText };
  report: { id: Id; reference: string; reportingYear: number };
  addressee: OrganizationRef;
  responsible: OrganizationRef;
  /** Present only when it waits for a decision, or nobody is responsible any more (R41). */
  responsibleState?: "undecided" | "unassigned";
  /** The number of days since the responsible organization is another than the printed one (R41). */
  daysSinceResponsible?: number;
  kind: OverdueKind;
  commitment?: { id: Id; description: string };
  /** Absent when no due date applies until one is set (D26): it is overdue only against the original one. */
  due?: Day;
  originalDue: Day;
  /**
   * How exactly the two dates are known, when they are not days: the date is then the last day of a month or a year.
   */
  duePrecision?: Precision;
  originalDuePrecision?: Precision;
  moves: number;
  missedYears: readonly number[];
  timeliness: Timeliness;
  daysOverdue: number;
  daysOverdueOriginal: number;
  daysWithIssuer: number;
  position: Position;
  reported: ReportedLevel;
  assessed: AssessedLevel;
  lifecycle: Lifecycle;
  reasons: readonly Reason[];
};

export type OverdueAnswer = Page<OverdueItem> & {
  asOf: Day;
  total: number;
  totalsByKind: Readonly<Record<OverdueKind, number>>;
  /** The number of items in each ageing bucket; what is only due soon is in none (D8). */
  totalsByAge: Readonly<Record<AgeingBucket, number>>;
};

/** Open follow-ups without a deadline and without an entry for a long time (D7); they are never among the overdue. */
export type StaleItem = Pick<OverdueItem, "followUp" | "recommendation" | "report" | "addressee" | "responsible"> & {
  staleFrom: Day;
};

/** What a cycle selected for assessment and the issuing body has not assessed (R36). */
export type UnassessedItem = Omit<StaleItem, "staleFrom"> & {
  due: Day;
  /** 0 until its day has passed. */
  daysOverdue: number;
};

export type RecommendationFilter = {
  asOf: Day;
  /** As in OverdueFilter. */
  knownAt?: Instant;
  /** Words of the reference, title or text, in any language. */
  q?: string;
  /** The one of before a correction too, unless another recommendation of the report has it now; also with `knownAt`. */
  reference?: readonly string[];
  report?: readonly Id[];
  reportingYear?: readonly number[];
  theme?: readonly string[];
  addressee?: readonly Id[];
  responsible?: readonly Id[];
  position?: readonly Position[];
  reported?: readonly ReportedLevel[];
  assessed?: readonly AssessedLevel[];
  lifecycle?: readonly Lifecycle[];
  divergent?: boolean;
  unverified?: boolean;
  /** Not closed, owing, and first asked five years ago or more (D8). */
  longOutstanding?: boolean;
  /** It declines what it had accepted (D25). */
  acceptanceWithdrawn?: boolean;
  /** Waits for an editor's decision on a successor, or nobody is responsible any more (R14). */
  undecided?: boolean;
  withoutAddressee?: boolean;
};

export type FollowUpSummary = Partial<Outstanding> & {
  id: Id;
  recommendation: Id;
  addressee: OrganizationRef;
  responsible: OrganizationRef;
  /** Who answers for the responsible one on that day, where that is a collective one (R40); not in lists of recommendations. */
  coordinator?: OrganizationRef;
  role: Role;
  /** Absent for a draft and before publication. */
  position?: Position;
  reported?: ReportedLevel;
  assessed?: AssessedLevel;
  lifecycle?: Lifecycle;
  closureReason?: ClosureReason;
  timeliness?: Timeliness;
  verificationTimeliness?: Timeliness;
  divergent?: boolean;
  unverified?: boolean;
  conflicting?: boolean;
  contradicted?: boolean;
  /** The day from which it declines what it had accepted, and how overdue that was then (D25). */
  acceptanceWithdrawnOn?: Day;
  daysOverdueWhenWithdrawn?: number;
};

export type RecommendationSummary = {
  id: Id;
  reference: string;
  title?: LocalizedText;
  themes: readonly string[];
  partOf?: Id;
  /** Those that it had before a correction: it is still found by them. Absent where there are none. */
  formerReferences?: readonly string[];
  report: { id: Id; reference: string; reportingYear: number; publishedOn?: Day; publishedOnPrecision?: Precision };
  issuingBody: OrganizationRef;
  implementationDue?: DueDate;
  followUps: readonly FollowUpSummary[];
};

export type LinkedRecommendation = Pick<RecommendationSummary, "id" | "reference" | "title" | "report">;

export type RecommendationDetail = {
  recommendation: Recommendation;
  /** As in RecommendationSummary. */
  formerReferences?: readonly string[];
  report: Report;
  issuingBody: OrganizationRef;
  followUps: readonly FollowUpSummary[];
  /** Over the follow-ups of the recommendation and of its parts. */
  standing: RecommendationStanding;
  /** Since when it has been asked, and how often, including this time (R15). */
  asked: AskingHistory;
  /** All recommendations that ask the same, along repeats, the first one first; empty when it is asked once. */
  line: readonly LinkedRecommendation[];
  /** Its links to other recommendations, in both directions. */
  links: readonly (Pick<Link, "id" | "type" | "on" | "echoes" | "reason"> & {
    from: LinkedRecommendation;
    to?: LinkedRecommendation;
  })[];
  /** Theirs included. */
  parts: readonly RecommendationSummary[];
};

export type ReportDetail = {
  report: Report;
  /** The number of acts on it; a write names the version that it read. */
  version: number;
  /** The report before each correction, the oldest first; empty when it was never corrected. */
  formerVersions: readonly FormerReport[];
};

export type CycleDetail = {
  cycle: ReportingCycle;
  version: number;
  /** Whether it has a frozen snapshot. A closed cycle has none when it came from a file without one. */
  hasSnapshot: boolean;
  /** The number of follow-ups in its snapshot. */
  followUps: number;
};

/** A row of a frozen snapshot, with the names of today. */
export type SnapshotItem = Omit<SnapshotRow, "addressee" | "responsible"> & {
  reference: string;
  addressee: OrganizationRef;
  responsible: OrganizationRef;
};

export type FollowUpDetail = {
  case: FollowUpCase;
  recommendation: Recommendation;
  report: Report;
  addressee: OrganizationRef;
  responsible: OrganizationRef;
  /** Who answers for the responsible one on that day, where that is a collective one (R40). */
  coordinator?: OrganizationRef;
  version: number;
  standing: Standing | undefined;
};

/** What was said about a follow-up, year by year, and what its source said, word for word. */
export type FollowUpYears = { years: readonly YearLevels[]; said: Readonly<Record<string, string>> };

export type ProgressFilter = Pick<
  RecommendationFilter,
  "asOf" | "knownAt" | "report" | "reportingYear" | "theme" | "addressee"
> & {
  groupBy: "addressee" | "responsible" | "reportingYear" | "theme" | "report" | "all";
  /** The language for the names of groups. */
  language?: string;
};

/** Only filters that the kept counts distinguish, so that any day is answered at once. */
export type ProgressMatrixFilter = Pick<RecommendationFilter, "asOf" | "knownAt" | "reportingYear" | "addressee">;

/** A line of the progress matrix: the levels by reporting year of one addressee. */
export type ProgressMatrixLine = Omit<AddresseeProgress, "addressee"> & { addressee: OrganizationRef };

/** What a filter can name. */
export type NameKind = "organization" | "report" | "recommendation" | "theme" | "reportingYear";

/** What the domain needs to read. There is one implementation for SQLite and PostgreSQL, with one test suite. */
export interface TrackerReads {
  /** The same reads for one request: the settings are read once and stay the same throughout. */
  forOneRequest(): TrackerReads;
  /** All that is known of the settings, or that was known at a moment. */
  settings(knownAt?: Instant): Promise<Settings>;
  /** In the order in which they were recorded. */
  settingChanges(): Promise<readonly SettingChange[]>;
  overdue(reader: Reader, filter: OverdueFilter, paging: Paging): Promise<OverdueAnswer>;
  /** All items of that answer, in batches, for a list that does not fit into memory. */
  overdueItems(reader: Reader, filter: OverdueFilter): AsyncIterable<readonly OverdueItem[]>;
  stale(
    reader: Reader,
    filter: Omit<OverdueFilter, "kind" | "dueSoon" | "against">,
    paging: Paging,
  ): Promise<Page<StaleItem>>;
  recommendations(reader: Reader, filter: RecommendationFilter, paging: Paging): Promise<Page<RecommendationSummary>>;
  recommendation(reader: Reader, id: Id, asOf: Day): Promise<RecommendationDetail | undefined>;
  /** Over its follow-ups and those of its parts; by `knownAt` with only what had been recorded by then. */
  recommendationStanding(
    reader: Reader,
    id: Id,
    asOf: Day,
    knownAt?: Instant,
  ): Promise<RecommendationStanding | undefined>;
  /** Where the issuing body put it, and what it took back, in the order of their days. */
  levelOverrides(reader: Reader, recommendation: Id, knownAt?: Instant): Promise<readonly LevelOverride[]>;
  /**
   * The recommendations with an id or a reference, as printed or by its key; more than one where it repeats. One that had it before
   * a correction too, unless another of its report has it now.
   */
  recommendationsByReference(reader: Reader, reference: string, asOf: Day): Promise<readonly RecommendationSummary[]>;
  /** The versions that corrections replaced, the oldest first; empty when it was never corrected. */
  formerVersions(reader: Reader, recommendation: Id): Promise<readonly FormerVersion[]>;
  followUp(reader: Reader, id: Id, asOf: Day, knownAt?: Instant): Promise<FollowUpDetail | undefined>;
  /** For follow-ups that the reader may see. */
  yearLevels(followUps: readonly Id[], asOf: Day, knownAt?: Instant): Promise<ReadonlyMap<Id, FollowUpYears>>;
  progress(reader: Reader, filter: ProgressFilter): Promise<readonly GroupProgress[]>;
  /** Levels by reporting year and addressee, in the order of the addressees' codes. */
  progressMatrix(reader: Reader, filter: ProgressMatrixFilter): Promise<readonly ProgressMatrixLine[]>;
  reports(reader: Reader, paging: Paging): Promise<Page<Report & { issuingBodyName: LocalizedText }>>;
  report(reader: Reader, id: Id): Promise<ReportDetail | undefined>;
  /** By id or by reference, as printed or by its key. */
  reportsNamed(reader: Reader, text: string): Promise<readonly Id[]>;
  organizations(filter: OrganizationFilter, paging: Paging): Promise<Page<Organization>>;
  organization(id: Id): Promise<Organization | undefined>;
  /** By id, code or any name, including former names. */
  organizationsNamed(text: string): Promise<readonly Id[]>;
  /**
   * What each text names, whatever its case: the ids of organizations and reports, themes as the record spells them,
   * and references and years as they were given if something has them. A text that names nothing is absent. All texts
   * are looked up in one query.
   */
  named(reader: Reader, kind: NameKind, texts: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Names to choose from: all of them, or those near a text when there may be very many. */
  namesNear(reader: Reader, kind: NameKind, text: string): Promise<readonly string[]>;
  /** These organizations together with their earlier and later names: a renaming makes no other body. */
  sameBodies(organizations: readonly Id[]): Promise<readonly Id[]>;
  /**
   * The changes that an organization took part in, in the order of their days; all changes when no organization is
   * given.
   */
  organizationChanges(organization?: Id): Promise<readonly OrganizationChange[]>;
  reportingCycles(paging: Paging): Promise<Page<ReportingCycle>>;
  /** By id, or by the year that a cycle is about; each issuing body has its own cycles. */
  reportingCyclesNamed(text: string): Promise<readonly Id[]>;
  reportingCycle(id: Id): Promise<CycleDetail | undefined>;
  /** How the follow-ups stood when the cycle was closed; empty while it is open. */
  snapshot(cycle: Id, paging: Paging): Promise<Page<SnapshotItem>>;
  /** What it selected and the issuing body has not assessed on a day, in order of the follow-ups' ids. */
  unassessed(
    reader: Reader,
    cycle: Id,
    asked: Pick<RecommendationFilter, "asOf" | "knownAt">,
    paging: Paging,
  ): Promise<Page<UnassessedItem>>;
  /** The links to and from a recommendation. */
  links(reader: Reader, recommendation: Id): Promise<readonly Link[]>;
  themes(): Promise<readonly string[]>;
  /** The newest first. */
  auditCheckpoints(paging: Paging): Promise<Page<CheckpointHash>>;
}

/**
 * What others can note of a checkpoint of the audit: with it they can see later whether something was removed or
 * replaced.
 */
export type CheckpointHash = {
  /** From 1. */
  sequence: number;
  at: Instant;
  /** SHA-256, 64 hexadecimal digits. */
  hash: string;
};
