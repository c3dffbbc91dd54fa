import { z } from "zod";
import { Id } from "../../source.ts";
import { ReadableText } from "../../text/bounded-text.ts";
import { answerBase } from "./entry-base.ts";
import { entryKind } from "./entry-kind.ts";

export const ClaimWithdrawal = z
  .strictObject({ ...answerBase, type: z.literal("claimWithdrawal"), update: Id, reason: ReadableText.optional() })
  .meta({ id: "ClaimWithdrawal", description: "The addressee withdraws its claim." });
export type ClaimWithdrawal = z.infer<typeof ClaimWithdrawal>;

export const claimWithdrawalKind = entryKind(ClaimWithdrawal, {
  side: "addressee",
  fixed: ["update"],
  said: ["reason"],
  decisive: [],
  follows: ({ update }) => update,
  references: ({ update }) => [{ key: "update", id: update, type: "progressUpdate" }],
});
