import { z } from "zod";
import { Id } from "../source.ts";
import { ReadableName, ReadableText } from "../text/bounded-text.ts";
import { Day } from "../time/day.ts";

const some = (value: z.ZodType<string>) => z.array(value).min(1).max(1000).optional();

/** What a cycle obliges the issuing body to assess besides claims (R36). */
export const Selection = z
  .strictObject({
    on: Day.describe("The day on which it was made: it selects what was published by then."),
    reports: some(Id).describe("Of these reports."),
    themes: some(ReadableName).describe("On one of these themes."),
    addressees: some(Id).describe("Addressed to one of these, as printed."),
    followUps: some(Id).describe("These follow-ups."),
    reason: ReadableText,
  })
  .check((context) => {
    const { reports, themes, addressees, followUps } = context.value;
    if ([reports, themes, addressees, followUps].every((each) => each === undefined))
      context.issues.push({
        code: "custom",
        message: "a selection names reports, themes, addressees or follow-ups",
        input: context.value,
      });
  })
  .meta({
    id: "Selection",
    description:
      "The follow-ups that the issuing body assesses for a cycle, besides claims: those that fit each kind of thing that is named, by any one of that kind.",
  });
export type Selection = z.infer<typeof Selection>;
