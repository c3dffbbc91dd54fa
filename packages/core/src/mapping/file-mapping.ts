import { z } from "zod";
import { columnName } from "../text/plain-text.ts";
import { expressionOf, problem } from "./value.ts";

const text = z.string().min(1);
const Expression = text.transform((written, context) => expressionOf(written, context));
const row = z.int().positive();

/** A fact that the file tells once, outside its rows. */
export const FactMapping = z
  .strictObject({
    at: text.optional().describe("Of a JSON file: its path, as meta.published."),
    cell: z
      .string()
      .regex(/^[A-Z]{1,3}[1-9]\d*$/, "must be a cell's name, such as B1")
      .optional()
      .describe("Of a CSV file or a workbook: a cell above the header, such as B1."),
    inText: Expression.optional().describe("Of a Word file: an expression that its text outside the tables matches."),
    inFileName: Expression.optional().describe("An expression that the file's name matches."),
    blank: z.literal(true).optional().describe("It may be missing, and is blank then."),
  })
  .superRefine(({ at, cell, inText, inFileName }, context) => {
    if ([at, cell, inText, inFileName].filter((place) => place !== undefined).length > 1)
      problem(context, "names several places of one fact: at, cell, inText or inFileName");
  });
export type FactMapping = z.infer<typeof FactMapping>;

/** The format of the file, and where its rows are. */
export const FileMapping = z
  .strictObject({
    format: z
      .enum(["csv", "xlsx", "docx", "json", "ndjson"])
      .optional()
      .describe("Left out: a workbook is known by its first bytes, and all else is CSV."),
    encoding: text.optional().describe("Of a CSV or NDJSON file that has no byte-order mark and is not UTF-8."),
    escapedFormulas: z
      .boolean()
      .default(false)
      .describe("Of a CSV file: texts like formulas have an apostrophe before them, which is taken off."),
    delimiter: z.string().length(1, "must be one character").optional().describe("Of a CSV file; found when left out."),
    sheet: z
      .union([text, z.strictObject({ matches: Expression })])
      .optional()
      .describe(
        "Of a workbook: its name, or a regular expression that one sheet's name matches; the first visible one when left out.",
      ),
    hiddenRows: z
      .enum(["take", "skip"])
      .optional()
      .describe("Of a workbook: whether hidden rows are taken, with a warning, or left out; taken by default."),
    headerRow: z
      .union([row, z.tuple([row, row])])
      .optional()
      .describe("Not of JSON: the row that names the columns, or two; the first one when left out."),
    table: z
      .union([row, z.array(row).min(1), z.strictObject({ with: z.array(text.transform(columnName)).min(1) })])
      .optional()
      .describe("Of a Word file: its table by number, several of them, or all that have these columns."),
    fillDown: z
      .array(text.transform(columnName))
      .min(1)
      .optional()
      .describe(
        "Columns whose blank cells take the value of the row above; a new value in one stops this for the columns after it.",
      ),
    facts: z
      .record(text.transform(columnName), FactMapping.prefault({}))
      .optional()
      .describe("What the file tells once, outside its rows, by the column that it becomes."),
    at: text.optional().describe("Of a JSON file: the path of the list of records; the whole file when left out."),
  })
  .superRefine((file, context) => {
    const isOf = (formats: readonly string[]) => formats.some((each) => each === (file.format ?? known(each)));
    for (const [key, ...formats] of ownKeys)
      if (file[key] !== undefined && !isOf(formats))
        problem(context, `has ${key}, which is for ${formats.join(", ")} only; say so by format`);
    for (const [name, fact] of Object.entries(file.facts ?? {}))
      for (const [key, ...formats] of factKeys)
        if (fact[key] !== undefined && !isOf(formats))
          context.addIssue({
            code: "custom",
            path: ["facts", name],
            message: `has ${key}, which is for ${formats.join(", ")} only; say so by format`,
          });
    if (Array.isArray(file.headerRow) && file.headerRow[0] >= file.headerRow[1])
      problem(context, "has a headerRow whose second row is not below its first");
  });
export type FileMapping = z.infer<typeof FileMapping>;

const ownKeys = [
  ["encoding", "csv", "ndjson"],
  ["delimiter", "csv"],
  ["sheet", "xlsx"],
  ["hiddenRows", "xlsx"],
  ["headerRow", "csv", "xlsx", "docx"],
  ["table", "docx"],
  ["at", "json"],
] as const;

const factKeys = [
  ["at", "json"],
  ["cell", "csv", "xlsx"],
  ["inText", "docx"],
] as const;

/** Without a format the file may be either of the two formats that Heed can tell apart by itself. */
function known(format: string): "csv" | "xlsx" {
  return format === "xlsx" ? "xlsx" : "csv";
}
