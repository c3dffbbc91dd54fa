import { NewImport } from "@heed/core/import-jobs/import-job";
import { operation } from "../contract/operation.ts";
import { ImportDetail, importDetail } from "../schemas/import-job.ts";

export const addImport = operation({
  id: "addImport",
  method: "post",
  path: "/imports",
  tag: "imports",
  summary: "An import, as it is asked for; send its file next",
  description:
    "For an editor of all issuing bodies; a workbook of answers, which becomes drafts, for who answers for its organization, and an editor.",
  secured: true,
  creates: true,
  input: NewImport,
  output: ImportDetail,
  async handle({ imports }, _, sent) {
    const body = importDetail(await imports.add(sent));
    return { body, location: body.href };
  },
});
