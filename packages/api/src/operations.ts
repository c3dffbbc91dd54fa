import { exportOf, type Operation } from "./operation.ts";
import { getEntry } from "./operations/get-entry.ts";
import { getFollowUp } from "./operations/get-follow-up.ts";
import { getLevelOverride } from "./operations/get-level-override.ts";
import { getLink } from "./operations/get-link.ts";
import { getMe } from "./operations/get-me.ts";
import { getOrganization } from "./operations/get-organization.ts";
import { getOrganizationChange } from "./operations/get-organization-change.ts";
import { getProgress } from "./operations/get-progress.ts";
import { getProgressMatrix } from "./operations/get-progress-matrix.ts";
import { getRecommendation } from "./operations/get-recommendation.ts";
import { getRecommendationStanding } from "./operations/get-recommendation-standing.ts";
import { getRefData } from "./operations/get-ref-data.ts";
import { getReport } from "./operations/get-report.ts";
import { getReportingCycle } from "./operations/get-reporting-cycle.ts";
import { getRule } from "./operations/get-rule.ts";
import { getSettingChange } from "./operations/get-setting-change.ts";
import { getSettings } from "./operations/get-settings.ts";
import { getSnapshot } from "./operations/get-snapshot.ts";
import { getStanding } from "./operations/get-standing.ts";
import { listAuditCheckpoints } from "./operations/list-audit-checkpoints.ts";
import { listFollowUpHistory } from "./operations/list-follow-up-history.ts";
import { listFollowUpsOfRecommendation } from "./operations/list-follow-ups-of-recommendation.ts";
import { listLevelOverrides } from "./operations/list-level-overrides.ts";
import { listLinks } from "./operations/list-links.ts";
import { listOrganizationChanges } from "./operations/list-organization-changes.ts";
import { listOrganizations } from "./operations/list-organizations.ts";
import { listOverdue } from "./operations/list-overdue.ts";
import { listRecommendations } from "./operations/list-recommendations.ts";
import { listRefData } from "./operations/list-ref-data.ts";
import { listReportingCycles } from "./operations/list-reporting-cycles.ts";
import { listReports } from "./operations/list-reports.ts";
import { listRules } from "./operations/list-rules.ts";
import { listSettingChanges } from "./operations/list-setting-changes.ts";
import { listStale } from "./operations/list-stale.ts";
import { listUnassessed } from "./operations/list-unassessed.ts";
import { actOperations } from "./operations/record-acts.ts";
import { registerOperations } from "./operations/register-acts.ts";

/** Every operation of the service: the router and the documents are built from this list. */
export const operations: readonly Operation[] = [
  listOverdue,
  listStale,
  listRecommendations,
  getRecommendation,
  getRecommendationStanding,
  listFollowUpsOfRecommendation,
  listLinks,
  getLink,
  listLevelOverrides,
  getLevelOverride,
  getFollowUp,
  getStanding,
  listFollowUpHistory,
  getEntry,
  getProgress,
  getProgressMatrix,
  listReports,
  getReport,
  listReportingCycles,
  getReportingCycle,
  getSnapshot,
  listUnassessed,
  listOrganizations,
  getOrganization,
  listOrganizationChanges,
  getOrganizationChange,
  getSettings,
  listSettingChanges,
  getSettingChange,
  listRefData,
  listRules,
  getRule,
  getRefData,
  getMe,
  exportOf(listOverdue, "exportOverdue", "/exports/overdue"),
  exportOf(getProgressMatrix, "exportProgressMatrix", "/exports/progressMatrix"),
  listAuditCheckpoints,
  ...actOperations,
  ...registerOperations,
];
