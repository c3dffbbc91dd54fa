import type { Operation } from "./operation.ts";
import { getFollowUp } from "./operations/get-follow-up.ts";
import { getMe } from "./operations/get-me.ts";
import { getOrganization } from "./operations/get-organization.ts";
import { getProgress } from "./operations/get-progress.ts";
import { getRecommendation } from "./operations/get-recommendation.ts";
import { getRefData } from "./operations/get-ref-data.ts";
import { getReport } from "./operations/get-report.ts";
import { getStanding } from "./operations/get-standing.ts";
import { listFollowUpHistory } from "./operations/list-follow-up-history.ts";
import { listFollowUpsOfRecommendation } from "./operations/list-follow-ups-of-recommendation.ts";
import { listOrganizations } from "./operations/list-organizations.ts";
import { listOverdue } from "./operations/list-overdue.ts";
import { listRecommendations } from "./operations/list-recommendations.ts";
import { listRefData } from "./operations/list-ref-data.ts";
import { listReportingCycles } from "./operations/list-reporting-cycles.ts";
import { listReports } from "./operations/list-reports.ts";
import { listStale } from "./operations/list-stale.ts";
import { actOperations } from "./operations/record-acts.ts";

/** Every operation of the service: the router and the documents are built from this list. */
export const operations: readonly Operation[] = [
  listOverdue,
  listStale,
  listRecommendations,
  getRecommendation,
  listFollowUpsOfRecommendation,
  getFollowUp,
  getStanding,
  listFollowUpHistory,
  getProgress,
  listReports,
  getReport,
  listReportingCycles,
  listOrganizations,
  getOrganization,
  listRefData,
  getRefData,
  getMe,
  ...actOperations,
];
