import type { Reader } from "../access/reader.ts";
import type { Person } from "../acting/person.ts";
import type { OnRegister } from "../acts/allowed-register-acts.ts";
import type { ReportingCycle } from "../cycle/reporting-cycle.ts";
import type { Document } from "../document/document.ts";
import type { EvidenceFile } from "../follow-up/entries/evidence-file.ts";
import type { LocalizedText } from "../localized-text.ts";
import type { Organization } from "../organization/organization.ts";
import type { OrganizationChange } from "../organization/organization-change.ts";
import type { GroupProgress } from "../progress/progress.ts";
import type { FormerVersion } from "../recommendation/former-version.ts";
import type { Link } from "../recommendation/link.ts";
import type { LevelOverride } from "../recommendation-standing/level-override.ts";
import type { RecommendationStanding } from "../recommendation-standing/recommendation-standing.ts";
import type { FrozenFormat, FrozenLanguage } from "../report/frozen-report.ts";
import type { Report } from "../report/report.ts";
import type { ReportSection } from "../report-section/report-section.ts";
import type { SettingChange, Settings } from "../settings/settings.ts";
import type { Id, Instant } from "../source.ts";
import type { Day } from "../time/day.ts";
import type { ChangeAnswer } from "./change-answer.ts";
import type { ChangeFilter } from "./change-filter.ts";
import type { ChangeItem } from "./change-item.ts";
import type { CheckpointHash } from "./checkpoint-hash.ts";
import type { CollectedItemDetail } from "./collected-item-detail.ts";
import type { CollectedItemFilter } from "./collected-item-filter.ts";
import type { ComparisonAnswer, ComparisonItem } from "./comparison-answer.ts";
import type { ComparisonFilter } from "./comparison-filter.ts";
import type { CycleDetail } from "./cycle-detail.ts";
import type { DeadlineRequestFilter, DeadlineRequestItem } from "./deadline-request-item.ts";
import type { DecisionFilter } from "./decision-filter.ts";
import type { DraftingRemark } from "./drafting-remark.ts";
import type { FollowUpDetail } from "./follow-up-detail.ts";
import type { FollowUpFilter } from "./follow-up-filter.ts";
import type { FollowUpYears } from "./follow-up-years.ts";
import type { Ground, GroundOf, RestsOnIt } from "./ground.ts";
import type { ListedFollowUp } from "./listed-follow-up.ts";
import type { ListedItem } from "./listed-item.ts";
import type { ObligationAnswer } from "./obligation-answer.ts";
import type { ObligationFilter } from "./obligation-filter.ts";
import type { ObligationItem } from "./obligation-item.ts";
import type { OrganizationDetail } from "./organization-detail.ts";
import type { OrganizationFilter } from "./organization-filter.ts";
import type { OverdueAnswer } from "./overdue-answer.ts";
import type { OverdueFilter } from "./overdue-filter.ts";
import type { OverdueItem } from "./overdue-item.ts";
import type { OwingOrganization } from "./owing-organization.ts";
import type { Page, Paging } from "./paging.ts";
import type { ProgressFilter, ProgressMatrixFilter } from "./progress-filter.ts";
import type { ProgressMatrixLine } from "./progress-matrix-line.ts";
import type { ProposalAsked } from "./proposal-asked.ts";
import type { Receipt, ReceivedEntry } from "./receipt.ts";
import type { RecommendationDetail } from "./recommendation-detail.ts";
import type { RecommendationFacet } from "./recommendation-facets.ts";
import type { RecommendationFilter } from "./recommendation-filter.ts";
import type { RecommendationSummary } from "./recommendation-summary.ts";
import type { ReportDetail } from "./report-detail.ts";
import type { ReportFilter } from "./report-filter.ts";
import type { SectionDetail } from "./section-detail.ts";
import type { SectionFilter } from "./section-filter.ts";
import type { SeriesFigures } from "./series-figures.ts";
import type { SnapshotItem } from "./snapshot-item.ts";
import type { StaleItem } from "./stale-item.ts";
import type { UnassessedItem } from "./unassessed-item.ts";
import type { WaitingAnswer, WaitingAnswerFilter } from "./waiting-answer.ts";

/** What a filter can name. */
export const nameKinds = [
  ...["organization", "report", "recommendation", "theme", "reportingYear"],
  ...["collectedItem", "collectedItemTheme", "collectedItemYear", "reportSection"],
] as const;
export type NameKind = (typeof nameKinds)[number];

/** What has an id that a person may have to write. */
export type IdKind =
  | "organization"
  | "organizationChange"
  | "report"
  | "recommendation"
  | "followUp"
  | "reportingCycle";

/** A thing that acts are done on. */
export type ActsAllowedOn = { on: "followUp" | OnRegister; id: Id };

/**
 * Who reads, where some places may be later than others: anyone may be told what held some moments ago; a person is told all that was
 * recorded before asking, by that person too.
 */
export type ReadFor = "anyone" | "person";

/** What the domain needs to read. There is one implementation for SQLite and PostgreSQL, with one test suite. */
export interface TrackerReads {
  /**
   * The same reads for one request: the settings are read once and stay the same throughout. Without `who` they are what an act is decided
   * by.
   */
  forOneRequest(who?: ReadFor): TrackerReads;
  /** All that is known of the settings, or that was known at a moment. */
  settings(knownAt?: Instant): Promise<Settings>;
  /** In the order in which they were recorded. */
  settingChanges(): Promise<readonly SettingChange[]>;
  overdue(reader: Reader, filter: OverdueFilter, paging: Paging): Promise<OverdueAnswer>;
  /** All items of that answer, in batches, for a list that does not fit into memory. */
  overdueItems(reader: Reader, filter: OverdueFilter): AsyncIterable<readonly OverdueItem[]>;
  /** Everything owed, due or not yet, by date; what has none comes last. */
  obligations(reader: Reader, filter: ObligationFilter, paging: Paging): Promise<ObligationAnswer>;
  /** All items of that answer, in batches. */
  obligationItems(reader: Reader, filter: ObligationFilter): AsyncIterable<readonly ObligationItem[]>;
  /** Who owes what is overdue, the one that owes most first. */
  owing(reader: Reader, filter: OverdueFilter, limit?: number): Promise<readonly OwingOrganization[]>;
  /** What changed from one day to another, the newest first. */
  changes(reader: Reader, filter: ChangeFilter, paging: Paging): Promise<ChangeAnswer>;
  /** All items of that answer, in batches. */
  changeItems(reader: Reader, filter: ChangeFilter): AsyncIterable<readonly ChangeItem[]>;
  /** The answers on two days side by side, and how each follow-up moved between them, in the order of lists. */
  comparison(reader: Reader, filter: ComparisonFilter, paging: Paging): Promise<ComparisonAnswer>;
  /** All items of that answer, in batches. */
  comparisonItems(reader: Reader, filter: ComparisonFilter): AsyncIterable<readonly ComparisonItem[]>;
  stale(
    reader: Reader,
    filter: Omit<OverdueFilter, "kind" | "dueSoon" | "against">,
    paging: Paging,
  ): Promise<Page<StaleItem>>;
  /** The requests for a later date that wait for a decision today, the oldest first. */
  deadlineRequests(
    reader: Reader,
    filter: DeadlineRequestFilter,
    paging: Omit<Paging, "skip">,
  ): Promise<Page<DeadlineRequestItem>>;
  recommendations(reader: Reader, filter: RecommendationFilter, paging: Paging): Promise<Page<RecommendationSummary>>;
  /** How many of the recommendations of that list have each value of its filters. */
  recommendationFacets(reader: Reader, filter: RecommendationFilter): Promise<readonly RecommendationFacet[]>;
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
  /** What to look at in a recommendation before it is published on a day; undefined when the reader does not see it. */
  draftingRemarks(reader: Reader, id: Id, on: Day): Promise<readonly DraftingRemark[] | undefined>;
  /** The same on each of several that are only proposed, in their order. */
  proposalRemarks(
    reader: Reader,
    proposals: readonly ProposalAsked[],
    on: Day,
  ): Promise<readonly (readonly DraftingRemark[])[]>;
  /** The versions that corrections replaced, the oldest first; empty when it was never corrected. */
  formerVersions(reader: Reader, recommendation: Id): Promise<readonly FormerVersion[]>;
  /** The follow-ups that match, in the order of the recommendations; those of drafts are not among them. */
  followUps(reader: Reader, filter: FollowUpFilter, paging: Omit<Paging, "skip">): Promise<Page<ListedFollowUp>>;
  followUp(reader: Reader, id: Id, asOf: Day, knownAt?: Instant): Promise<FollowUpDetail | undefined>;
  /**
   * The actions of docs/actions.md that the person may do at that moment, in any role, on a thing that the same person may see; on a
   * follow-up also where they lead to `claim` or one of the closures.
   */
  allowedActs(person: Person, thing: ActsAllowedOn, at: Instant): Promise<readonly string[]>;
  /** For follow-ups that the reader may see. */
  yearLevels(followUps: readonly Id[], asOf: Day, knownAt?: Instant): Promise<ReadonlyMap<Id, FollowUpYears>>;
  progress(reader: Reader, filter: ProgressFilter): Promise<readonly GroupProgress[]>;
  /** Levels by reporting year and addressee, in the order of the addressees' codes. */
  progressMatrix(reader: Reader, filter: ProgressMatrixFilter): Promise<readonly ProgressMatrixLine[]>;
  reports(
    reader: Reader,
    filter: ReportFilter,
    paging: Paging,
  ): Promise<Page<Report & { issuingBodyName: LocalizedText }>>;
  report(reader: Reader, id: Id): Promise<ReportDetail | undefined>;
  /** What a report said when it was frozen; undefined where it was not in that language, or its digests alone came by a file. */
  frozenContents(reader: Reader, report: Id, language: FrozenLanguage): Promise<Document | undefined>;
  /** The bytes of a document of a frozen report, undefined in the same cases. */
  frozenDocument(
    reader: Reader,
    report: Id,
    language: FrozenLanguage,
    format: FrozenFormat,
  ): Promise<Uint8Array | undefined>;
  /** By id or by reference, as printed or by its key. */
  reportsNamed(reader: Reader, text: string): Promise<readonly Id[]>;
  organizations(filter: OrganizationFilter, paging: Paging): Promise<Page<Organization>>;
  organization(id: Id): Promise<OrganizationDetail | undefined>;
  /** Those that the record has, in one read. */
  organizationsById(ids: readonly Id[]): Promise<ReadonlyMap<Id, Organization>>;
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
  /** The ids that begin with a text, in their order, at most so many; whether a reader may see each is not asked. */
  idsBeginning(kind: IdKind, text: string, limit: number): Promise<readonly Id[]>;
  /** These organizations together with their earlier and later names: a renaming makes no other body. */
  sameBodies(organizations: readonly Id[]): Promise<readonly Id[]>;
  /** These organizations, and the collective ones for which one of them answers on a day (R40). */
  answeredFor(organizations: readonly Id[], on: Day): Promise<readonly Id[]>;
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
  /** A file by its digest, where the reader sees an entry that names it. */
  file(reader: Reader, digest: string, today: Day): Promise<EvidenceFile | undefined>;
  themes(): Promise<readonly string[]>;
  /** What was recorded in the name of some organizations, the newest first. */
  receipts(
    organizations: readonly Id[],
    page: { limit: number; skip: number },
  ): Promise<{ items: readonly Receipt[]; total: number }>;
  /** What the reader may see of the entries that were recorded with one, itself included; none where there is no such entry to see. */
  receipt(reader: Reader, entry: Id, today: Day): Promise<readonly ReceivedEntry[]>;
  /**
   * What was decided on the follow-ups for which some organizations answer, the newest first. Who may read it is decided where it is
   * read.
   */
  decisions(responsible: readonly Id[], asked: DecisionFilter): Promise<readonly ReceivedEntry[]>;
  /** The answers that wait for their publication, the oldest first. */
  waitingAnswers(
    reader: Reader,
    filter: WaitingAnswerFilter,
    paging: Pick<Paging, "limit">,
  ): Promise<{ items: readonly WaitingAnswer[]; total: number }>;
  /** What bodies collected, the newest year first, and within it the latest. */
  collectedItems(reader: Reader, filter: CollectedItemFilter, paging: Paging): Promise<Page<ListedItem>>;
  collectedItem(reader: Reader, id: Id): Promise<CollectedItemDetail | undefined>;
  /** What rests on a collected item or a section, as far as the reader sees both; nothing where there is no such thing. */
  restsOnIt(reader: Reader, ground: GroundOf, today: Day): Promise<RestsOnIt>;
  /** On what recommendations rest, by their ids, as far as the reader sees it. */
  grounds(reader: Reader, recommendations: readonly Id[]): Promise<ReadonlyMap<Id, readonly Ground[]>>;
  /** The numbers of a series, as the reader may see them; undefined where the reader sees no such series. */
  seriesFigures(reader: Reader, series: Id): Promise<SeriesFigures | undefined>;
  /** The sections of reports, by report; those of one parent in their order, by position and reference. */
  reportSections(
    reader: Reader,
    filter: SectionFilter,
    paging: Paging,
  ): Promise<Page<ReportSection & { reportReference: string; issuingBody: Id }>>;
  reportSection(reader: Reader, id: Id): Promise<SectionDetail | undefined>;
  /** The newest first. */
  auditCheckpoints(paging: Paging): Promise<Page<CheckpointHash>>;
}
