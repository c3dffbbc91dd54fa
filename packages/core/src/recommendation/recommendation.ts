import { z } from "zod";
import { LocalizedText } from "../localized-text.ts";
import { Id, Source } from "../source.ts";
import { ReadableName, ReadableText } from "../text/bounded-text.ts";
import { plainText } from "../text/plain-text.ts";
import { DueDate } from "../time/due-date.ts";

/** One numbered demand of a report; immutable once published. */
export const Recommendation = z
  .strictObject({
    id: Id,
    report: Id,
    reference: ReadableName.describe("As printed; where the source has none, a digest after `~`."),
    partOf: Id.optional().describe(
      "The recommendation that this is a part of; only recommendations without parts have follow-ups.",
    ),
    label: ReadableName.optional().describe("The label of the part: a, b, c."),
    title: LocalizedText.optional(),
    text: LocalizedText.optional(),
    textAbsent: ReadableText.optional().describe("Why there is no text."),
    themes: z.array(ReadableName).max(500).default([]),
    issuingBody: Id.optional().describe("Only where it is another than the report's, as in a review by several."),
    implementationDue: DueDate.optional().describe("The recommendation's own deadline, where it has one."),
    version: z.int().min(1).max(2_147_483_647).default(1),
    source: Source.optional(),
  })
  .meta({ id: "Recommendation", description: "One numbered demand of a report." });
export type Recommendation = z.infer<typeof Recommendation>;

/** The form in which references are looked up: without differences of dashes, case and spaces. Decimals stay text. */
export function referenceKey(reference: string): string {
  return plainText(reference)
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, "")
    .toLowerCase();
}
