import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { LongText, ReadableName, ShortText } from "./text/bounded-text.ts";
import { Day } from "./time/day.ts";

const maxColumns = 1_000;

const Words = z
  .record(ShortText, LongText)
  .refine((said) => Object.keys(said).length <= maxColumns, `it has more than ${maxColumns} columns`)
  .meta({ maxProperties: maxColumns });
const edition = {
  file: ShortText.optional(),
  row: z.int().min(1).max(2_147_483_647).optional().describe("The row of the file, its header being the first."),
  on: Day.optional().describe("The day of the edition, where a source sends a file now and then."),
};
const maxEditions = 10_000;

/** Where something that was imported comes from. R7, R8 and R10 apply to new acts, not to imported entries. */
export const Source = z
  .strictObject({
    name: ReadableName.describe("The source's name, as the mapping gives it."),
    ...edition,
    said: Words.optional().describe("What the source itself said, kept word for word and never counted."),
    earlier: z
      .array(z.strictObject({ ...edition, said: Words }))
      .max(maxEditions)
      .optional()
      .describe("What other editions of the source said otherwise, the oldest first."),
    illustrative: z.boolean().optional().describe("The content is invented, to show how things look."),
  })
  .meta({ id: "Source", description: "Where an imported thing comes from." });
export type Source = z.infer<typeof Source>;

export const Id = ShortText.min(1).max(64).meta({ id: "Id", description: "An opaque identifier." });
export type Id = z.infer<typeof Id>;

export const Instant = z.iso
  .datetime({ offset: true })
  .max(35)
  .refine((instant) => isInCalendar(instant), "a moment of the years 1 to 9999, to the nanosecond at most")
  .meta({ id: "Instant", description: "A moment of the years 1 to 9999, RFC 3339." });
export type Instant = z.infer<typeof Instant>;

/** In UTC as well, because a record keeps its moments in UTC, where the order of the texts is the order in time. */
function isInCalendar(instant: string): boolean {
  try {
    return /^(?!0000)\d{4}-/.test(Temporal.Instant.from(instant).toString());
  } catch {
    return false;
  }
}
