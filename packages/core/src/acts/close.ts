import { z } from "zod";
import { secondReadingOptions } from "../acting/act-texts.ts";
import { type ActionRule, byEditorAndAssessor, notClosed, withSecondReader } from "../acting/action-rule.ts";
import type { Assessment } from "../follow-up/entries/assessment.ts";
import type { Closure } from "../follow-up/entries/closure.ts";
import { ClosureReason, type Level } from "../follow-up/levels.ts";
import { ReadableText } from "../text/bounded-text.ts";
import { words } from "../text/words.ts";
import { type Acting, commonInput } from "./act.ts";
import { type Fault, inputFault } from "./fault.ts";
import { recordingAct } from "./follow-up-act.ts";
import { approvedBy, readingFaults, secondReading, withoutApproval } from "./second-reading.ts";

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
  content: (given, acting) => ({ ...given, assessor: acting.actor.name, ...approvedBy(acting) }),
  correctedWith: withoutApproval,
  faults: (entry, acting) => closureFaults(acting, entry),
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

const findingNeeded = { implemented: "fullyImplemented", alternativeAccepted: "alternativeAction" } as const;

/**
 * R7, R8, R54: an editor and an assessor close as superseded or withdrawn together, and each reads what the other
 * recorded.
 */
function closureFaults(acting: Acting, entry: Closure): Fault[] {
  const { closureReason, reason } = entry;
  if (closureReason !== "implemented" && closureReason !== "alternativeAccepted") {
    if (reason !== undefined) return readingFaults(acting, entry);
    const message = `closing as ${words(closureReason)} needs a reason (R8)`;
    return [inputFault("reason", message, undefined, "why it is not followed any more")];
  }
  const conflict = acting.now?.reasons.find(({ code }) => code === "findingsConflict");
  if (conflict !== undefined)
    return [
      {
        code: "invalidStateTransition",
        message: `closing as ${words(closureReason)} needs one finding: two of the same day contradict each other, ${words(String(conflict.facts?.levels))} (R20); correct or retract one of them`,
      },
    ];
  const finding = lastFinding(acting);
  const level: Level = findingNeeded[closureReason];
  if (finding?.level !== level || finding.evidence.length === 0)
    return [
      {
        code: "invalidStateTransition",
        message: `closing as ${words(closureReason)} needs an assessment of ${words(level)} with evidence (R7)`,
      },
    ];
  return readingFaults(acting, entry, [finding.assessor, finding.actor]);
}

function lastFinding({ now, case: { entries } }: Acting): Assessment | undefined {
  const id = now?.reasons.find(({ code }) => code === "assessed")?.entries?.[0];
  const entry = entries.find((each) => each.id === id);
  return entry?.type === "assessment" ? entry : undefined;
}
