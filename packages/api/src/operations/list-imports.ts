import { z } from "zod";
import { operation } from "../contract/operation.ts";
import { pageBody, pagingOf } from "../contract/page.ts";
import { paging } from "../contract/parameters.ts";
import { ImportList, importItem } from "../schemas/import-job.ts";

export const listImports = operation({
  id: "listImports",
  path: "/imports",
  tag: "imports",
  summary: "Imports that were asked for, the newest first",
  secured: true,
  query: z.object(paging),
  output: ImportList,
  async handle({ imports }, input) {
    const page = await imports.jobs(pagingOf(input));
    return { body: pageBody("/imports", input, page, importItem) };
  },
});
