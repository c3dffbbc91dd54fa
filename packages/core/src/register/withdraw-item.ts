import { z } from "zod";
import { byEditor } from "../acting/action-rule.ts";
import { parseInput } from "../acting/parse-input.ts";
import type { CollectedItem } from "../collected-item/collected-item.ts";
import { ReadableText } from "../text/bounded-text.ts";
import { type RegisterAct, type RegisterContext, requireAllowedOnRegister } from "./register-act.ts";
import { requireNotWithdrawn } from "./require-not-withdrawn.ts";

export const ItemWithdrawal = z
  .strictObject({ reason: ReadableText })
  .meta({ id: "CollectedItemWithdrawal", description: "Why an item does not hold any more." });

export const withdrawItemAct = {
  name: "withdrawItem",
  on: "collectedItem",
  roles: byEditor.roles,
  input: ItemWithdrawal,
  makes: "collectedItem",
  operation: {
    id: "withdrawCollectedItem",
    method: "post",
    path: "/collectedItems/{id}/withdrawals",
    summary: "It does not hold any more; only who keeps the body's record sees it from now on",
  },
  command: {
    noun: "item",
    verb: "withdraw",
    about: "It does not hold any more: the public sees it no longer, and the record keeps it",
    done: "Withdrawn",
    names: { thing: "<item>" },
    options: {
      reason: ["--reason <text>", "why"],
      among: ["--by <name>", "the body, where several have the reference"],
    },
  },
} as const satisfies RegisterAct;

export function withdrawItem(context: RegisterContext, item: CollectedItem, input: unknown): CollectedItem {
  const { reason } = parseInput(ItemWithdrawal, input);
  requireAllowedOnRegister(withdrawItemAct, context);
  requireNotWithdrawn(item);
  return { ...item, withdrawn: { on: context.today, reason } };
}
