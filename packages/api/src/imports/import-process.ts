// The process of one import, beside the service that began it: the service answers meanwhile, and the memory of an import ends with
// it. Without the service it ends, and what it has not committed is rolled back.
import type { Instant, Person } from "@heed/core";
import { isRefusal } from "@heed/core/domain-error";
import type { NewImport } from "@heed/core/import-jobs/import-job";
import { endWithParent } from "@heed/documents/process/end-with-parent";
import { endImportJob, type FilesAt, filePlaceOf, type ImportProgress, openDatabase, trackerReads } from "@heed/store";
import { importKinds } from "./import-kinds.ts";
import { doneWith, failedBy, refusedBy } from "./import-outcome.ts";

/** What the service tells it. The files lie in the folder where it works. */
export type ImportOrder = {
  id: string;
  url: string;
  filesAt?: FilesAt;
  file: string;
  asked: NewImport;
  person: Person;
  at: Instant;
};

/** What it tells the service. */
export type ImportNews = { progress: ImportProgress } | { outcome: Parameters<typeof endImportJob>[2] };

const tell = (news: ImportNews) => new Promise((told) => process.send?.(news, told));

endWithParent();
process.once("message", async (order: ImportOrder) => {
  try {
    await tell({ outcome: await outcomeOf(order) });
  } finally {
    process.disconnect();
  }
});

async function outcomeOf(order: ImportOrder) {
  try {
    return doneWith(await imported(order));
  } catch (error) {
    if (isRefusal(error)) return refusedBy(error);
    console.error(error);
    return failedBy(error);
  }
}

async function imported({ id, url, filesAt, file, asked, person, at }: ImportOrder) {
  const database = await openDatabase(url, { mode: "write" });
  try {
    const { dryRun, skipInvalid, acceptCorrections, reuseReferences } = asked;
    return await importKinds[asked.kind].run(
      database,
      { file, asked, person, place: filePlaceOf(database, filesAt) },
      {
        ...{ dryRun, skipInvalid, acceptCorrections, reuseReferences, at },
        ...{ actor: person.name, systemUser: "service", settings: await trackerReads(database).settings() },
        onProgress: seldom((progress) => tell({ progress })),
        whenDone: (sql, result) => endImportJob(sql, id, doneWith(result), new Date().toISOString()),
      },
    );
  } finally {
    await database.close();
  }
}

/** Milliseconds between two tellings of how far it is. */
const pause = 250;

function seldom(told: (progress: ImportProgress) => unknown): (progress: ImportProgress) => void {
  let last = { phase: "", at: 0 };
  return (progress) => {
    const now = performance.now();
    if (progress.phase === last.phase && now - last.at < pause) return;
    last = { phase: progress.phase, at: now };
    told(progress);
  };
}
