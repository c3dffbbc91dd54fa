import { Id } from "@heed/core";
import { parseInput } from "@heed/core/acting/parse-input";
import { z } from "zod";
import { Problem } from "../contract/common.ts";
import { operation } from "../contract/operation.ts";
import { problemFor } from "../contract/problem.ts";
import { ActAnswer, actAnswerOf } from "./record-acts.ts";

const most = 200;

const Submission = z
  .strictObject({
    drafts: z
      .array(
        z.strictObject({
          id: Id,
          version: z.int().min(1).optional().describe("The version that was read; any when absent."),
        }),
      )
      .min(1)
      .max(most),
    together: z
      .boolean()
      .default(false)
      .describe(
        "All or none: where one is refused, none is submitted, and the refusal names each. Else each for itself.",
      ),
  })
  .meta({ id: "DraftSubmissions", description: "The drafts to submit." });

const Outcome = z
  .strictObject({
    draft: Id,
    done: ActAnswer.optional().describe("What it became."),
    problem: Problem.optional().describe("Why it was not submitted; it is still a draft."),
  })
  .meta({ id: "DraftSubmission", description: "What became of one draft." });

export const submitDrafts = operation({
  id: "submitDrafts",
  method: "post",
  path: "/draftSubmissions",
  tag: "drafts",
  summary: "Submit several drafts, all together or each for itself",
  secured: true,
  creates: true,
  input: Submission,
  output: z.strictObject({ submitted: z.int(), failed: z.int(), items: z.array(Outcome).readonly() }).meta({
    id: "DraftSubmissionsAnswer",
    description: "What became of each draft, in the order in which they were named.",
  }),
  async handle({ drafts }, _, body) {
    const { drafts: named, together } = parseInput(Submission, body);
    const submitted = await drafts.submit(
      named.map(({ id, version }) => ({ id, ...(version !== undefined && { version }) })),
      together,
    );
    const items = submitted.map(({ id, done, error }) => ({
      draft: id,
      ...(done?.performed && { done: actAnswerOf(done.draft.followUp, done.performed) }),
      ...(error && { problem: problemFor(error, "body").problem }),
    }));
    const failed = submitted.filter(({ error }) => error !== undefined).length;
    return { body: { submitted: submitted.length - failed, failed, items } };
  },
});
