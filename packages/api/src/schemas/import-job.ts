import { ImportJob as CoreImportJob } from "@heed/core/import-jobs/import-job";
import type { z } from "zod";
import { hrefOf } from "../contract/base-path.ts";
import { listOf } from "../contract/common.ts";
import { linked } from "../contract/linked.ts";

export const ImportDetail = linked(CoreImportJob).meta({
  id: "ImportDetail",
  description: "A file that somebody has the service import, and what became of it.",
});
export const ImportList = listOf(
  "ImportList",
  linked(CoreImportJob.omit({ result: true, problem: true })).meta({
    id: "ImportItem",
    description: "An import, without what it told.",
  }),
);

/** An import with its link. */
export function importDetail(job: CoreImportJob): z.input<typeof ImportDetail> {
  return { ...job, href: hrefOf("imports", job.id) };
}

export function importItem({ result: _, problem: __, ...job }: CoreImportJob) {
  return { ...job, href: hrefOf("imports", job.id) };
}
