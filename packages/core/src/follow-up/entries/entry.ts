import { z } from "zod";
import { answerPublicationKind } from "./answer-publication.ts";
import { assessmentKind } from "./assessment.ts";
import { claimWithdrawalKind } from "./claim-withdrawal.ts";
import { closureKind } from "./closure.ts";
import { commitmentKind } from "./commitment.ts";
import { commitmentOutcomeKind } from "./commitment-outcome.ts";
import { deadlineChangeKind } from "./deadline-change.ts";
import { deadlineContestKind } from "./deadline-contest.ts";
import { deadlineRequestKind } from "./deadline-request.ts";
import { deadlineRequestWithdrawalKind } from "./deadline-request-withdrawal.ts";
import type { EntryKind } from "./entry-kind.ts";
import { evidenceKind } from "./evidence-entry.ts";
import { notCompetentUpheldKind } from "./not-competent-upheld.ts";
import { observationKind } from "./observation.ts";
import { progressUpdateKind } from "./progress-update.ts";
import { reopeningKind } from "./reopening.ts";
import { responseKind } from "./response.ts";
import { retractionKind } from "./retraction.ts";
import { roleChangeKind } from "./role-change.ts";
import { successorDecisionKind } from "./successor-decision.ts";

/** Every type of entry, once: its schema, whose side says it, what it refers to, and what may be corrected in it. */
export const entryKinds = {
  response: responseKind,
  commitment: commitmentKind,
  commitmentOutcome: commitmentOutcomeKind,
  deadlineRequest: deadlineRequestKind,
  deadlineRequestWithdrawal: deadlineRequestWithdrawalKind,
  deadlineChange: deadlineChangeKind,
  deadlineContest: deadlineContestKind,
  progressUpdate: progressUpdateKind,
  claimWithdrawal: claimWithdrawalKind,
  assessment: assessmentKind,
  closure: closureKind,
  reopening: reopeningKind,
  notCompetentUpheld: notCompetentUpheldKind,
  roleChange: roleChangeKind,
  successorDecision: successorDecisionKind,
  evidence: evidenceKind,
  observation: observationKind,
  answerPublication: answerPublicationKind,
  retraction: retractionKind,
} as const;
export type EntryType = keyof typeof entryKinds;

type EntrySchema = (typeof entryKinds)[EntryType]["schema"];

/** Everything that is said on a follow-up. Entries are appended and never changed. */
export const Entry = z
  .discriminatedUnion(
    "type",
    Object.values(entryKinds).map(({ schema }) => schema) as unknown as readonly [EntrySchema, ...EntrySchema[]],
  )
  .meta({ id: "Entry", description: "Anything that is said on a follow-up." });
export type Entry = z.infer<typeof Entry>;

/** What holds for the type of an entry. */
export function kindOf(entry: Entry): EntryKind<Entry, string> {
  return entryKinds[entry.type] as EntryKind<Entry, string>;
}
