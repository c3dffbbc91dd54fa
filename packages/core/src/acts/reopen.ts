import { z } from "zod";
import { dayOrWords, secondReadingOptions } from "../acting/act-texts.ts";
import { withSecondReader } from "../acting/action-rule.ts";
import { ReadableText } from "../text/bounded-text.ts";
import { DueDate } from "../time/due-date.ts";
import { commonInput } from "./act.ts";
import { dueFaults } from "./date-faults.ts";
import { recordingAct } from "./follow-up-act.ts";
import { approvedBy, readingFaults, secondReading, withoutApproval } from "./second-reading.ts";

export const NewReopening = z
  .strictObject({ ...commonInput, reason: ReadableText, newDue: DueDate.optional(), ...secondReading })
  .meta({ id: "NewReopening" });

/** The issuing body reopens the follow-up; the days on which it was closed stay closed (R33). */
export const reopen = recordingAct("reopening", {
  input: NewReopening,
  actions: { reopen: { ...withSecondReader, states: ["closed"], becomes: "open" } },
  content: (given, acting) => ({ ...given, assessor: acting.actor.name, ...approvedBy(acting) }),
  correctedWith: withoutApproval,
  faults: (entry, acting) => [
    ...readingFaults(acting, entry),
    ...dueFaults(acting, "newDue", entry.newDue?.on, entry.givenOn),
  ],
  faultsOfSome: ({ newDue, givenOn }, context) => dueFaults(context, "newDue", newDue?.on, givenOn),
  operation: { id: "reopenFollowUp", collection: "reopenings", summary: "The issuing body reopens the follow-up" },
  command: {
    noun: "follow-up",
    verb: "reopen",
    about: "The issuing body reopens the follow-up",
    options: {
      reason: ["--reason <text>", "why"],
      newDue: ["--due <date>", `a new date: ${dayOrWords}`],
      ...secondReadingOptions,
    },
  },
});
