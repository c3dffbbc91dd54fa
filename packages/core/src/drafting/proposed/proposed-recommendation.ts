import { z } from "zod";
import { LocalizedText } from "../../localized-text.ts";
import { ReadableName } from "../../text/bounded-text.ts";

/** Where something stands in a text or a file, each from 1. */
export const PlaceInFile = z
  .strictObject({
    paragraph: z.int().min(1).optional().describe("The paragraph; empty ones and those of tables are not counted."),
    table: z.int().min(1).optional().describe("The table of a Word file."),
    row: z.int().min(1).optional().describe("The row of that table, or of the sheet; the header counts."),
  })
  .meta({ id: "PlaceInFile", description: "Where it stands in the text or the file." });
export type PlaceInFile = z.infer<typeof PlaceInFile>;

/** A recommendation as it was found, to be looked through before it is added to a draft. Names are as the file has them. */
export const ProposedRecommendation = z
  .strictObject({
    place: PlaceInFile,
    reference: ReadableName.optional().describe("The number before it; absent where there is none."),
    title: LocalizedText.optional(),
    text: LocalizedText,
    addressees: z.array(ReadableName).max(500).readonly().describe("The names that the file tells, one for each."),
    themes: z.array(ReadableName).max(500).readonly(),
    implementationDue: ReadableName.optional().describe("The words of its deadline, as the file has them."),
  })
  .meta({ id: "ProposedRecommendation", description: "A recommendation as it was found in a text or a file." });
export type ProposedRecommendation = z.infer<typeof ProposedRecommendation>;

/** What was found. `others`: the paragraphs, or the rows of the tables that were read, of which none was made. */
export const Found = z.strictObject({
  items: z.array(ProposedRecommendation).max(500).readonly(),
  others: z.int().min(0),
});
export type Found = z.infer<typeof Found>;

/** More than any report has; what goes beyond it is brought in several times. */
export const mostProposed = 500;
