import type { Instant, Settings } from "@heed/core";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import type { Database } from "../connection/sql.ts";
import { readAuditCheckpoints } from "../queries/audit-checkpoints.ts";
import { readFollowUp } from "../queries/follow-up.ts";
import { readOverdueKnownAt } from "../queries/known-at/overdue.ts";
import { readProgressMatrixKnownAt } from "../queries/known-at/progress-matrix.ts";
import { readRecommendationStandingKnownAt } from "../queries/known-at/recommendation-standing.ts";
import { readRecommendationsKnownAt } from "../queries/known-at/recommendations.ts";
import { readStaleKnownAt } from "../queries/known-at/stale.ts";
import { readLevelOverrides } from "../queries/level-overrides.ts";
import { readLinks } from "../queries/links.ts";
import { readNamed, readNamesNear } from "../queries/named.ts";
import { readOverdue, readOverdueItems } from "../queries/overdue.ts";
import { readProgressMatrix } from "../queries/progress-matrix.ts";
import { readRecommendation, readRecommendations, readRecommendationsByReference } from "../queries/recommendations.ts";
import {
  readOrganization,
  readOrganizationChanges,
  readOrganizations,
  readOrganizationsNamed,
  readReports,
  readReportsNamed,
  readThemes,
} from "../queries/register.ts";
import { readReport } from "../queries/report-detail.ts";
import {
  readReportingCycle,
  readReportingCycles,
  readReportingCyclesNamed,
  readSnapshot,
} from "../queries/reporting-cycles.ts";
import { readSameBodies } from "../queries/same-bodies.ts";
import { readStale } from "../queries/stale.ts";
import { readYearLevels } from "../queries/year-levels.ts";
import { readFormerVersions } from "../recommendations/former-versions.ts";
import { readSettingChanges, readSettings } from "../settings/setting-rows.ts";
import { inUtc } from "../tables/entry-rows.ts";
import { readProgress } from "./progress.ts";
import { readUnassessed } from "./unassessed.ts";

/** The reads of the domain over an open database, SQLite or PostgreSQL; Prisma is not loaded (docs/decisions/0004). */
export function trackerReads(database: Database): TrackerReads {
  return readsWith(database, (knownAt) => readSettings(database, knownAt));
}

type ReadSettings = (knownAt?: Instant) => Promise<Settings>;

function readsWith(database: Database, readThem: ReadSettings): TrackerReads {
  const settings: ReadSettings = (knownAt) => readThem(knownAt && inUtc(knownAt));
  return {
    forOneRequest: () => readsWith(database, rememberedSettings(readThem)),
    settings,
    settingChanges: () => readSettingChanges(database),
    overdue: async (reader, { knownAt, ...filter }, paging) =>
      knownAt === undefined
        ? readOverdue(database, filter, paging, await settings())
        : readOverdueKnownAt(database, reader, filter, inUtc(knownAt), paging, await settings(knownAt)),
    overdueItems: async function* (reader, { knownAt, ...filter }) {
      if (knownAt === undefined) return yield* readOverdueItems(database, filter, await settings());
      // Every page derives all follow-ups, so all items are taken from one page (D16).
      yield (await readOverdueKnownAt(database, reader, filter, inUtc(knownAt), {}, await settings(knownAt))).items;
    },
    stale: async (reader, { knownAt, ...filter }, paging) =>
      knownAt === undefined
        ? readStale(database, filter, paging)
        : readStaleKnownAt(database, reader, filter, inUtc(knownAt), paging, await settings(knownAt)),
    recommendations: async (reader, { knownAt, ...filter }, paging) =>
      knownAt === undefined
        ? readRecommendations(database, reader, filter, paging, await settings())
        : readRecommendationsKnownAt(database, reader, filter, inUtc(knownAt), paging, await settings(knownAt)),
    recommendation: async (reader, id, asOf) => readRecommendation(database, reader, id, asOf, await settings()),
    recommendationStanding: async (reader, id, asOf, knownAt) =>
      knownAt === undefined
        ? (await readRecommendation(database, reader, id, asOf, await settings()))?.standing
        : readRecommendationStandingKnownAt(database, reader, id, asOf, inUtc(knownAt), await settings(knownAt)),
    levelOverrides: (reader, recommendation, knownAt) =>
      readLevelOverrides(database, reader, recommendation, knownAt && inUtc(knownAt)),
    recommendationsByReference: async (reader, reference, asOf) =>
      readRecommendationsByReference(database, reader, reference, asOf, await settings()),
    formerVersions: (reader, id) => readFormerVersions(database, reader, id),
    followUp: async (reader, id, asOf, knownAt) =>
      readFollowUp(database, reader, id, asOf, await settings(knownAt), knownAt),
    yearLevels: async (followUps, asOf, knownAt) =>
      readYearLevels(database, followUps, asOf, await settings(knownAt), knownAt && inUtc(knownAt)),
    progress: async (reader, filter) => readProgress(database, reader, filter, await settings(filter.knownAt)),
    progressMatrix: async (reader, { knownAt, ...filter }) =>
      knownAt === undefined
        ? readProgressMatrix(database, filter)
        : readProgressMatrixKnownAt(database, reader, filter, inUtc(knownAt), await settings(knownAt)),
    reports: (reader, paging) => readReports(database, reader, paging),
    report: (reader, id) => readReport(database, reader, id),
    reportsNamed: async (reader, text) => (await readReportsNamed(database, reader, [text])).get(text) ?? [],
    organizations: (filter, paging) => readOrganizations(database, filter, paging),
    organization: (id) => readOrganization(database, id),
    organizationChanges: (organization) => readOrganizationChanges(database, organization),
    organizationsNamed: async (text) => (await readOrganizationsNamed(database, [text])).get(text) ?? [],
    named: (reader, kind, texts) => readNamed(database, reader, kind, texts),
    namesNear: (reader, kind, text) => readNamesNear(database, reader, kind, text),
    sameBodies: (organizations) => readSameBodies(database, organizations),
    reportingCycles: (paging) => readReportingCycles(database, paging),
    reportingCyclesNamed: (text) => readReportingCyclesNamed(database, text),
    reportingCycle: (id) => readReportingCycle(database, id),
    snapshot: (cycle, paging) => readSnapshot(database, cycle, paging),
    unassessed: async (reader, cycle, { asOf, knownAt }, paging) =>
      readUnassessed(
        database,
        reader,
        cycle,
        { asOf, ...(knownAt !== undefined && { knownAt: inUtc(knownAt) }) },
        paging,
        await settings(knownAt),
      ),
    auditCheckpoints: (paging) => readAuditCheckpoints(database, paging),
    links: (reader, recommendation) => readLinks(database, reader, recommendation),
    themes: () => readThemes(database),
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
