import { z } from "zod";
import { Id } from "../../source.ts";
import { ReadableText } from "../../text/bounded-text.ts";
import { Day } from "../../time/day.ts";
import { answerBase } from "./entry-base.ts";
import { entryKind } from "./entry-kind.ts";

export const CommitmentOutcome = z
  .strictObject({
    ...answerBase,
    type: z.literal("commitmentOutcome"),
    commitment: Id,
    outcome: z.enum(["met", "replaced", "abandoned"]),
    asOf: Day.optional().describe("The day on which it happened, if that is not the day on which it was reported."),
    replacedBy: Id.optional(),
    reason: ReadableText.optional(),
  })
  .meta({ id: "CommitmentOutcome", description: "What happened to a commitment, as its addressee reports it." });
export type CommitmentOutcome = z.infer<typeof CommitmentOutcome>;

export const commitmentOutcomeKind = entryKind(CommitmentOutcome, {
  side: "addressee",
  fixed: ["commitment"],
  said: ["reason"],
  decisive: ["outcome", "asOf", "replacedBy"],
  follows: ({ commitment }) => commitment,
  references: ({ commitment, replacedBy }) => [
    { key: "commitment", id: commitment, type: "commitment" },
    { key: "replacedBy", id: replacedBy, type: "commitment" },
  ],
});
