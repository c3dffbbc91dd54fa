import type { Reader } from "./access/reader.ts";
import type { Asked, FollowUpCase } from "./follow-up/case.ts";
import type { Role } from "./follow-up/follow-up.ts";
import type {
  AssessedLevel,
  ClosureReason,
  Lifecycle,
  OverdueKind,
  Position,
  ReportedLevel,
  Timeliness,
} from "./follow-up/levels.ts";
import type { Outstanding } from "./follow-up/outstanding.ts";
import type { Reason } from "./follow-up/reason.ts";
import type { Standing } from "./follow-up/standing.ts";
import type { YearLevels } from "./follow-up/year-levels.ts";
import type { LocalizedText } from "./localized-text.ts";
import type { Organization } from "./organization/organization.ts";
import type { OrganizationChange } from "./organization/organization-change.ts";
import type { GroupProgress } from "./progress/progress.ts";
import type { AddresseeProgress } from "./progress/progress-matrix.ts";
import type { FormerVersion } from "./recommendation/former-version.ts";
import type { LevelOverride } from "./recommendation/level-override.ts";
import type { Link } from "./recommendation/link.ts";
import type { Recommendation } from "./recommendation/recommendation.ts";
import type { RecommendationStanding } from "./recommendation/recommendation-standing.ts";
import type { SnapshotRow } from "./register/snapshot.ts";
import type { FormerReport } from "./report/former-report.ts";
import type { Report } from "./report/report.ts";
import type { SettingChange, Settings } from "./settings.ts";
import type { Id, Instant } from "./source.ts";
import type { AgeingBucket } from "./time/ageing.ts";
import type { Day } from "./time/day.ts";
import type { DueDate, Precision } from "./time/due-date.ts";
import type { ReportingCycle } from "./time/reporting-cycle.ts";

/**
 * How a list is cut: `after` is the cursor that the page before gave as `next`, `skip` passes over so many rows; without a limit,
 * all.
 */
export type Paging = { limit?: number; after?: string; skip?: number; withTotal?: boolean };

export type Page<Item> = { items: readonly Item[]; total?: number; next?: string };

export type OrganizationRef = { id: Id; code: string; name: LocalizedText };

/** Those that existed on a day: from their founding to the day before their dissolution. */
export type OrganizationFilter = { validOn?: Day };

/** Several values of one filter mean "or"; several filters mean "and". */
export type OverdueFilter = {
  asOf: Day;
  /** With only what had been recorded by that moment: every follow-up is derived, which may be slow (D16). */
  knownAt?: Instant;
  kind?: readonly OverdueKind[];
  /** Who owes it on that day: for a verification the issuing body (D19). */
  responsible?: readonly Id[];
  /** The addressee as printed. */
  addressee?: readonly Id[];
  report?: readonly Id[];
  theme?: readonly string[];
  /** At least so many days late. */
  minDaysOverdue?: number;
  /** Instead of the overdue ones, those due within the settings' due-soon days. */
  dueSoon?: boolean;
  /** Lateness against the current (default) or the original due date (D5). */
  against?: "current" | "original";
};

/** One thing owed that is late, or due soon, on the day asked about. */
export type OverdueItem = {
  followUp: Id;
  recommendation: { id: Id; reference: string; title?: LocalizedText };
  report: { id: Id; reference: string; reportingYear: number };
  addressee: OrganizationRef;
  responsible: OrganizationRef;
  /** Only where it waits for a decision, or nobody answers for it any more (R41). */
  responsibleState?: "undecided" | "unassigned";
  /** How long it has been no longer the printed one (R41). */
  daysSinceResponsible?: number;
  kind: OverdueKind;
  commitment?: { id: Id; description: string };
  /** Absent where none holds until one is set (D26): it is late against the original one alone. */
  due?: Day;
  originalDue: Day;
  /** How far the two are known, where they are not days: of a month or a year, the last day is given. */
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
  /** How many are late by how many days; what is only due soon is in none (D8). */
  totalsByAge: Readonly<Record<AgeingBucket, number>>;
};

/** Open follow-ups without a deadline on which nothing was said for long (D7): never among the overdue. */
export type StaleItem = Pick<OverdueItem, "followUp" | "recommendation" | "report" | "addressee" | "responsible"> & {
  staleFrom: Day;
};

/** What a round selected for assessment and the issuing body has not assessed (R36). */
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
  /** Waits for an editor's decision on a successor, or nobody answers for it any more (R14). */
  undecided?: boolean;
  withoutAddressee?: boolean;
};

export type FollowUpSummary = Partial<Outstanding> & {
  id: Id;
  recommendation: Id;
  addressee: OrganizationRef;
  responsible: OrganizationRef;
  role: Role;
  /** Absent while it is a draft or before publication. */
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
  /** Since when it is asked, and how often, this time included (R15). */
  asked: Asked;
  /** All that ask the same along repeats, the first asking first; empty where it is asked once. */
  line: readonly LinkedRecommendation[];
  /** How it stands to others, either way. */
  links: readonly (Pick<Link, "id" | "type" | "on" | "echoes" | "reason"> & {
    from: LinkedRecommendation;
    to?: LinkedRecommendation;
  })[];
  /** Theirs included. */
  parts: readonly RecommendationSummary[];
};

export type ReportDetail = {
  report: Report;
  /** Counts the acts on it; a write names the version that it read. */
  version: number;
  /** What it said before each correction, the oldest first; none where it was never corrected. */
  formerVersions: readonly FormerReport[];
};

export type CycleDetail = {
  cycle: ReportingCycle;
  version: number;
  /** How many follow-ups its snapshot has. */
  followUps: number;
};

/** A row of a snapshot as it was frozen, with the names of today. */
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
  version: number;
  standing: Standing | undefined;
};

/** What was said of a follow-up, year by year, and what its source itself said, word for word. */
export type FollowUpYears = { years: readonly YearLevels[]; said: Readonly<Record<string, string>> };

export type ProgressFilter = Pick<
  RecommendationFilter,
  "asOf" | "knownAt" | "report" | "reportingYear" | "theme" | "addressee"
> & {
  groupBy: "addressee" | "responsible" | "reportingYear" | "theme" | "report" | "all";
  /** Of the names of groups. */
  language?: string;
};

/** Only what the counts that are kept tell apart: they answer any day at once. */
export type ProgressMatrixFilter = Pick<RecommendationFilter, "asOf" | "knownAt" | "reportingYear" | "addressee">;

/** A line of the progress matrix: status × reporting year of one addressee. */
export type ProgressMatrixLine = Omit<AddresseeProgress, "addressee"> & { addressee: OrganizationRef };

/** What a filter may name. */
export type NameKind = "organization" | "report" | "recommendation" | "theme" | "reportingYear";

/** What the domain needs read; one implementation over SQLite and PostgreSQL, held by one suite. */
export interface TrackerReads {
  /** The same reads for one request: the settings are read once, and are the same throughout it. */
  once(): TrackerReads;
  /** All that is known of them, or was by a moment. */
  settings(knownAt?: Instant): Promise<Settings>;
  /** In the order in which they were recorded. */
  settingChanges(): Promise<readonly SettingChange[]>;
  overdue(reader: Reader, filter: OverdueFilter, paging: Paging): Promise<OverdueAnswer>;
  /** The items of that answer, all of them, some at a time: for a list that does not fit into memory. */
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
  /** The versions that corrections replaced, the oldest first; none where it was never corrected. */
  formerVersions(reader: Reader, recommendation: Id): Promise<readonly FormerVersion[]>;
  followUp(reader: Reader, id: Id, asOf: Day, knownAt?: Instant): Promise<FollowUpDetail | undefined>;
  /** Of follow-ups that the reader has been shown. */
  yearLevels(followUps: readonly Id[], asOf: Day, knownAt?: Instant): Promise<ReadonlyMap<Id, FollowUpYears>>;
  progress(reader: Reader, filter: ProgressFilter): Promise<readonly GroupProgress[]>;
  /** Status × reporting year × addressee, in the order of the addressees' codes. */
  progressMatrix(reader: Reader, filter: ProgressMatrixFilter): Promise<readonly ProgressMatrixLine[]>;
  reports(reader: Reader, paging: Paging): Promise<Page<Report & { issuingBodyName: LocalizedText }>>;
  report(reader: Reader, id: Id): Promise<ReportDetail | undefined>;
  /** By id or by reference, as printed or by its key. */
  reportsNamed(reader: Reader, text: string): Promise<readonly Id[]>;
  organizations(filter: OrganizationFilter, paging: Paging): Promise<Page<Organization>>;
  organization(id: Id): Promise<Organization | undefined>;
  /** By id, code or any name, former ones too. */
  organizationsNamed(text: string): Promise<readonly Id[]>;
  /**
   * What each text names, whatever its case: the ids of organizations and reports, themes as they are spelt, a reference or a year as
   * it was given where something has it. A text that names nothing is absent. All are looked up at once.
   */
  named(reader: Reader, kind: NameKind, texts: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Names to choose from: all, or those around a text where there may be very many. */
  namesNear(reader: Reader, kind: NameKind, text: string): Promise<readonly string[]>;
  /** Those organizations, and what they were called before and are called now: a rename makes no other body. */
  sameBodies(organizations: readonly Id[]): Promise<readonly Id[]>;
  /** The changes that an organization went through or came out of, in the order of their days; all when none is named. */
  organizationChanges(organization?: Id): Promise<readonly OrganizationChange[]>;
  reportingCycles(paging: Paging): Promise<Page<ReportingCycle>>;
  /** By id, or by the year asked about; each issuing body has its own. */
  reportingCyclesNamed(text: string): Promise<readonly Id[]>;
  reportingCycle(id: Id): Promise<CycleDetail | undefined>;
  /** How the follow-ups stood when it was closed; none while it is open. */
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

/** What others may note of a checkpoint of the audit: who has it sees later whether something was cut off or replaced. */
export type CheckpointHash = {
  /** From 1. */
  sequence: number;
  at: Instant;
  /** SHA-256, 64 hexadecimal digits. */
  hash: string;
};
