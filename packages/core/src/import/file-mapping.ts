import { z } from "zod";
import { problem } from "./value.ts";

const text = z.string().min(1);
const row = z.int().positive();

/** What kind of file it is, and where in it the rows stand. */
export const FileMapping = z
  .strictObject({
    format: z.enum(["csv", "xlsx"]).default("csv"),
    encoding: text.optional().describe("Of a CSV file that has no byte-order mark and is not UTF-8."),
    delimiter: z.string().length(1, "must be one sign").optional().describe("Of a CSV file; found when left out."),
    sheet: text.optional().describe("Of a workbook; the first one when left out."),
    headerRow: z
      .union([row, z.tuple([row, row])])
      .optional()
      .describe("Of a workbook: the row that names the columns, or two; the first one when left out."),
  })
  .superRefine((file, context) => {
    for (const [key, format] of ownKeys)
      if (file[key] !== undefined && file.format !== format)
        problem(context, `has ${key}, which is for ${format} only; its format is ${file.format}`);
    if (Array.isArray(file.headerRow) && file.headerRow[0] >= file.headerRow[1])
      problem(context, "has a headerRow whose second row is not below its first");
  });
export type FileMapping = z.infer<typeof FileMapping>;

const ownKeys = [
  ["encoding", "csv"],
  ["delimiter", "csv"],
  ["sheet", "xlsx"],
  ["headerRow", "xlsx"],
] as const;
