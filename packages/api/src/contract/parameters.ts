import { Day, Id, Instant, OverdueKind, Year } from "@heed/core";
import { ShownLanguage } from "@heed/core/localized-text";
import { ShortText } from "@heed/core/text/bounded-text";
import { AsOf, maxDays } from "@heed/core/time/day";
import { type DocumentFormat, documentFormats } from "@heed/documents";
import { z } from "zod";

/** The number of rows that page numbers reach; rows beyond it are reached only by a cursor (R72). */
export const rowsByNumber = 10_000;

export const idParameter = z.object({ id: Id.describe("The thing's id.") });

export const asOf = AsOf.optional().describe(
  "The day asked about, past or future, with what is known now; today when absent.",
);
export const knownAt = z
  .union([Instant, Day])
  .optional()
  .describe("With only what had been recorded by that moment; a bare day means its end. Slower than asOf.");

export const documentFormat = z
  .enum(Object.keys(documentFormats) as [DocumentFormat, ...DocumentFormat[]])
  .default("pdf")
  .describe("HTML, Markdown, PDF (PDF/UA-1), a Word file, or the tree of its contents as JSON.");

export const lang = ShownLanguage.optional().describe(
  "Each text in this language only; where it has none, in an authentic language of its report, or else in English, French, Dutch or German. Sentences of reasons and of rates are in one of those four. `Content-Language` tells which. It takes precedence over Accept-Language.",
);

/** The parameters that select a part of a list that is read by its cursors alone. */
export const pagingByCursor = {
  pageSize: z.int().min(1).max(1000).default(50).describe("How many items a page has."),
  after: z
    .string()
    .max(8_192)
    .regex(/^[A-Za-z0-9_-]+$/, "it is not a cursor")
    .optional()
    .describe("The cursor of the page before, as its `next` gives it."),
  withTotal: z.boolean().default(false).describe("Also count all items."),
};

/** The parameters that select a part of a list. */
export const paging = {
  ...pagingByCursor,
  page: z
    .int()
    .min(1)
    .max(rowsByNumber)
    .optional()
    .describe("The page by its number, from 1, within the first 10,000 rows; beyond them by `after`."),
};

/** About as many values as fit in an address of the longest length allowed. */
const maxValues = 200;

export const several = <Item extends z.ZodType>(item: Item, description: string) =>
  z.array(item).min(1).max(maxValues).optional().describe(`${description}; repeated values mean "or".`);

export const organizationNames = (what: string) => several(ShortText.min(1), `${what}, by id, code or name`);
export const reportNames = several(ShortText.min(1), "The report, by id or reference");
export const themes = several(ShortText.min(1), "The theme");
export const reportingYears = several(Year, "The reporting year");
export const minDaysOverdue = z.int().min(0).max(maxDays).optional().describe("At least this number of days overdue.");
export const against = z
  .enum(["current", "original"])
  .default("current")
  .describe("Count from the current or the original due date.");

/** Which things owed are asked for, on which day. */
export const owed = {
  asOf,
  knownAt,
  kind: several(OverdueKind, "What is owed"),
  responsible: organizationNames("Who owes it on that day"),
  addressee: organizationNames("The addressee as printed"),
  report: reportNames,
  theme: themes,
};

/** Whose follow-ups are asked for, between two days. */
export const followUpsOnLastDay = {
  issuingBody: organizationNames("Who issued the recommendation, or is its successor on the last day"),
  responsible: organizationNames("Who answers for the follow-up on the last day"),
  addressee: organizationNames("The addressee as printed"),
  report: reportNames,
  theme: themes,
};
