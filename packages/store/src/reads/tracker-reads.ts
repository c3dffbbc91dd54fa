import type { Settings, TrackerReads } from "@heed/core";
import type { Database } from "../sql.ts";
import { readFollowUp } from "./follow-up.ts";
import { readFormerVersions } from "./former-versions.ts";
import { readOverdue } from "./overdue.ts";
import { readProgress } from "./progress.ts";
import { readRecommendation, readRecommendations, readRecommendationsByReference } from "./recommendations.ts";
import {
  readOrganization,
  readOrganizationChanges,
  readOrganizations,
  readOrganizationsNamed,
  readReport,
  readReportingCycles,
  readReports,
  readReportsNamed,
  readSettings,
  readThemes,
} from "./register.ts";
import { readStale } from "./stale.ts";

/** The reads of the domain over an open database, SQLite or PostgreSQL; Prisma is not loaded (decision 11). */
export function trackerReads(database: Database): TrackerReads {
  const settings = (): Promise<Settings> => readSettings(database);
  return {
    settings,
    overdue: async (_reader, filter, paging) => readOverdue(database, filter, paging, await settings()),
    stale: (_reader, filter, paging) => readStale(database, filter, paging),
    recommendations: async (reader, filter, paging) =>
      readRecommendations(database, reader, filter, paging, await settings()),
    recommendation: async (reader, id, asOf) => readRecommendation(database, reader, id, asOf, await settings()),
    recommendationsByReference: async (reader, reference, asOf) =>
      readRecommendationsByReference(database, reader, reference, asOf, await settings()),
    formerVersions: (reader, id) => readFormerVersions(database, reader, id),
    followUp: async (reader, id, asOf, knownAt) => readFollowUp(database, reader, id, asOf, await settings(), knownAt),
    progress: async (reader, filter) => readProgress(database, reader, filter, await settings()),
    reports: (reader, paging) => readReports(database, reader, paging),
    report: (reader, id) => readReport(database, reader, id),
    reportsNamed: (reader, text) => readReportsNamed(database, reader, text),
    organizations: (paging) => readOrganizations(database, paging),
    organization: (id) => readOrganization(database, id),
    organizationChanges: (organization) => readOrganizationChanges(database, organization),
    organizationsNamed: (text) => readOrganizationsNamed(database, text),
    reportingCycles: (paging) => readReportingCycles(database, paging),
    themes: () => readThemes(database),
  };
}
