import { z } from "zod";
import { dayOrWords } from "../acting/act-texts.ts";
import { byAddressee } from "../acting/action-rule.ts";
import { DeadlineTarget } from "../follow-up/entries/deadline-target.ts";
import { PersonName, ReadableText } from "../text/bounded-text.ts";
import { DueDate } from "../time/due-date.ts";
import { commonInput } from "./act.ts";
import { dueFaults } from "./date-faults.ts";
import { refused } from "./fault.ts";
import { recordingAct } from "./follow-up-act.ts";
import { owedNow, requireLater } from "./movable.ts";

export const NewDeadlineRequest = z
  .strictObject({
    ...commonInput,
    target: DeadlineTarget,
    to: DueDate,
    reason: ReadableText,
    requestedBy: PersonName,
  })
  .meta({ id: "NewDeadlineRequest" });

const movable: ReadonlySet<string> = new Set(DeadlineTarget.options.map(({ shape }) => shape.kind.value));

/** The addressee asks for a later date of something that it still owes; nothing moves before the decision (D6). */
export const requestDeadlineChange = recordingAct("deadlineRequest", {
  input: NewDeadlineRequest,
  actions: { requestDeadlineChange: { ...byAddressee, states: ["open"] } },
  isPossible: ({ now }) => now?.owed.some(({ kind }) => movable.has(kind)) ?? false,
  content: (given) => given,
  faults: ({ target, to, givenOn }, acting) => [
    ...dueFaults(acting, "to", to.on, givenOn),
    ...refused(() => requireLater(owedNow(acting, target), to)),
  ],
  faultsOfSome: ({ to, givenOn }, context) => dueFaults(context, "to", to?.on, givenOn),
  operation: {
    id: "requestDeadlineChange",
    collection: "deadlineRequests",
    summary: "The addressee asks for a later date",
  },
  command: {
    noun: "deadline",
    verb: "request",
    about: "The addressee asks for a later date; nothing moves until it is decided",
    options: {
      target: ["--of <deadline>", "response, implementation, or the id of a commitment"],
      to: ["--to <date>", `the date asked for: ${dayOrWords}`],
      reason: ["--reason <text>", "why"],
      requestedBy: ["--requested-by <name>", "who asks"],
    },
  },
});
