import { addActs } from "./commands/acts.ts";
import { addAudit } from "./commands/audit.ts";
import { addBriefing } from "./commands/briefing.ts";
import { addChanges } from "./commands/changes.ts";
import { addCompare } from "./commands/compare.ts";
import { addConfig } from "./commands/config.ts";
import { addCycle } from "./commands/cycle.ts";
import { addDatabase } from "./commands/database.ts";
import { addDoctor } from "./commands/doctor.ts";
import { addDrafts } from "./commands/drafts.ts";
import { addExplain } from "./commands/explain.ts";
import { addExport } from "./commands/export.ts";
import { addFile } from "./commands/file.ts";
import { addFollowUp } from "./commands/follow-up.ts";
import { addImport } from "./commands/import.ts";
import { addItem } from "./commands/item.ts";
import { addOrganization } from "./commands/organization.ts";
import { addOverdue } from "./commands/overdue.ts";
import { addOwed } from "./commands/owed.ts";
import { addOwing } from "./commands/owing.ts";
import { addProgress } from "./commands/progress.ts";
import { addRecommendation } from "./commands/recommendation.ts";
import { addRecommendationCheck } from "./commands/recommendation-check.ts";
import { addRecommendationPropose } from "./commands/recommendation-propose.ts";
import { addRecommendationStanding } from "./commands/recommendation-standing.ts";
import { addRegisterActs } from "./commands/register-acts.ts";
import { addReminder } from "./commands/reminder.ts";
import { addReport } from "./commands/report.ts";
import { addSection } from "./commands/section.ts";
import { addServe } from "./commands/serve.ts";
import { addSettings } from "./commands/settings.ts";
import { addStale } from "./commands/stale.ts";
import { addToken } from "./commands/token.ts";
import { addUser } from "./commands/user.ts";
import { addWebhookCommand } from "./commands/webhook.ts";
import { addWorkbook } from "./commands/workbook.ts";
import type { AddCommand } from "./process/program.ts";

/** Every command, in the order in which the help lists them. */
export const allCommands: readonly AddCommand[] = [
  addOverdue,
  addOwed,
  addOwing,
  addStale,
  addChanges,
  addCompare,
  addRecommendation,
  addRecommendationStanding,
  addRecommendationCheck,
  addRecommendationPropose,
  addBriefing,
  addFollowUp,
  addProgress,
  addExplain,
  addActs,
  addDrafts,
  addWorkbook,
  addReport,
  addCycle,
  addOrganization,
  addItem,
  addSection,
  addSettings,
  addRegisterActs,
  addImport,
  addExport,
  addFile,
  addDatabase,
  addAudit,
  addUser,
  addToken,
  addReminder,
  addWebhookCommand,
  addServe,
  addConfig,
  addDoctor,
];
