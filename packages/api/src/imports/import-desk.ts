import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DomainError, type Id } from "@heed/core";
import { parseInput } from "@heed/core/acting/parse-input";
import { type ImportJob, type ImportKind, NewImport } from "@heed/core/import-jobs/import-job";
import {
  addImportJob,
  type Database,
  type FilePlace,
  type FilesAt,
  performOnce,
  readAskedImport,
  readImportJob,
  readImportJobs,
  receiveFile,
  type Sql,
  startImportJob,
} from "@heed/store";
import { v7 } from "uuid";
import type { ActingAs } from "../contract/acting-as.ts";
import type { ImportDesk } from "../contract/import-desk.ts";
import { importKinds } from "./import-kinds.ts";
import type { RunningImports } from "./running-imports.ts";

export type ImportPlaces = {
  database: Database;
  place: FilePlace;
  /** Where files are kept, where that is named. */
  filesAt?: FilesAt | undefined;
  /** The largest file, in bytes. */
  limit: number;
  running: RunningImports;
};

/** Errors: missingPermission for who may import nothing. */
export function importDesk(places: ImportPlaces, { person, at, request }: ActingAs): ImportDesk {
  const { database, place, filesAt, limit, running } = places;
  requireMayAny(person);
  const here = (id: Id) => running.has(id);
  const job = (id: Id, sql: Sql = database) => readImportJob(sql, id, person, here, at);
  const read = async (id: Id, sql?: Sql) => {
    const found = await job(id, sql);
    if (found === undefined) throw new DomainError("notFound", `there is no import with the id ${id}`);
    return found;
  };
  return {
    async add(input) {
      const asked = parseInput(NewImport, input);
      const rules = importKinds[asked.kind];
      rules.requireMay(person);
      rules.requireFits(asked);
      return database.transaction(async (sql) => {
        const id = await performOnce(sql, person.id, request, at, async () => {
          // In ascending order, for imports that are asked for at one moment.
          const made = v7();
          await addImportJob(sql, made, asked, person, at);
          return made;
        });
        return read(id, sql);
      });
    },
    async begin(id, { name, bytes }) {
      const asked = await readAskedImport(database, id, person);
      importKinds[asked.kind].requireMay(person);
      if (asked.mapping?.name === name)
        throw new DomainError("invalidInput", "the file and its mapping have one name", [
          { name: "name", value: name, detail: "give the file another name" },
        ]);
      await receiveFile(place, bytes, limit, async ({ path, digest }) => {
        const works = join(place.incoming, `heed-${randomUUID()}.import`);
        let isNew = false;
        try {
          await mkdir(works, { mode: 0o700 });
          await rename(path, join(works, name));
          if (asked.mapping) await writeFile(join(works, asked.mapping.name), asked.mapping.text, { mode: 0o600 });
          await database.transaction((sql) =>
            performOnce(sql, person.id, request && { ...request, body: { digest, name } }, at, async () => {
              await startImportJob(sql, id, name, at);
              isNew = true;
              return id;
            }),
          );
          if (isNew)
            running.begin({ id, url: database.url, file: name, asked, person, at, ...(filesAt && { filesAt }) }, works);
        } finally {
          if (!running.has(id) || !isNew) await rm(works, { recursive: true, force: true });
        }
      });
      return read(id);
    },
    job: async (id) => {
      const found = await job(id);
      return found && withProgress(found, running);
    },
    jobs: (paging) => readImportJobs(database, person, paging, here, at),
  };
}

function withProgress(job: ImportJob, running: RunningImports): ImportJob {
  const progress = running.progressOf(job.id);
  return job.state === "running" && progress !== undefined ? { ...job, progress } : job;
}

/** Errors: the refusal of the first kind, when every kind refuses. */
function requireMayAny(person: ActingAs["person"]): void {
  const refusals = (Object.keys(importKinds) as ImportKind[]).flatMap((kind) => {
    try {
      importKinds[kind].requireMay(person);
      return [];
    } catch (error) {
      return [error];
    }
  });
  if (refusals.length === Object.keys(importKinds).length) throw refusals[0];
}
