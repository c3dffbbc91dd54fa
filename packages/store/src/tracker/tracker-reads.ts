import type { Day, Instant, Settings } from "@heed/core";
import type { ReadFor, TrackerReads } from "@heed/core/read-models/tracker-store";
import { withoutAbsent } from "@heed/core/without-absent";
import { withRecordAsKnown } from "../as-known/record-as-known.ts";
import type { Source } from "../as-known/source.ts";
import type { Database } from "../connection/sql.ts";
import { readAnsweredFor } from "../organizations/answered-for.ts";
import { readAuditCheckpoints } from "../queries/audit-checkpoints.ts";
import { readChangeItems, readChanges } from "../queries/changes.ts";
import { readCollectedItem, readCollectedItems } from "../queries/collected-items.ts";
import { readComparison, readComparisonItems } from "../queries/comparison.ts";
import { readDeadlineRequests } from "../queries/deadline-requests.ts";
import { readDecisions } from "../queries/decisions.ts";
import { readDraftingRemarks, readProposalRemarks } from "../queries/drafting-remarks.ts";
import { readFile } from "../queries/file.ts";
import { readFollowUp } from "../queries/follow-up.ts";
import { readFollowUps } from "../queries/follow-ups.ts";
import { readFrozenDocument } from "../queries/frozen-document.ts";
import { readGrounds } from "../queries/grounds.ts";
import { readIdsBeginning } from "../queries/ids-beginning.ts";
import { readLevelOverrides } from "../queries/level-overrides.ts";
import { readLinks } from "../queries/links.ts";
import { readNamed, readNamesNear } from "../queries/named.ts";
import { readObligationItems, readObligations } from "../queries/obligations.ts";
import { readOverdue, readOverdueItems } from "../queries/overdue.ts";
import { readOwing } from "../queries/owing.ts";
import { readProgress } from "../queries/progress.ts";
import { readProgressMatrix } from "../queries/progress-matrix.ts";
import { readReceipt, readReceipts } from "../queries/receipts.ts";
import { readRecommendationFacets } from "../queries/recommendation-facets/recommendation-facets.ts";
import { readRecommendationStanding } from "../queries/recommendation-standing.ts";
import { readRecommendation, readRecommendations, readRecommendationsByReference } from "../queries/recommendations.ts";
import {
  readOrganization,
  readOrganizationChanges,
  readOrganizations,
  readOrganizationsById,
  readOrganizationsNamed,
  readReports,
  readReportsNamed,
  readThemes,
} from "../queries/register.ts";
import { readReport } from "../queries/report-detail.ts";
import { readReportSection, readReportSections } from "../queries/report-sections.ts";
import {
  readReportingCycle,
  readReportingCycles,
  readReportingCyclesNamed,
  readSnapshot,
} from "../queries/reporting-cycles.ts";
import { readRestsOnIt } from "../queries/rests-on-it.ts";
import { readSameBodies } from "../queries/same-bodies.ts";
import { readSeriesFigures } from "../queries/series-figures.ts";
import { readStale } from "../queries/stale.ts";
import { readUnassessed } from "../queries/unassessed.ts";
import { readWaitingAnswers } from "../queries/waiting-answers.ts";
import { readYearLevels } from "../queries/year-levels.ts";
import { readFormerVersions } from "../recommendations/former-versions.ts";
import type { Replicas } from "../replicas/replicas.ts";
import { readSettingChanges, readSettings } from "../settings/setting-rows.ts";
import { inUtc } from "../tables/entry-rows.ts";
import { readAllowedActs } from "./allowed-acts.ts";

/**
 * The reads of the domain over an open database, SQLite or PostgreSQL, and its replicas; Prisma is not loaded
 * (docs/decisions/0004).
 */
export function trackerReads(database: Database, replicas?: Replicas): TrackerReads {
  const forOneRequest = (who?: ReadFor) => {
    const from = who === undefined || replicas === undefined ? database : replicas.readsFor(who);
    return readsWith(from, rememberedSettings(settingsIn(from)), forOneRequest);
  };
  return readsWith(database, settingsIn(database), forOneRequest);
}

const settingsIn =
  (database: Database): ReadSettings =>
  (knownAt) =>
    readSettings(database, knownAt);

type ReadSettings = (knownAt?: Instant) => Promise<Settings>;

function readsWith(
  database: Database,
  readThem: ReadSettings,
  forOneRequest: TrackerReads["forOneRequest"],
): TrackerReads {
  const settings: ReadSettings = (knownAt) => readThem(knownAt && inUtc(knownAt));
  /** Reads from the record, or from the record as it was known at a moment. */
  async function on<Answer>(
    { knownAt, asOf, q }: { knownAt: Instant | undefined; asOf?: Day; q?: string },
    read: (source: Source, current: () => Promise<Settings>) => Promise<Answer>,
  ): Promise<Answer> {
    if (knownAt === undefined) return read(database, settings);
    const then = await settings(knownAt);
    const asking = { knownAt: inUtc(knownAt), asOf, settings: then, searched: q !== undefined };
    return withRecordAsKnown(database, asking, (source) => read(source, async () => then));
  }
  return {
    forOneRequest,
    settings,
    settingChanges: () => readSettingChanges(database),
    overdue: (_reader, { knownAt, ...filter }, paging) =>
      on({ knownAt, ...filter }, async (source, current) => readOverdue(source, filter, paging, await current())),
    overdueItems: async function* (_reader, { knownAt, ...filter }) {
      if (knownAt === undefined) return yield* readOverdueItems(database, filter, await settings());
      // Taken at once: temporary tables would otherwise last as long as somebody reads the answer (D16).
      yield await on(
        { knownAt, ...filter },
        async (source, current) => (await readOverdue(source, filter, {}, await current())).items,
      );
    },
    obligations: (_reader, { knownAt, ...filter }, paging) =>
      on({ knownAt, ...filter }, async (source, current) => readObligations(source, filter, paging, await current())),
    obligationItems: async function* (_reader, { knownAt, ...filter }) {
      if (knownAt === undefined) return yield* readObligationItems(database, filter, await settings());
      yield await on(
        { knownAt, ...filter },
        async (source, current) => (await readObligations(source, filter, {}, await current())).items,
      );
    },
    owing: (_reader, { knownAt, ...filter }, limit) =>
      on({ knownAt, ...filter }, async (source, current) => readOwing(source, filter, await current(), limit)),
    changes: (_reader, { knownAt, ...filter }, paging) =>
      on({ knownAt }, (source) => readChanges(source, filter, paging)),
    changeItems: async function* (_reader, { knownAt, ...filter }) {
      if (knownAt === undefined) return yield* readChangeItems(database, filter);
      yield await on({ knownAt }, async (source) => (await readChanges(source, filter, {})).items);
    },
    comparison: (_reader, { knownAt, ...filter }, paging) =>
      on({ knownAt }, (source) => readComparison(source, filter, paging)),
    comparisonItems: async function* (_reader, { knownAt, ...filter }) {
      if (knownAt === undefined) return yield* readComparisonItems(database, filter);
      yield await on({ knownAt }, async (source) => (await readComparison(source, filter, {})).items);
    },
    stale: (_reader, { knownAt, ...filter }, paging) =>
      on({ knownAt, ...filter }, (source) => readStale(source, filter, paging)),
    deadlineRequests: (reader, filter, paging) => readDeadlineRequests(database, reader, filter, paging),
    recommendations: (reader, { knownAt, ...filter }, paging) =>
      on({ knownAt, ...filter }, async (source, current) =>
        readRecommendations(source, reader, filter, paging, await current()),
      ),
    recommendationFacets: (reader, { knownAt, ...filter }) =>
      on({ knownAt, ...filter }, async (source, current) =>
        readRecommendationFacets(source, reader, filter, await current()),
      ),
    recommendation: async (reader, id, asOf) => readRecommendation(database, reader, id, asOf, await settings()),
    recommendationStanding: (reader, id, asOf, knownAt) =>
      on({ knownAt, asOf }, async (source, current) =>
        readRecommendationStanding(source, reader, id, asOf, await current()),
      ),
    levelOverrides: (reader, recommendation, knownAt) =>
      readLevelOverrides(database, reader, recommendation, knownAt && inUtc(knownAt)),
    recommendationsByReference: async (reader, reference, asOf) =>
      readRecommendationsByReference(database, reader, reference, asOf, await settings()),
    draftingRemarks: async (reader, id, on) => readDraftingRemarks(database, reader, id, on, await settings()),
    proposalRemarks: (reader, proposals, on) => readProposalRemarks(database, reader, proposals, on),
    formerVersions: (reader, id) => readFormerVersions(database, reader, id),
    followUp: async (reader, id, asOf, knownAt) =>
      readFollowUp(database, reader, id, asOf, await settings(knownAt), knownAt),
    followUps: (reader, { knownAt, ...filter }, paging) =>
      on({ knownAt, ...filter }, async (source, current) =>
        readFollowUps(database, source, reader, withoutAbsent({ ...filter, knownAt }), paging, await current()),
      ),
    allowedActs: async (person, thing, at) => readAllowedActs(database, person, thing, at, await settings()),
    yearLevels: async (followUps, asOf, knownAt) =>
      readYearLevels(database, followUps, asOf, await settings(knownAt), knownAt && inUtc(knownAt)),
    progress: (reader, { knownAt, ...filter }) =>
      on({ knownAt, ...filter }, async (source, current) => readProgress(source, reader, filter, await current())),
    progressMatrix: (_reader, { knownAt, ...filter }) =>
      on({ knownAt, ...filter }, (source) => readProgressMatrix(source, filter)),
    reports: (reader, filter, paging) => readReports(database, reader, filter, paging),
    report: (reader, id) => readReport(database, reader, id),
    async frozenContents(reader, report, language) {
      const bytes = await readFrozenDocument(database, reader, report, language, "json");
      return bytes && JSON.parse(new TextDecoder().decode(bytes));
    },
    frozenDocument: (...asked) => readFrozenDocument(database, ...asked),
    reportsNamed: async (reader, text) => (await readReportsNamed(database, reader, [text])).get(text) ?? [],
    organizations: (filter, paging) => readOrganizations(database, filter, paging),
    organization: (id) => readOrganization(database, id),
    organizationsById: (ids) => readOrganizationsById(database, ids),
    organizationChanges: (organization) => readOrganizationChanges(database, organization),
    organizationsNamed: async (text) => (await readOrganizationsNamed(database, [text])).get(text) ?? [],
    named: (reader, kind, texts) => readNamed(database, reader, kind, texts),
    namesNear: (reader, kind, text) => readNamesNear(database, reader, kind, text),
    idsBeginning: (kind, text, limit) => readIdsBeginning(database, kind, text, limit),
    sameBodies: (organizations) => readSameBodies(database, organizations),
    answeredFor: (organizations, on) => readAnsweredFor(database, organizations, on),
    reportingCycles: (paging) => readReportingCycles(database, paging),
    reportingCyclesNamed: (text) => readReportingCyclesNamed(database, text),
    reportingCycle: (id) => readReportingCycle(database, id),
    snapshot: (cycle, paging) => readSnapshot(database, cycle, paging),
    unassessed: (_reader, cycle, { asOf, knownAt }, paging) =>
      on({ knownAt, asOf }, async (source, current) => readUnassessed(source, cycle, asOf, paging, await current())),
    auditCheckpoints: (paging) => readAuditCheckpoints(database, paging),
    links: (reader, recommendation) => readLinks(database, reader, recommendation),
    file: async (reader, digest, today) => readFile(database, reader, digest, today, await settings()),
    themes: () => readThemes(database),
    receipts: async (organizations, page) =>
      readReceipts(database, await readSameBodies(database, organizations), page),
    receipt: async (reader, entry, today) => readReceipt(database, { today, ...reader }, entry, await settings()),
    decisions: (responsible, asked) => readDecisions(database, responsible, asked),
    waitingAnswers: (reader, filter, paging) => readWaitingAnswers(database, reader, filter, paging),
    collectedItems: (reader, filter, paging) => readCollectedItems(database, reader, filter, paging),
    collectedItem: (reader, id) => readCollectedItem(database, reader, id),
    restsOnIt: async (reader, ground, today) => readRestsOnIt(database, reader, ground, today, await settings()),
    grounds: (reader, recommendations) => readGrounds(database, reader, recommendations),
    seriesFigures: (reader, series) => readSeriesFigures(database, reader, series),
    reportSections: (reader, filter, paging) => readReportSections(database, reader, filter, paging),
    reportSection: (reader, id) => readReportSection(database, reader, id),
  };
}

function rememberedSettings(readThem: ReadSettings): ReadSettings {
  let today: Promise<Settings> | undefined;
  return (knownAt) => {
    if (knownAt !== undefined) return readThem(knownAt);
    today ??= readThem();
    return today;
  };
}
