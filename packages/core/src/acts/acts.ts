import type { Entry } from "../follow-up/entries/entry.ts";
import type { ActContext } from "./act.ts";
import {
  addEvidence,
  commit,
  NewClaimWithdrawal,
  NewCommitment,
  NewCommitmentOutcome,
  NewEvidence,
  NewObservation,
  NewProgressUpdate,
  NewResponse,
  observe,
  reportOutcome,
  respond,
  update,
  withdrawClaim,
} from "./addressee-acts.ts";
import { correct, NewCorrection, NewRetraction, retract } from "./amend.ts";
import {
  contestDeadlineChange,
  decideDeadlineChange,
  NewDeadlineContest,
  NewDeadlineDecision,
  NewDeadlineRequest,
  NewDeadlineRequestWithdrawal,
  requestDeadlineChange,
  withdrawDeadlineRequest,
} from "./deadline.ts";
import {
  assess,
  changeRole,
  close,
  decideSuccessor,
  NewAssessment,
  NewClosure,
  NewNotCompetentUpheld,
  NewReopening,
  NewRoleChange,
  NewSuccessorDecision,
  reopen,
  upholdNotCompetent,
} from "./issuing-body-acts.ts";

/** Every act on a follow-up by its name: its input, and the pure function that decides which entries it makes. */
export const acts = {
  respond: { input: NewResponse, decide: respond },
  commit: { input: NewCommitment, decide: commit },
  reportOutcome: { input: NewCommitmentOutcome, decide: reportOutcome },
  update: { input: NewProgressUpdate, decide: update },
  withdrawClaim: { input: NewClaimWithdrawal, decide: withdrawClaim },
  addEvidence: { input: NewEvidence, decide: addEvidence },
  observe: { input: NewObservation, decide: observe },
  requestDeadlineChange: { input: NewDeadlineRequest, decide: requestDeadlineChange },
  withdrawDeadlineRequest: { input: NewDeadlineRequestWithdrawal, decide: withdrawDeadlineRequest },
  decideDeadlineChange: { input: NewDeadlineDecision, decide: decideDeadlineChange },
  contestDeadlineChange: { input: NewDeadlineContest, decide: contestDeadlineChange },
  assess: { input: NewAssessment, decide: assess },
  close: { input: NewClosure, decide: close },
  reopen: { input: NewReopening, decide: reopen },
  decideSuccessor: { input: NewSuccessorDecision, decide: decideSuccessor },
  upholdNotCompetent: { input: NewNotCompetentUpheld, decide: upholdNotCompetent },
  changeRole: { input: NewRoleChange, decide: changeRole },
  correct: { input: NewCorrection, decide: correct },
  retract: { input: NewRetraction, decide: retract },
} as const satisfies Record<string, { input: unknown; decide: (context: ActContext, input: unknown) => Entry[] }>;

export type ActName = keyof typeof acts;
