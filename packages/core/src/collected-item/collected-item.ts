import { z } from "zod";
import { LocalizedText } from "../localized-text.ts";
import { Id, Instant, Source } from "../source.ts";
import { ReadableName, ReadableText } from "../text/bounded-text.ts";
import { Day, Year } from "../time/day.ts";
import { itemFaults } from "./item-faults.ts";
import { AnyContent, ItemKindName, itemKinds } from "./item-kinds.ts";

/** What an item tells of itself, whatever its kind. */
export const itemShape = {
  kind: ItemKindName,
  issuingBody: Id.describe("The body that collects it."),
  reference: ReadableName.max(200).describe("Short, and its own among all that the body collects."),
  year: Year.describe("The year whose report it belongs to."),
  title: LocalizedText,
  text: LocalizedText.optional().describe("What it says, in short."),
  themes: z.array(ReadableName).max(500).default([]),
  confidential: z.boolean().default(false).describe("Only who keeps the body's record sees it."),
  content: AnyContent.describe("What its kind tells besides."),
};

const Plain = z.strictObject({
  id: Id,
  ...itemShape,
  withdrawn: z
    .strictObject({ on: Day, reason: ReadableText })
    .optional()
    .describe("It does not hold any more, and only who keeps the body's record sees it."),
  source: Source.optional(),
});

const saysWhatItsKindAllows = z.check<z.infer<typeof Plain>>(({ value, issues }) => {
  for (const { name = "", detail } of itemFaults(value))
    issues.push({ code: "custom", path: name.split("."), input: value.content, message: detail });
});

/** As a record file has it, with the moment at which it was recorded: that of the import where absent. */
export const CollectedItemOfRecord = Plain.extend({ recordedAt: Instant.optional() }).check(saysWhatItsKindAllows);

/** Something that a body collects over a year, and that its report rests on. */
export const CollectedItem = Plain.check(saysWhatItsKindAllows).meta({
  id: "CollectedItem",
  description: "Something that a body collects, and that its report rests on.",
});
export type CollectedItem = z.infer<typeof Plain>;

/** Whether everybody may see it. */
export function isPublic({ kind, confidential, withdrawn, content }: CollectedItem): boolean {
  return !confidential && withdrawn === undefined && itemKinds[kind].isConfidential?.(content) !== true;
}

/** The day by which it is listed within its year: its kind's own, or else the last of the year. */
export function dayOfItem({ kind, year, content }: CollectedItem): Day {
  const { day = "" } = itemKinds[kind];
  return (content[day] as Day | undefined) ?? `${year}-12-31`;
}
