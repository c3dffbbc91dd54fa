import { z } from "zod";
import { AssuranceMethod } from "../follow-up/entries/assessment.ts";
import { Evidence } from "../follow-up/entries/evidence.ts";
import { claimSaysDone } from "../follow-up/entries/progress-update.ts";
import { AssessedLevel, ClosureReason, Level, Position } from "../follow-up/levels.ts";
import { columnName } from "../text/plain-text.ts";
import { Condition } from "./condition.ts";
import { DateValue, DueValue } from "./date-value.ts";
import { choice, problem, Value } from "./value.ts";

const text = z.string().min(1);
const said = z
  .array(text.transform(columnName))
  .default([])
  .describe("Columns that are kept word for word, as what the source said.");

const entryShape = {
  id: Value.optional().describe("Below onto: the entry's own id, as an export gives it; blank for a new entry."),
  when: Condition.optional().describe("The rows that have this entry; all when it is left out."),
  givenOn: DateValue.optional().describe("The day it reached the other side."),
  knownBy: DateValue.optional().describe("Where that day is not known: the day by which it had been given."),
  said,
};
const situationShape = {
  asOf: DateValue.optional().describe(
    "The day whose situation it describes; the day it was given when it is left out.",
  ),
  reportingYear: Value.optional().describe("The year of asOf when it is left out."),
  evidence: z.array(z.strictObject({ kind: Evidence.shape.kind, title: Value, url: Value.optional() })).default([]),
};

/** How a row becomes an entry. A row has no such entry when the first value is blank. */
export const EntryMapping = z
  .discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("response"),
      ...entryShape,
      position: choice(Position.options),
      reason: Value.optional(),
    }),
    z.strictObject({
      type: z.literal("commitment"),
      ...entryShape,
      description: Value,
      owner: Value.optional(),
      due: DueValue.optional(),
    }),
    z.strictObject({
      type: z.literal("progressUpdate"),
      ...entryShape,
      ...situationShape,
      level: choice(Level.options).optional(),
      narrative: Value.optional(),
      claim: z.boolean().default(false).describe("It says, with evidence, that all is done."),
    }),
    z.strictObject({
      type: z.literal("assessment"),
      ...entryShape,
      ...situationShape,
      level: choice(AssessedLevel.exclude(["notAssessed"]).options),
      rationale: Value.optional(),
      method: choice(AssuranceMethod.options).optional(),
      assessor: Value.optional(),
    }),
    z.strictObject({
      type: z.literal("closure"),
      ...entryShape,
      closureReason: choice(ClosureReason.options),
      reason: Value.optional(),
    }),
  ])
  .superRefine((entry, context) => {
    if (entry.type === "progressUpdate" && entry.level === undefined && entry.narrative === undefined)
      problem(context, "needs a level or a narrative");
    if (entry.type === "progressUpdate" && entry.claim && entry.level === undefined)
      problem(context, `needs a level, because ${claimSaysDone}`);
  });
export type EntryMapping = z.infer<typeof EntryMapping>;
