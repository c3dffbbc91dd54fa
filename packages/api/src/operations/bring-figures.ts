import { requireActors } from "@heed/core/acting/person";
import { addItemAct } from "@heed/core/register/add-item";
import { figuresActs } from "@heed/core/statistics/workbook/figures-acts";
import { readerLanguage } from "@heed/core/wording/reader-language";
import { z } from "zod";
import type { SentFile } from "../contract/files.ts";
import { operation } from "../contract/operation.ts";
import { lang } from "../contract/parameters.ts";
import { noAccessToken } from "../contract/problem.ts";

export const bringFigures = operation({
  id: "bringFigures",
  method: "post",
  path: "/broughtFigures",
  tag: "collected",
  summary: "A filled workbook of numbers comes in: all of it, or nothing",
  description:
    "The body is the Excel workbook itself, of at most 10 MB; its name is given by `name` or by Content-Disposition. Each cell is checked: a missing number, what is no number, a total that is not the sum of its row or column, and a number of the year before that differs from what was delivered then are each told with sheet and cell, such as `1 STAT-1!B6`. Numbers that the same body delivered for the year are corrected; what is the same is left as it is. For an editor of the body.",
  query: z.object({
    name: z.string().max(2_000).optional().describe("The name of the file, without a folder."),
    lang,
    dryRun: z.boolean().optional().describe("Only tell what would be taken in."),
  }),
  takesFile: true,
  creates: true,
  secured: true,
  output: z
    .strictObject({
      dryRun: z.boolean(),
      taken: z.int().describe("How many series got new or corrected figures."),
      unchanged: z.int().describe("How many had these figures already."),
    })
    .meta({ id: "BroughtFigures", description: "What became of a workbook of numbers." }),
  async handle({ reads, reader, person, today, files, performRegisterActs, language }, { dryRun = false }, sent) {
    if (person === undefined) throw noAccessToken();
    // Who may take nothing in has no file read.
    requireActors(person, addItemAct.name, addItemAct.roles);
    const told = { today, language: readerLanguage(language) };
    const filled = await files.readFigures(sent as SentFile, told.language);
    const { acts, unchanged } = await figuresActs({ reads, reader }, filled, told);
    if (!dryRun) await performRegisterActs(acts);
    return { body: { dryRun, taken: acts.length, unchanged } };
  },
});
