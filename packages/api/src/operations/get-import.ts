import { operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";
import { ImportDetail, importDetail } from "../schemas/import-job.ts";

export const getImport = operation({
  id: "getImport",
  path: "/imports/{id}",
  tag: "imports",
  summary: "An import: how far it is, or what came of it",
  secured: true,
  params: idParameter,
  output: ImportDetail,
  async handle({ imports }, { id }) {
    const job = await imports.job(id);
    if (job === undefined) throw notFound("import", id);
    return { body: importDetail(job) };
  },
});
