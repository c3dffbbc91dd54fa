import { acts } from "@heed/core";
import { registerActs } from "@heed/core/acts/acts";
import type { FollowUpAct } from "@heed/core/acts/follow-up-act";
import { type DraftAct, draftActs } from "@heed/core/drafts/draft-acts";
import type { RegisterAct } from "@heed/core/register/register-act";
import type { RegisterKind } from "@heed/core/register/register-kinds";

/** Of each command, the operations of a service that it needs; or why it needs the database itself. */
const names = ["listNames", "listOrganizationChanges", "listSettingChanges"];
const theRecommendation = [...names, "listRecommendations", "getRecommendation", "getReport"];
const theFollowUp = [...theRecommendation, "getFollowUp"];
const writesReport = [
  ...names,
  ...["listReports", "getReport", "listReportingCycles", "getReportingCycle", "getOrganization"],
  ...["getComparison", "listOverdue", "listOwingOrganizations", "getProgress", "listChanges"],
  ...["listRecommendations", "listFollowUps", "getFollowUp", "getRecommendation"],
  ...["listReportSections", "listCollectedItems", "getReportDocument"],
];
const theUser = [...names, "listUsers", "getUser", "getOrganization"];
const theDraft = [...names, "listDrafts", "getDraft", "getFollowUp"];

/** What reads the record, by `heed --server`. */
export const commandOperations: Readonly<Record<string, readonly string[]>> = {
  overdue: [...names, "listOverdue", "listStale"],
  owed: [...names, "listObligations"],
  owing: [...names, "listOwingOrganizations", "listOverdue"],
  stale: [...names, "listStale"],
  changes: [...names, "listChanges"],
  compare: [...names, "getComparison", "listReportingCycles", "getReportingCycle"],
  "recommendation list": theFollowUp,
  "recommendation facets": [...names, "getRecommendationFacets"],
  "recommendation show": theRecommendation,
  "recommendation check": [...theRecommendation, "listDraftingRemarks"],
  "recommendation propose": [...names, "getReport", "proposeRecommendations"],
  "recommendation standing": [...theRecommendation, "getRecommendationStanding", "listLevelOverrides"],
  briefing: theFollowUp,
  "follow-up list": [...names, "listFollowUps"],
  "follow-up show": theFollowUp,
  progress: [...names, "getProgress", "getProgressMatrix"],
  explain: [],
  "report list": [...names, "listReports"],
  "report show": [...names, "getReport", "listRecommendations", "getOrganization"],
  "report write": writesReport,
  "report errata": writesReport,
  "report reply": [...names, "listFollowUps", "getFollowUp", "getReport", "getOrganization"],
  "report matrix": theFollowUp,
  "report action-plan": [...names, "getReport", "listFollowUps", "getFollowUp", "listReports"],
  "cycle list": [...names, "listReportingCycles", "getOrganization"],
  "cycle show": [...names, "listReportingCycles", "getReportingCycle", "getSnapshot", "getOrganization"],
  "cycle unassessed": [...names, "listReportingCycles", "getReportingCycle", "listUnassessed"],
  "organization list": [...names, "listOrganizations"],
  "organization show": [...names, "getOrganization"],
  "item figures": [...names, "listCollectedItems", "getCollectedItem", "getSeriesFigures"],
  "item workbook": [...names, "getFiguresWorkbook"],
  "item reminder": [...names, "listCollectedItems", "getCollectedItem", "getReport", "listOverdue"],
  "item bring": ["bringFigures"],
  "item import": ["bringCollectedItems"],
  "item list": [...names, "listCollectedItems"],
  "item show": [...names, "listCollectedItems", "getCollectedItem", "getOrganization"],
  "section list": [...names, "getReport", "listReportSections"],
  "section show": [...names, "getReport", "listReportSections", "getReportSection"],
  "draft list": [...names, "listDrafts", "getFollowUp"],
  "draft show": theDraft,
  "workbook write": [...names, "getWorkbook"],
  "workbook read": ["addImport", "sendImportFile", "getImport"],
  "file get": ["getFile", "getFileContent"],
  "user add": [...names, "getOrganization", "addUser"],
  "user change": [...theUser, "changeUser"],
  "user leave": [...theUser, "leaveUser"],
  "user list": ["listUsers", "listSettingChanges", "getOrganization"],
  "user show": theUser,
  "user link": [...theUser, "makeSignInLink"],
  "user sign-out": [...theUser, "signOutUser"],
  "token create": [...theUser, "createToken", "getToken"],
  "token list": ["listTokens", "listSettingChanges", "getOrganization"],
  "token rotate": ["listSettingChanges", "getToken", "rotateToken"],
  "token revoke": ["listSettingChanges", "getToken", "revokeToken"],
  "reminder preview": ["listSettingChanges", "getReminderPlan"],
  "reminder list": ["listSettingChanges", "listOutboxMessages"],
  "reminder again": ["listSettingChanges", "endOutboxMessage"],
  "reminder sent": ["listSettingChanges", "endOutboxMessage"],
  "reminder drop": ["listSettingChanges", "endOutboxMessage"],
  import: ["addImport", "sendImportFile", "getImport"],
  export: ["exportRecord", "exportLinkedRecord"],
  "settings show": ["listSettingChanges"],
  "settings history": ["listSettingChanges"],
};

/** What acts on the register are done on is found by. */
const found: Partial<Record<RegisterKind, readonly string[]>> = {
  report: [...names, "getReport"],
  recommendation: theRecommendation,
  reportingCycle: [...names, "listReportingCycles", "getReportingCycle"],
  collectedItem: [...names, "listCollectedItems", "getCollectedItem"],
  reportSection: [...names, "getReport", "listReportSections", "getReportSection"],
};

/** What acts: each act is an operation of its own. */
export const actingOperations: Readonly<Record<string, readonly string[]>> = Object.fromEntries([
  ...Object.values<FollowUpAct>(acts).map(({ command, operation, input }) => [
    commandName(command),
    [...theFollowUp, ...("evidence" in input.shape ? ["uploadFile"] : []), operation.id],
  ]),
  ...Object.values<RegisterAct>(registerActs).map(({ command, operation, on }) => [
    commandName(command),
    [...(found[on] ?? names), operation.id],
  ]),
  ...Object.values<DraftAct>(draftActs).map(({ command, operation, states }) => [
    `draft ${command.verb}`,
    [...(states === undefined ? theFollowUp : theDraft), operation.id],
  ]),
]);

function commandName({ noun, verb }: { noun: string; verb: string }): string {
  return `${noun} ${verb.split(" ")[0]}`;
}

/** Why a command works on a database itself, by its first words. */
export const onlyHere: Readonly<Record<string, string>> = {
  database: "the database itself",
  audit: "the record itself is checked, and not what a service says of it",
  serve: "it is the service",
  config: "the configuration of this machine",
  doctor: "the installation itself",
  "file clean": "the files themselves",
  "user sessions": "sessions are kept with the database",
  webhook: "secrets are kept with the database",
};
