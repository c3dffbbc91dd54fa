import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { DomainError, type Id, type Settings } from "@heed/core";
import {
  type Database,
  draftDesk,
  filePlaceOf,
  performAct,
  performRegisterAct,
  uploadFile,
  usualLimit,
} from "@heed/store";
import { type ActorOptions, actingAs } from "./acting-as.ts";
import type { TrackerWrites } from "./tracker-writes.ts";

/** The writes of a database, by whom the options of the command say. `folder`: where files lie, if not in the usual place. */
export function databaseWrites(
  database: Database,
  settings: Settings,
  folder: string | undefined,
  options: ActorOptions,
  organizations: readonly Id[] | undefined,
): TrackerWrites {
  const acting = { ...actingAs(options, organizations), settings };
  return {
    perform: (act) => performAct(database, { ...act, ...acting }),
    performRegister: (act) => performRegisterAct(database, { ...act, ...acting }),
    drafts: draftDesk(database, acting),
    async takeIn({ name, path }) {
      const { inspectionWith } = await import("@heed/files");
      const { id } = await uploadFile(database, filePlaceOf(database, folder), {
        name,
        bytes: createReadStream(path) as AsyncIterable<Buffer>,
        limit: limitOf(process.env.HEED_LARGEST_FILE),
        inspect: inspectionWith(process.env.HEED_VIRUS_SCANNER || undefined),
        person: acting.person,
        at: new Date().toISOString(),
        newId: randomUUID,
      });
      return id;
    },
  };
}

function limitOf(megabytes: string | undefined): number {
  if (!megabytes) return usualLimit;
  if (Number(megabytes) > 0) return Number(megabytes) * 1_000_000;
  throw new DomainError("invalidInput", "HEED_LARGEST_FILE is not a number of MB");
}
