import { exportOf, type Operation } from "../contract/operation.ts";
import { draftOperations } from "./act-on-drafts.ts";
import { addImport } from "./add-import.ts";
import { addUser } from "./add-user.ts";
import { bringFigures } from "./bring-figures.ts";
import { bringItems } from "./bring-items.ts";
import { changeUser } from "./change-user.ts";
import { createToken } from "./create-token.ts";
import { endOutboxMessage } from "./end-outbox-message.ts";
import { exportLinkedRecord, exportRecord } from "./export-record.ts";
import { getActionPlan } from "./get-action-plan.ts";
import { getBriefing } from "./get-briefing.ts";
import { getBriefingDocument } from "./get-briefing-document.ts";
import { getCollectedItem } from "./get-collected-item.ts";
import { getComparison } from "./get-comparison.ts";
import { getDraft } from "./get-draft.ts";
import { getEntry } from "./get-entry.ts";
import {
  getCrosswalks,
  getDataCatalogue,
  getDataPackage,
  getRecordContext,
  getRecordSchema,
} from "./get-exchange-files.ts";
import { getFiguresWorkbook } from "./get-figures-workbook.ts";
import { getFile } from "./get-file.ts";
import { getFileContent } from "./get-file-content.ts";
import { getFollowUp } from "./get-follow-up.ts";
import { getFollowUpChapter, getFollowUpSummary } from "./get-follow-up-chapter.ts";
import { getImport } from "./get-import.ts";
import { getLevelOverride } from "./get-level-override.ts";
import { getLink } from "./get-link.ts";
import { getMe } from "./get-me.ts";
import { getMeetingReminder } from "./get-meeting-reminder.ts";
import { getOrganization } from "./get-organization.ts";
import { getOrganizationChange } from "./get-organization-change.ts";
import { getOutboxMessage } from "./get-outbox-message.ts";
import { getProgress } from "./get-progress.ts";
import { getProgressMatrix } from "./get-progress-matrix.ts";
import { getRecommendation } from "./get-recommendation.ts";
import { getRecommendationFacets } from "./get-recommendation-facets.ts";
import { getRecommendationStanding } from "./get-recommendation-standing.ts";
import { getRefData } from "./get-ref-data.ts";
import { getReminderPlan } from "./get-reminder-plan.ts";
import { getReply } from "./get-reply.ts";
import { getReport } from "./get-report.ts";
import { getReportDocument } from "./get-report-document.ts";
import { getReportErrata } from "./get-report-errata.ts";
import { getReportMatrix } from "./get-report-matrix.ts";
import { getReportSection } from "./get-report-section.ts";
import { getReportingCycle } from "./get-reporting-cycle.ts";
import { getRule } from "./get-rule.ts";
import { getSeriesFigures } from "./get-series-figures.ts";
import { getSettingChange } from "./get-setting-change.ts";
import { getSettings } from "./get-settings.ts";
import { getSnapshot } from "./get-snapshot.ts";
import { getStanding } from "./get-standing.ts";
import { getToken } from "./get-token.ts";
import { getUser } from "./get-user.ts";
import { getWorkbook } from "./get-workbook.ts";
import { leaveUser } from "./leave-user.ts";
import { listAuditCheckpoints } from "./list-audit-checkpoints.ts";
import { listChanges } from "./list-changes.ts";
import { listCollectedItems } from "./list-collected-items.ts";
import { listDeadlineRequests } from "./list-deadline-requests.ts";
import { listDraftingRemarks } from "./list-drafting-remarks.ts";
import { listDrafts } from "./list-drafts.ts";
import { listFollowUpHistory } from "./list-follow-up-history.ts";
import { listFollowUps } from "./list-follow-ups.ts";
import { listFollowUpsOfRecommendation } from "./list-follow-ups-of-recommendation.ts";
import { listImports } from "./list-imports.ts";
import { listLevelOverrides } from "./list-level-overrides.ts";
import { listLinks } from "./list-links.ts";
import { listNames } from "./list-names.ts";
import { listObligations } from "./list-obligations.ts";
import { listOrganizationChanges } from "./list-organization-changes.ts";
import { listOrganizations } from "./list-organizations.ts";
import { listOutboxMessages } from "./list-outbox-messages.ts";
import { listOverdue } from "./list-overdue.ts";
import { listOwingOrganizations } from "./list-owing-organizations.ts";
import { listRecommendations } from "./list-recommendations.ts";
import { listRefData } from "./list-ref-data.ts";
import { listReportSections } from "./list-report-sections.ts";
import { listReportingCycles } from "./list-reporting-cycles.ts";
import { listReports } from "./list-reports.ts";
import { listRules } from "./list-rules.ts";
import { listSettingChanges } from "./list-setting-changes.ts";
import { listStale } from "./list-stale.ts";
import { listTokens } from "./list-tokens.ts";
import { listUnassessed } from "./list-unassessed.ts";
import { listUsers } from "./list-users.ts";
import { makeSignInLink } from "./make-sign-in-link.ts";
import { performActs } from "./perform-acts.ts";
import { proposeRecommendations } from "./propose-recommendations.ts";
import { actOperations } from "./record-acts.ts";
import { registerOperations } from "./register-acts.ts";
import { revokeToken } from "./revoke-token.ts";
import { rotateToken } from "./rotate-token.ts";
import { sendImportFile } from "./send-import-file.ts";
import { signOutUser } from "./sign-out-user.ts";
import { submitDrafts } from "./submit-drafts.ts";
import { uploadFile } from "./upload-file.ts";

/** Every operation of the service: the router and the documents are built from this list. */
export const operations: readonly Operation[] = [
  listOverdue,
  listOwingOrganizations,
  listObligations,
  listStale,
  listDeadlineRequests,
  listChanges,
  getComparison,
  getBriefing,
  listRecommendations,
  getRecommendationFacets,
  getRecommendation,
  getRecommendationStanding,
  listFollowUpsOfRecommendation,
  listLinks,
  getLink,
  listLevelOverrides,
  listDraftingRemarks,
  getLevelOverride,
  listFollowUps,
  getFollowUp,
  getStanding,
  listFollowUpHistory,
  getEntry,
  getProgress,
  getProgressMatrix,
  listReports,
  getReport,
  getActionPlan,
  listReportingCycles,
  getReportingCycle,
  getSnapshot,
  listUnassessed,
  listCollectedItems,
  getCollectedItem,
  getSeriesFigures,
  listReportSections,
  getReportSection,
  getMeetingReminder,
  getFiguresWorkbook,
  bringFigures,
  bringItems,
  listOrganizations,
  getOrganization,
  listOrganizationChanges,
  getOrganizationChange,
  getWorkbook,
  getSettings,
  listSettingChanges,
  getSettingChange,
  listRefData,
  listRules,
  getRule,
  getRefData,
  listNames,
  getMe,
  uploadFile,
  getFile,
  getFileContent,
  exportOf(listOverdue, "exportOverdue", "/exports/overdue"),
  exportOf(listOwingOrganizations, "exportOwingOrganizations", "/exports/overdue/organizations"),
  exportOf(listObligations, "exportObligations", "/exports/obligations"),
  exportOf(listChanges, "exportChanges", "/exports/changes"),
  exportOf(getComparison, "exportComparison", "/exports/comparison"),
  exportOf(listStale, "exportStale", "/exports/stale"),
  exportOf(listRecommendations, "exportRecommendations", "/exports/recommendations"),
  exportOf(listFollowUps, "exportFollowUps", "/exports/followUps"),
  exportOf(listReports, "exportReports", "/exports/reports"),
  exportOf(listOrganizations, "exportOrganizations", "/exports/organizations"),
  exportOf(listCollectedItems, "exportCollectedItems", "/exports/collectedItems"),
  exportOf(getSeriesFigures, "exportSeriesFigures", "/exports/collectedItems/{id}/figures"),
  exportOf(listReportingCycles, "exportReportingCycles", "/exports/reportingCycles"),
  exportOf(getSnapshot, "exportSnapshot", "/exports/reportingCycles/{id}/snapshot"),
  exportOf(listUnassessed, "exportUnassessed", "/exports/reportingCycles/{id}/unassessed"),
  exportOf(getProgress, "exportProgress", "/exports/progress"),
  exportOf(getProgressMatrix, "exportProgressMatrix", "/exports/progressMatrix"),
  getReportDocument,
  getReportErrata,
  getReportMatrix,
  getReply,
  getBriefingDocument,
  getFollowUpChapter,
  getFollowUpSummary,
  exportRecord,
  exportLinkedRecord,
  getDataCatalogue,
  getDataPackage,
  getRecordContext,
  getRecordSchema,
  getCrosswalks,
  proposeRecommendations,
  addImport,
  listImports,
  getImport,
  sendImportFile,
  listAuditCheckpoints,
  listDrafts,
  getDraft,
  ...draftOperations,
  submitDrafts,
  listUsers,
  getUser,
  addUser,
  makeSignInLink,
  signOutUser,
  changeUser,
  leaveUser,
  listTokens,
  getToken,
  createToken,
  rotateToken,
  revokeToken,
  getReminderPlan,
  listOutboxMessages,
  getOutboxMessage,
  endOutboxMessage,
  performActs,
  ...actOperations,
  ...registerOperations,
];
