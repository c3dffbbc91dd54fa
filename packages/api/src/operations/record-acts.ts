import { type ActName, acts, Entry, Id } from "@heed/core";
import { EntryChanges } from "@heed/core/acts/amend";
import { z } from "zod";
import { entryHref } from "../contract/base-path.ts";
import { FollowUpRef } from "../contract/common.ts";
import { type Context, type Operation, operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { followUpRef } from "../schemas/present.ts";
import { Warnings } from "../schemas/register.ts";

const ActAnswer = z
  .strictObject({
    followUp: FollowUpRef,
    version: z.int().describe("For the next If-Match."),
    entries: z.array(Entry),
    warnings: Warnings,
  })
  .meta({ id: "ActAnswer", description: "The entries that an act made." });

/** Warnings are told where there are some. */
function answerOf({ warnings, ...made }: Awaited<ReturnType<Context["perform"]>>) {
  return { ...made, ...(warnings.length > 0 && { warnings }) };
}

/** Every act on a follow-up, by its collection under the follow-up. A correction is a PATCH of the entry. */
const collections = {
  respond: ["recordResponse", "responses", "The addressee gives or changes its position"],
  commit: ["recordCommitment", "commitments", "The addressee promises a dated action"],
  reportOutcome: ["recordCommitmentOutcome", "commitmentOutcomes", "What happened to a promise"],
  update: ["recordProgressUpdate", "progressUpdates", "What the addressee has done; with a claim, that all is done"],
  withdrawClaim: ["withdrawClaim", "claimWithdrawals", "The addressee withdraws its claim"],
  addEvidence: ["addEvidence", "evidence", "Evidence, alone or for another entry"],
  observe: ["recordObservation", "observations", "What a third party says"],
  requestDeadlineChange: ["requestDeadlineChange", "deadlineRequests", "The addressee asks for a later date"],
  withdrawDeadlineRequest: ["withdrawDeadlineRequest", "deadlineRequestWithdrawals", "The request is withdrawn"],
  decideDeadlineChange: ["decideDeadlineChange", "deadlineChanges", "A named authority grants or refuses it"],
  contestDeadlineChange: ["contestDeadlineChange", "deadlineContests", "The issuing body contests a move"],
  assess: ["recordAssessment", "assessments", "What the issuing body finds"],
  close: ["closeFollowUp", "closures", "The issuing body closes the follow-up"],
  reopen: ["reopenFollowUp", "reopenings", "The issuing body reopens the follow-up"],
  decideSuccessor: ["decideSuccessor", "successorDecisions", "Who is responsible after a change of organizations"],
  upholdNotCompetent: ["upholdNotCompetent", "notCompetentUpheld", "The addressee is the wrong body"],
  changeRole: ["changeRole", "roleChanges", "The editor changes the role in which it is addressed"],
  retract: ["retractEntry", "retractions", "An entry made on the wrong follow-up is retracted"],
} as const satisfies Record<Exclude<ActName, "correct">, readonly [string, string, string]>;

const recordOperations = (
  Object.entries(collections) as [keyof typeof collections, readonly [string, string, string]][]
).map(([act, [id, collection, summary]]) =>
  operation({
    id,
    method: "post",
    path: `/followUps/{id}/${collection}`,
    tag: "acts",
    summary,
    params: idParameter,
    input: acts[act].input,
    output: ActAnswer,
    secured: true,
    async handle({ perform, ifMatch }, { id: followUp }, body) {
      const made = await perform({
        followUp,
        act,
        input: body,
        ...(ifMatch !== undefined && { expectedVersion: ifMatch }),
      });
      const [entry] = made.entries;
      return {
        body: { followUp: followUpRef(followUp), ...answerOf(made) },
        ...(entry && { location: entryHref(followUp, entry.id) }),
      };
    },
  }),
);

const correctEntry = operation({
  id: "correctEntry",
  method: "patch",
  path: "/followUps/{id}/entries/{entry}",
  tag: "acts",
  summary: "A new entry that replaces an old one and keeps its day; null removes a property",
  params: idParameter.extend({ entry: Id.describe("The entry to correct.") }),
  input: EntryChanges,
  output: ActAnswer,
  secured: true,
  async handle({ perform, ifMatch }, { id: followUp, entry }, body) {
    const made = await perform({
      followUp,
      act: "correct",
      input: { corrects: entry, change: body },
      ...(ifMatch !== undefined && { expectedVersion: ifMatch }),
    });
    return { body: { followUp: followUpRef(followUp), ...answerOf(made) } };
  },
});

export const actOperations: readonly Operation[] = [...recordOperations, correctEntry];
