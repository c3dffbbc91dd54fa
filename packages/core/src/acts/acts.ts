import { addErratumAct } from "../register/add-erratum.ts";
import { addGroundAct } from "../register/add-ground.ts";
import { addItemAct } from "../register/add-item.ts";
import { addOrganizationAct } from "../register/add-organization.ts";
import { addRecommendationAct } from "../register/add-recommendation.ts";
import { addReportErratumAct } from "../register/add-report-erratum.ts";
import { addSectionAct } from "../register/add-section.ts";
import { changeCycleAct } from "../register/change-cycle.ts";
import { changeOrganizationsAct } from "../register/change-organizations.ts";
import { changeRecommendationAct } from "../register/change-recommendation.ts";
import { changeReportAct } from "../register/change-report.ts";
import { changeSettingsAct } from "../register/change-settings.ts";
import { closeCycleAct } from "../register/close-cycle.ts";
import { correctItemAct } from "../register/correct-item.ts";
import { correctOrganizationAct } from "../register/correct-organization.ts";
import { correctRecommendationAct } from "../register/correct-recommendation.ts";
import { correctSectionAct } from "../register/correct-section.ts";
import { discardAct } from "../register/discard.ts";
import { draftReportAct } from "../register/draft-report.ts";
import { eraseItemAct } from "../register/erase-item.ts";
import { freezeReportAct } from "../register/freeze-report.ts";
import { linkAct } from "../register/link.ts";
import { openCycleAct } from "../register/open-cycle.ts";
import { overrideLevelAct } from "../register/override-level.ts";
import { publishAct } from "../register/publish.ts";
import { publishCycleAct } from "../register/publish-cycle.ts";
import type { RegisterAct } from "../register/register-act.ts";
import { removeRecommendationAct } from "../register/remove-recommendation.ts";
import { selectForAssessmentAct } from "../register/select-for-assessment.ts";
import { withdrawItemAct } from "../register/withdraw-item.ts";
import { withdrawLevelOverrideAct } from "../register/withdraw-level-override.ts";
import { withdrawLinkAct } from "../register/withdraw-link.ts";
import { withdrawSectionAct } from "../register/withdraw-section.ts";
import { addEvidence } from "./add-evidence.ts";
import { assess } from "./assess.ts";
import { changeRole } from "./change-role.ts";
import { close } from "./close.ts";
import { commit } from "./commit.ts";
import { contestDeadlineChange } from "./contest-deadline-change.ts";
import { correct } from "./correct.ts";
import { decideDeadlineChange } from "./decide-deadline-change.ts";
import { decideSuccessor } from "./decide-successor.ts";
import type { FollowUpAct } from "./follow-up-act.ts";
import { observe } from "./observe.ts";
import { publishAnswer } from "./publish-answer.ts";
import { reopen } from "./reopen.ts";
import { reportOutcome } from "./report-outcome.ts";
import { requestDeadlineChange } from "./request-deadline-change.ts";
import { respond } from "./respond.ts";
import { retract } from "./retract.ts";
import { update } from "./update.ts";
import { upholdNotCompetent } from "./uphold-not-competent.ts";
import { withdrawClaim } from "./withdraw-claim.ts";
import { withdrawDeadlineRequest } from "./withdraw-deadline-request.ts";

/**
 * Every act on a follow-up by its name: the one list that permission, the API, the command line and the docs are made of (R54).
 * A new act is one file and one row here.
 */
export const acts = {
  respond,
  commit,
  reportOutcome,
  update,
  withdrawClaim,
  addEvidence,
  observe,
  requestDeadlineChange,
  withdrawDeadlineRequest,
  decideDeadlineChange,
  contestDeadlineChange,
  assess,
  close,
  reopen,
  decideSuccessor,
  upholdNotCompetent,
  changeRole,
  publishAnswer,
  correct,
  retract,
} as const satisfies Record<string, FollowUpAct>;

export type ActName = keyof typeof acts;

const onRegister = [
  draftReportAct,
  changeReportAct,
  publishAct,
  freezeReportAct,
  addReportErratumAct,
  discardAct,
  addRecommendationAct,
  changeRecommendationAct,
  removeRecommendationAct,
  correctRecommendationAct,
  linkAct,
  addGroundAct,
  withdrawLinkAct,
  overrideLevelAct,
  withdrawLevelOverrideAct,
  openCycleAct,
  changeCycleAct,
  selectForAssessmentAct,
  publishCycleAct,
  closeCycleAct,
  addErratumAct,
  addOrganizationAct,
  correctOrganizationAct,
  changeOrganizationsAct,
  changeSettingsAct,
  addItemAct,
  correctItemAct,
  withdrawItemAct,
  eraseItemAct,
  addSectionAct,
  correctSectionAct,
  withdrawSectionAct,
] as const satisfies readonly RegisterAct[];

type OnRegister = (typeof onRegister)[number];
export type RegisterActName = OnRegister["name"];

/** Every act on the register by its name, in the same way. */
export const registerActs = Object.fromEntries(onRegister.map((act) => [act.name, act])) as {
  readonly [Act in OnRegister as Act["name"]]: Act;
};
