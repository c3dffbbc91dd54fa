import { z } from "zod";
import { formatProblem } from "../time/read-day.ts";
import { expressionOf, problem } from "./value.ts";

/** Where to find the day of an edition: the day on which the source showed what the file has. */
export const EditionMapping = z
  .strictObject({
    inFileName: z
      .string()
      .min(1)
      .transform(expressionOf)
      .describe("A regular expression: its first group, or all that it matches in the file's name, is the day."),
    format: z.string().min(1).default("yyyy-MM-dd").describe("How the day is written there."),
  })
  .superRefine(({ format }, context) => {
    const wrong = formatProblem(format);
    if (wrong !== undefined) problem(context, `${format} ${wrong}`);
  });

export type EditionMapping = z.infer<typeof EditionMapping>;
