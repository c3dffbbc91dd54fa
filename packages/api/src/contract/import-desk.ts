import type { Id } from "@heed/core";
import type { ImportJob } from "@heed/core/import-jobs/import-job";
import type { Page, Paging } from "@heed/core/read-models/paging";
import type { SentFile } from "./files.ts";

/** What somebody can do with imports. */
export type ImportDesk = {
  add(input: unknown): Promise<ImportJob>;
  /** Takes the file in and begins. Errors: notFound; fileTooLarge; invalidInput; invalidStateTransition. */
  begin(id: Id, sent: SentFile): Promise<ImportJob>;
  job(id: Id): Promise<ImportJob | undefined>;
  jobs(paging: Paging): Promise<Page<ImportJob>>;
};
