import { z } from "zod";
import { secondReadingOptions } from "../acting/act-texts.ts";
import { type ActionRule, byEditorAndAssessor, notClosed, withSecondReader } from "../acting/action-rule.ts";
import { ClosureReason } from "../follow-up/levels.ts";
import { ReadableText } from "../text/bounded-text.ts";
import { commonInput } from "./act.ts";
import { recordingAct } from "./follow-up-act.ts";
import { secondReading } from "./second-reading.ts";

export const NewClosure = z
  .strictObject({
    ...commonInput,
    closureReason: ClosureReason,
    reason: ReadableText.optional(),
    ...secondReading,
  })
  .meta({ id: "NewClosure" });

/** The issuing body closes the follow-up (R1); as implemented only on an assessment with evidence (R7). */
export const close = recordingAct("closure", {
  input: NewClosure,
  actions: {
    closeImplemented: { ...withSecondReader, states: ["pendingVerification"], becomes: "closed" },
    closeAlternativeAccepted: { ...withSecondReader, states: ["pendingVerification"], becomes: "closed" },
    closeNotImplemented: { ...withSecondReader, states: notClosed, becomes: "closed" },
    closeOvertakenByEvents: { ...withSecondReader, states: notClosed, becomes: "closed" },
    closeEndOfFollowUp: { ...withSecondReader, states: notClosed, becomes: "closed" },
    closeSuperseded: { ...byEditorAndAssessor, states: notClosed, becomes: "closed" },
    closeWithdrawn: { ...byEditorAndAssessor, states: notClosed, becomes: "closed" },
  } satisfies Record<ClosingAs<ClosureReason>, ActionRule>,
  action: ({ closureReason }) => closingAs(closureReason),
  content: (given, { actor }) => ({ ...given, assessor: actor.name }),
  operation: { id: "closeFollowUp", collection: "closures", summary: "The issuing body closes the follow-up" },
  command: {
    noun: "follow-up",
    verb: "close",
    about: "The issuing body closes the follow-up",
    options: {
      closureReason: [
        "--closure <reason>",
        "the reason for closing; an editor closes as superseded or withdrawn only, an assessor as any",
      ],
      reason: ["--reason <text>", "why"],
      ...secondReadingOptions,
    },
  },
});

type ClosingAs<Reason extends ClosureReason> = `close${Capitalize<Reason>}`;

function closingAs<Reason extends ClosureReason>(reason: Reason): ClosingAs<Reason> {
  return `close${reason[0]?.toUpperCase()}${reason.slice(1)}` as ClosingAs<Reason>;
}
