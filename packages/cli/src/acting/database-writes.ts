import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { DomainError, dayOf, type Id, type Instant, type Person, type Settings } from "@heed/core";
import { requireActors } from "@heed/core/acting/person";
import { freezeReportAct } from "@heed/core/register/freeze-report";
import { writtenReport } from "@heed/core/report-document/written-report";
import {
  type Database,
  draftDesk,
  type FilesAt,
  filePlaceOf,
  performAct,
  performRegisterAct,
  trackerReads,
  uploadFile,
  usualLimit,
} from "@heed/store";
import { type ActorOptions, actingAs } from "./acting-as.ts";
import type { TrackerWrites } from "./tracker-writes.ts";

/** The writes of a database, by whom the options of the command say. `filesAt`: where files lie, if not in the usual place. */
export function databaseWrites(
  database: Database,
  settings: Settings,
  filesAt: () => Promise<FilesAt | undefined>,
  options: ActorOptions,
  organizations: readonly Id[] | undefined,
): TrackerWrites {
  const acting = { ...actingAs(options, organizations), settings };
  return {
    perform: (act) => performAct(database, { ...act, ...acting }),
    async performRegister(act) {
      const { thing = "", input = {} } = act;
      const written = act.act === "freezeReport" ? await writtenToFreeze(database, thing, input, acting) : undefined;
      return performRegisterAct(database, { ...act, ...acting, ...(written && { written }) });
    },
    drafts: draftDesk(database, acting),
    async takeIn({ name, path }) {
      const { inspectionWith } = await import("@heed/files");
      const { id } = await uploadFile(database, filePlaceOf(database, await filesAt()), {
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

/** Errors: missingPermission; those of the writing. */
async function writtenToFreeze(
  database: Database,
  report: Id,
  input: unknown,
  { person, at, settings }: { person: Person; at: Instant; settings: Settings },
) {
  requireActors(person, freezeReportAct.name, freezeReportAct.roles);
  const { writeWithDigest } = await import("@heed/documents");
  const asked = { id: report, input, today: dayOf(settings, at) };
  return writtenReport(trackerReads(database), asked, writeWithDigest);
}

function limitOf(megabytes: string | undefined): number {
  if (!megabytes) return usualLimit;
  if (Number(megabytes) > 0) return Number(megabytes) * 1_000_000;
  throw new DomainError("invalidInput", "HEED_LARGEST_FILE is not a number of MB");
}
