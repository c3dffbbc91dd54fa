import { z } from "zod";
import { Language, LocalizedText } from "../localized-text.ts";
import { Id, Instant, Source } from "../source.ts";
import { PersonName, ReadableName, ReadableText } from "../text/bounded-text.ts";
import { Day } from "../time/day.ts";
import { readSectionText } from "./section-text.ts";

/** How far a section is written. Only what is final is published with its report. */
export const SectionState = z.enum(["draft", "reviewed", "final"]).meta({ id: "SectionState" });
export type SectionState = z.infer<typeof SectionState>;

/** What a writer tells of a section. */
export const sectionShape = {
  reference: ReadableName.max(200).describe("Short, and its own among the sections of the report."),
  parent: Id.optional().describe(
    "The section that it is part of, by its id or, in a write, its reference; absent at the top.",
  ),
  position: z
    .int()
    .min(0)
    .max(1_000_000)
    .describe(
      "Its place among the sections of its parent, from the lowest; those at one place follow their references.",
    ),
  kind: ReadableName.max(200)
    .optional()
    .describe('What it tells, in the words of the body, such as "case law": a text and no code.'),
  title: LocalizedText,
  text: LocalizedText.optional().describe(
    "In a small Markdown: headings, paragraphs, lists, quotes, emphasis, links, footnotes, and blocks from the record.",
  ),
  authors: z.array(PersonName).max(100).default([]),
  state: SectionState.default("draft"),
  authenticLanguage: Language.describe("The language in which it is written; its other languages are translations."),
};

const Plain = z.strictObject({
  id: Id,
  report: Id.describe("The report that it is part of."),
  ...sectionShape,
  stale: z.array(Language).default([]).describe("The translations that are older than the authentic text."),
  withdrawn: z
    .strictObject({ on: Day, reason: ReadableText })
    .optional()
    .describe("It is part of the report no more, and only who keeps the body's record sees it."),
  source: Source.optional(),
});

const canBePrinted = z.check<z.infer<typeof Plain>>(({ value, issues }) => {
  for (const [language, text] of Object.entries(value.text ?? {}))
    for (const { line, detail } of readSectionText(text).faults)
      issues.push({
        code: "custom",
        path: ["text", language],
        input: text,
        message: `${language}, line ${line}: ${detail}`,
      });
  if (value.title[value.authenticLanguage] === undefined)
    issues.push({
      code: "custom",
      path: ["title", value.authenticLanguage],
      input: undefined,
      message: "is missing: the section has no title in its authentic language",
    });
});

/** As a record file has it, with the moment at which it was recorded: that of the import where absent. */
export const SectionOfRecord = Plain.extend({ recordedAt: Instant.optional() }).check(canBePrinted);

export const ReportSection = Plain.check(canBePrinted).meta({
  id: "ReportSection",
  description: "A part of what a report says, with its texts in languages.",
});
export type ReportSection = z.infer<typeof Plain>;

/** Whether everybody may see it once its report is published. */
export function isPublishable({ state, withdrawn }: ReportSection): boolean {
  return state === "final" && withdrawn === undefined;
}

/** The languages of a section that lack its title, or its text where it has one. */
export function missingIn(section: Pick<ReportSection, "title" | "text">, languages: readonly string[]): string[] {
  const { title, text } = section;
  return languages.filter((each) => title[each] === undefined || (text !== undefined && text[each] === undefined));
}
