import { z } from "zod";
import { byAddressee } from "../acting/action-rule.ts";
import { DomainError } from "../domain-error.ts";
import type { ReasonCode } from "../follow-up/reason.ts";
import { Id } from "../source.ts";
import { ReadableText } from "../text/bounded-text.ts";
import { type Acting, commonInput, requireEntry, versionIds } from "./act.ts";
import { refused } from "./fault.ts";
import { recordingAct } from "./follow-up-act.ts";

export const NewClaimWithdrawal = z
  .strictObject({ ...commonInput, update: Id, reason: ReadableText.optional() })
  .meta({ id: "NewClaimWithdrawal" });

/** The addressee withdraws its claim; its clock runs on. */
export const withdrawClaim = recordingAct("claimWithdrawal", {
  input: NewClaimWithdrawal,
  actions: {
    withdrawClaim: {
      ...byAddressee,
      states: ["pendingVerification"],
      becomes: "open",
      otherwise: { when: "another claim waits" },
    },
  },
  content(given, acting) {
    requireWaiting(acting, given.update);
    return given;
  },
  faults: ({ update }, acting) => refused(() => requireEntry(acting, "progressUpdate", "update", update)),
  operation: {
    id: "withdrawClaim",
    collection: "claimWithdrawals",
    summary: "The addressee withdraws its claim",
  },
  command: {
    noun: "update",
    verb: "withdraw",
    about: "The addressee withdraws its claim",
    options: {
      update: ["--update <id>", "the update with the claim", "entry"],
      reason: ["--reason <text>", "why"],
    },
  },
});

/** A claim waits also where nobody has to verify it. */
const waitingClaims: readonly ReasonCode[] = ["claimed", "claimedOnly", "claimedForInformation"];

/** It must be the claim that waits for a finding. Errors: invalidInput; invalidStateTransition. */
function requireWaiting(acting: Acting, claimed: Id): void {
  if (!requireEntry(acting, "progressUpdate", "update", claimed).claim)
    throw new DomainError("invalidInput", "that update is not a claim", [
      { name: "update", value: claimed, detail: "that update has no claim" },
    ]);
  const [waiting] = acting.now?.reasons.find(({ code }) => waitingClaims.includes(code))?.entries ?? [];
  if (waiting === undefined || !versionIds(acting, waiting).includes(claimed))
    throw new DomainError("invalidStateTransition", "that claim no longer waits for a finding", [
      { name: "update", value: claimed, detail: `the claim that waits: ${waiting ?? "none"}` },
    ]);
}
