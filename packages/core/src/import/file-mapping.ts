import { z } from "zod";
import { problem } from "./value.ts";

const text = z.string().min(1);
const row = z.int().positive();

/** What kind of file it is, and where in it the rows stand. */
export const FileMapping = z
  .strictObject({
    format: z
      .enum(["csv", "xlsx", "json", "ndjson"])
      .optional()
      .describe("Left out: a workbook is known by its first bytes, and all else is CSV."),
    encoding: text.optional().describe("Of a CSV or NDJSON file that has no byte-order mark and is not UTF-8."),
    escapedFormulas: z
      .boolean()
      .default(false)
      .describe("Of a CSV file: texts like formulas have an apostrophe before them, which is taken off."),
    delimiter: z.string().length(1, "must be one sign").optional().describe("Of a CSV file; found when left out."),
    sheet: text.optional().describe("Of a workbook; the first visible one when left out."),
    hiddenRows: z
      .enum(["take", "skip"])
      .optional()
      .describe(
        "Of a workbook: whether rows that nobody sees are taken, with a warning, or passed over; taken when left out.",
      ),
    headerRow: z
      .union([row, z.tuple([row, row])])
      .optional()
      .describe("Of a workbook: the row that names the columns, or two; the first one when left out."),
    at: text.optional().describe("Of a JSON file: the path of the list of records; the whole file when left out."),
  })
  .superRefine((file, context) => {
    for (const [key, ...formats] of ownKeys)
      if (file[key] !== undefined && !formats.some((format) => format === (file.format ?? known(format))))
        problem(context, `has ${key}, which is for ${formats.join(" and ")} only; say so by format`);
    if (Array.isArray(file.headerRow) && file.headerRow[0] >= file.headerRow[1])
      problem(context, "has a headerRow whose second row is not below its first");
  });
export type FileMapping = z.infer<typeof FileMapping>;

const ownKeys = [
  ["encoding", "csv", "ndjson"],
  ["delimiter", "csv"],
  ["sheet", "xlsx"],
  ["hiddenRows", "xlsx"],
  ["headerRow", "xlsx"],
  ["at", "json"],
] as const;

/** Without a format it may be either of the two that are told apart by themselves. */
function known(format: string): "csv" | "xlsx" {
  return format === "xlsx" ? "xlsx" : "csv";
}
