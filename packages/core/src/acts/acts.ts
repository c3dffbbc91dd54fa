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
  correct,
  retract,
} as const satisfies Record<string, FollowUpAct>;

export type ActName = keyof typeof acts;
