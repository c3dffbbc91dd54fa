import { z } from "zod";
import { notClosed } from "../acting/action-rule.ts";
import { DomainError } from "../domain-error.ts";
import { Id } from "../source.ts";
import { ReadableText } from "../text/bounded-text.ts";
import { commonInput, isRetracted, requireEntry } from "./act.ts";
import { refused } from "./fault.ts";
import { recordingAct } from "./follow-up-act.ts";

export const NewDeadlineContest = z
  .strictObject({ ...commonInput, change: Id, reason: ReadableText })
  .meta({ id: "NewDeadlineContest" });

/** The issuing body contests a move; the current due date stays. */
export const contestDeadlineChange = recordingAct("deadlineContest", {
  input: NewDeadlineContest,
  actions: { contestDeadlineChange: { roles: ["assessor"], states: notClosed } },
  isPossible: ({ case: { entries } }) =>
    entries.some(
      (entry) => entry.type === "deadlineChange" && entry.decision === "granted" && !isRetracted(entries, entry.id),
    ),
  content(given, acting) {
    const { change } = given;
    if (requireEntry(acting, "deadlineChange", "change", change).decision !== "granted")
      throw new DomainError("invalidInput", "nothing was moved: that request was refused", [
        { name: "change", value: change, detail: "that decision is a refusal" },
      ]);
    return given;
  },
  faults: ({ change }, acting) => refused(() => requireEntry(acting, "deadlineChange", "change", change)),
  operation: {
    id: "contestDeadlineChange",
    collection: "deadlineContests",
    summary: "The issuing body objects to a move of a date",
  },
  command: {
    noun: "deadline",
    verb: "contest",
    about: "The issuing body objects to a move of a date; the date stays as it was decided",
    options: { change: ["--change <id>", "the decision", "entry"], reason: ["--reason <text>", "why"] },
  },
});
