import { z } from "zod";
import { byEditor } from "../acting/action-rule.ts";
import { parseInput } from "../acting/parse-input.ts";
import { DomainError } from "../domain-error.ts";
import { isGround, isInForce, type Link } from "../recommendation/link.ts";
import type { Report } from "../report/report.ts";
import { ReadableText } from "../text/bounded-text.ts";
import { type RegisterAct, type RegisterContext, requireAllowedOnRegister } from "./register-act.ts";

export const NewLinkWithdrawal = z
  .strictObject({ reason: ReadableText })
  .meta({ id: "NewLinkWithdrawal", description: "Why a link was a mistake." });

export const withdrawLinkAct = {
  name: "withdrawLink",
  on: "recommendation",
  roles: byEditor.roles,
  states: ["draft", "published"],
  input: NewLinkWithdrawal,
  makes: "link",
  operation: {
    id: "withdrawLink",
    method: "post",
    path: "/recommendations/{id}/links/{link}/withdrawals",
    summary: "A link that was made by mistake is taken back: what follows from it is undone, on every day",
    creates: true,
  },
  command: {
    noun: "recommendation",
    verb: "unlink",
    about: "Take back a link that was made by mistake; what follows from it is undone, on every day",
    done: "Taken back",
    names: { thing: "<from>" },
    options: {
      reason: ["--reason <text>", "why it was a mistake"],
      part: ["--link <id>", "which one, where several lead from it"],
    },
  },
} as const satisfies RegisterAct;

/**
 * A link that never held: other than a link that ends, it counts on no day. It is kept, so that what was known before is told as
 * it was. Errors: invalidStateTransition when it was taken back before; invalidInput.
 */
export function withdrawLink(
  context: RegisterContext,
  { link, report }: { link: Link; report: Pick<Report, "status"> },
  input: unknown,
): Link {
  const { reason } = parseInput(NewLinkWithdrawal, input);
  // A draft has links to others by an import alone; what it rests on is named while it is written.
  const states = isGround(link) ? withdrawLinkAct.states : (["published"] as const);
  requireAllowedOnRegister({ ...withdrawLinkAct, states }, context, report.status);
  if (!isInForce(link)) throw new DomainError("invalidStateTransition", "the link was taken back already");
  return { ...link, withdrawnAt: context.at, withdrawalReason: reason };
}
