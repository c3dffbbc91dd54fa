import { openAsBlob } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { setTimeout } from "node:timers/promises";
import { DomainError, type ErrorCode, type Issue } from "@heed/core";
import { errorCodes } from "@heed/core/domain-error";
import type { ImportJob, NewImport } from "@heed/core/import-jobs/import-job";
import type { ImportResult } from "@heed/core/mapping/reading/import-row";
import type { Service } from "./service.ts";

/** A file of this machine, with its mapping where it is a table. */
type Asked = { file: string; mapping?: string | undefined; asked: Partial<Omit<NewImport, "mapping">> };

/** Milliseconds between two questions how far it is. */
const [soon, seldom] = [100, 2_000];

/** Imports a file by a service, and waits for its end. Errors: those of the import; databaseUnreachable. */
export async function importByService(
  service: Service,
  { file, mapping, asked }: Asked,
  onProgress: (progress: { done: number; total?: number }) => void,
): Promise<ImportResult> {
  const { id } = await service.send<{ id: string }>("post", "/imports", {
    body: {
      kind: mapping === undefined ? "record" : "table",
      ...asked,
      ...(mapping !== undefined && { mapping: { name: basename(mapping), text: await textOf(mapping) } }),
    },
  });
  const path = `/imports/${encodeURIComponent(id)}`;
  await service.send("post", `${path}/files`, { query: { name: basename(file) }, file: await openAsBlob(file) });
  for (let pause = soon; ; pause = Math.min(2 * pause, seldom)) {
    const job = (await service.read<ImportJob>(path))?.body;
    if (job?.state !== "running") return resultOf(job, service.address);
    if (job.progress?.phase === "deriving") onProgress(job.progress as { done: number; total?: number });
    await setTimeout(pause);
  }
}

async function textOf(mapping: string): Promise<string> {
  try {
    return await readFile(mapping, "utf8");
  } catch (error) {
    throw new DomainError("unreadableFile", `${mapping}: cannot be read: ${(error as Error).message}`);
  }
}

function resultOf(job: ImportJob | undefined, server: string): ImportResult {
  if (job?.result !== undefined) return job.result as ImportResult;
  const { code, detail, issues } = job?.problem ?? { code: "", detail: "", issues: [] };
  if (job?.state === "refused")
    throw new DomainError(
      errorCodes.find((each): each is ErrorCode => each === code) ?? "invalidInput",
      detail,
      issues as readonly Issue[],
    );
  const why = job?.state === "failed" ? detail : "it ended before the import did: nothing was imported";
  throw new DomainError("databaseUnreachable", `the service at ${server}: ${why.replace(/\.$/, "")}`);
}
