import type { Instant, Settings } from "@heed/core";
import type { TrackerReads } from "@heed/core/tracker-store";
import { inUtc } from "../entries/entry-rows.ts";
import { readSettingChanges, readSettings } from "../settings/setting-rows.ts";
import type { Database } from "../sql.ts";
import { readAuditCheckpoints } from "./audit-checkpoints.ts";
import { readFollowUp } from "./follow-up.ts";
import { readFormerVersions } from "./former-versions.ts";
import { readOverdueKnownAt } from "./known-at/overdue.ts";
import { readProgressMatrixKnownAt } from "./known-at/progress-matrix.ts";
import { readRecommendationStandingKnownAt } from "./known-at/recommendation-standing.ts";
import { readRecommendationsKnownAt } from "./known-at/recommendations.ts";
import { readStaleKnownAt } from "./known-at/stale.ts";
import { readLevelOverrides } from "./level-overrides.ts";
import { readLinks } from "./links.ts";
import { readNamed, readNamesNear } from "./named.ts";
import { readOverdue, readOverdueItems } from "./overdue.ts";
import { readProgress } from "./progress.ts";
import { readProgressMatrix } from "./progress-matrix.ts";
import { readRecommendation, readRecommendations, readRecommendationsByReference } from "./recommendations.ts";
import {
  readOrganization,
  readOrganizationChanges,
  readOrganizations,
  readOrganizationsNamed,
  readReports,
  readReportsNamed,
  readThemes,
} from "./register.ts";
import { readReport } from "./report-detail.ts";
import { readReportingCycle, readReportingCycles, readReportingCyclesNamed, readSnapshot } from "./reporting-cycles.ts";
import { readSameBodies } from "./same-bodies.ts";
import { readStale } from "./stale.ts";
import { readUnassessed } from "./unassessed.ts";
import { readYearLevels } from "./year-levels.ts";

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
