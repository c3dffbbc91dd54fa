/** Of each command, the operations of a service that it needs; or why it needs the database itself. */
const names = ["listNames", "listOrganizationChanges", "listSettingChanges"];
const theRecommendation = [...names, "listRecommendations", "getRecommendation", "getReport"];
const theFollowUp = [...theRecommendation, "getFollowUp"];

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
  "recommendation standing": [...theRecommendation, "getRecommendationStanding", "listLevelOverrides"],
  briefing: theFollowUp,
  "follow-up list": [...names, "listFollowUps"],
  "follow-up show": theFollowUp,
  progress: [...names, "getProgress", "getProgressMatrix"],
  explain: [],
  "report list": [...names, "listReports"],
  "report show": [...names, "getReport", "listRecommendations", "getOrganization"],
  "cycle list": [...names, "listReportingCycles", "getOrganization"],
  "cycle show": [...names, "listReportingCycles", "getReportingCycle", "getSnapshot", "getOrganization"],
  "cycle unassessed": [...names, "listReportingCycles", "getReportingCycle", "listUnassessed"],
  "organization list": [...names, "listOrganizations"],
  "organization show": [...names, "getOrganization"],
  "settings show": ["listSettingChanges"],
  "settings history": ["listSettingChanges"],
};

/** The first words of what works on a database itself, on the machine where it is. */
export const onlyHere = ["database", "audit", "token", "serve", "import", "export", "user", "draft", "file"];
