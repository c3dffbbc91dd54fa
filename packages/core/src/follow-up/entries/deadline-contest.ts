import { z } from "zod";
import { Id } from "../../source.ts";
import { ReadableText } from "../../text/bounded-text.ts";
import { entryBase } from "./entry-base.ts";
import { entryKind } from "./entry-kind.ts";

/** The issuing body contests a move; the current due date stays. */
export const DeadlineContest = z
  .strictObject({ ...entryBase, type: z.literal("deadlineContest"), change: Id, reason: ReadableText })
  .meta({ id: "DeadlineContest", description: "The issuing body objects to a move of a due date." });
export type DeadlineContest = z.infer<typeof DeadlineContest>;

export const deadlineContestKind = entryKind(DeadlineContest, {
  side: "issuingBody",
  fixed: ["change"],
  rests: true,
  references: ({ change }) => [{ key: "change", id: change, type: "deadlineChange" }],
});
