import { z } from "zod";
import { byAddressee } from "../acting/action-rule.ts";
import { Id } from "../source.ts";
import { ReadableText } from "../text/bounded-text.ts";
import { commonInput, requireEntry } from "./act.ts";
import { refused } from "./fault.ts";
import { recordingAct } from "./follow-up-act.ts";
import { pendingRequests, requirePending } from "./pending-request.ts";

export const NewDeadlineRequestWithdrawal = z
  .strictObject({ ...commonInput, request: Id, reason: ReadableText.optional() })
  .meta({ id: "NewDeadlineRequestWithdrawal" });

/** Withdraws a request that is not yet decided. */
export const withdrawDeadlineRequest = recordingAct("deadlineRequestWithdrawal", {
  input: NewDeadlineRequestWithdrawal,
  actions: { withdrawDeadlineRequest: { ...byAddressee, states: ["open"] } },
  isPossible: (on) => pendingRequests(on).length > 0,
  content(given, acting) {
    requirePending(acting, given.request);
    return given;
  },
  faults: ({ request }, acting) => refused(() => requireEntry(acting, "deadlineRequest", "request", request)),
  operation: {
    id: "withdrawDeadlineRequest",
    collection: "deadlineRequestWithdrawals",
    summary: "The request is withdrawn",
  },
  command: {
    noun: "deadline",
    verb: "withdraw",
    about: "The addressee withdraws its request",
    options: { request: ["--request <id>", "the request", "entry"], reason: ["--reason <text>", "why"] },
  },
});
