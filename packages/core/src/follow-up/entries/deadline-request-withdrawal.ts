import { z } from "zod";
import { Id } from "../../source.ts";
import { ReadableText } from "../../text/bounded-text.ts";
import { entryBase } from "./entry-base.ts";
import { entryKind } from "./entry-kind.ts";

export const DeadlineRequestWithdrawal = z
  .strictObject({
    ...entryBase,
    type: z.literal("deadlineRequestWithdrawal"),
    request: Id,
    reason: ReadableText.optional(),
  })
  .meta({ id: "DeadlineRequestWithdrawal", description: "The addressee withdraws its request." });
export type DeadlineRequestWithdrawal = z.infer<typeof DeadlineRequestWithdrawal>;

export const deadlineRequestWithdrawalKind = entryKind(DeadlineRequestWithdrawal, {
  side: "addressee",
  fixed: ["request"],
  decisive: [],
  references: ({ request }) => [{ key: "request", id: request, type: "deadlineRequest" }],
});
