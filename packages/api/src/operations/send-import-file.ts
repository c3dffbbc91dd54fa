import { z } from "zod";
import type { SentFile } from "../contract/files.ts";
import { operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { ImportDetail, importDetail } from "../schemas/import-job.ts";

export const sendImportFile = operation({
  id: "sendImportFile",
  method: "post",
  path: "/imports/{id}/files",
  tag: "imports",
  summary: "The file of an import, which begins with it; ask for the import to see how far it is",
  description:
    "The body is the file itself. Its name is given by `name` or by Content-Disposition. All of it is imported, or nothing.",
  params: idParameter,
  query: z.object({ name: z.string().max(2_000).optional().describe("The name of the file, without a folder.") }),
  takesFile: true,
  creates: true,
  secured: true,
  output: ImportDetail,
  async handle({ imports }, { id }, sent) {
    const body = importDetail(await imports.begin(id, sent as SentFile));
    return { body, location: body.href };
  },
});
