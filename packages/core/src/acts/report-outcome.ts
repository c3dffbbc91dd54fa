import { z } from "zod";
import { byAddressee } from "../acting/action-rule.ts";
import { Id } from "../source.ts";
import { ReadableText } from "../text/bounded-text.ts";
import { Day } from "../time/day.ts";
import { commonInput } from "./act.ts";
import { recordingAct } from "./follow-up-act.ts";

export const NewCommitmentOutcome = z
  .strictObject({
    ...commonInput,
    commitment: Id,
    outcome: z.enum(["met", "replaced", "abandoned"]),
    asOf: Day.optional(),
    replacedBy: Id.optional(),
    reason: ReadableText.optional(),
  })
  .meta({ id: "NewCommitmentOutcome" });

/** The addressee reports what happened to a promise. */
export const reportOutcome = recordingAct("commitmentOutcome", {
  input: NewCommitmentOutcome,
  actions: { reportOutcome: { ...byAddressee, states: ["open"] } },
  content: (given) => given,
  operation: { id: "recordCommitmentOutcome", collection: "commitmentOutcomes", summary: "What happened to a promise" },
  command: {
    noun: "commitment",
    verb: "outcome",
    about: "What happened to a promise",
    options: {
      commitment: ["--commitment <id>", "the promise"],
      outcome: ["--outcome <outcome>", "what happened to it"],
      replacedBy: ["--replaced-by <id>", "the promise that replaces it"],
      reason: ["--reason <text>", "why"],
    },
  },
});
