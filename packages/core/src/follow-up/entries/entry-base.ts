import { z } from "zod";
import { Id, Instant, Source } from "../../source.ts";
import { ReadableName } from "../../text/bounded-text.ts";
import { Day } from "../../time/day.ts";
import { Precision } from "../../time/due-date.ts";
import { Author } from "./author.ts";

/** Every entry says when it reached the other side and when it was recorded (R12, D14). */
export const entryBase = {
  id: Id,
  givenOn: Day.optional().describe("The day it reached the other side: it decides timeliness."),
  knownBy: Day.optional().describe("Imports only: given on an unknown day, at the latest on this one."),
  knownByPrecision: Precision.optional().describe(
    "Imports only: how far that day is known; of a month or a year, knownBy is the last day. A plain day when absent.",
  ),
  knownAfter: Day.optional().describe("Imports only: its source did not show it on this day, so it was given later."),
  recordedAt: Instant,
  actor: ReadableName.optional().describe("The name of who recorded it."),
  author: Author.optional(),
  corrects: Id.optional().describe("The entry that this one replaces; it keeps that entry's givenOn (R52)."),
  correctsDay: z
    .literal(true)
    .optional()
    .describe(
      "Imports only: another edition of its source tells the day otherwise, or more nearly; this entry's holds.",
    ),
  source: Source.optional(),
};

/** Of what an addressee answers: its words may wait for an act that publishes them (R60). */
export const answerBase = {
  ...entryBase,
  publication: z
    .enum(["byAct", "withheld"])
    .optional()
    .describe(
      "`byAct`: what it says is public once an entry of type answerPublication names it (R60). `withheld`: this reader may not read that yet, and its words, evidence and source are left out. Absent: public from its submission.",
    ),
};

export const secondReaderId = Id.optional().describe(
  "The user or token that read it here and approved it; absent where the second reader is only named.",
);

export const asOfPrecision = Precision.optional().describe(
  "Imports only: how far that day is known; of a month or a year, asOf is the last day. A plain day when absent.",
);
