import { dayOf, type Id } from "@heed/core";
import { requireActors } from "@heed/core/acting/person";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import { freezeReportAct, type WrittenDocument } from "@heed/core/register/freeze-report";
import { writtenReport } from "@heed/core/report-document/written-report";
import { writeWithDigest } from "@heed/documents";
import type { ActingAs } from "../contract/acting-as.ts";
import { inTurn } from "./document-download.ts";

/** The documents of a report that is to be frozen, in their turn. Errors: missingPermission; serviceBusy; those of the writing. */
export function writtenToFreeze(
  reads: TrackerReads,
  { person, at, settings }: ActingAs,
  { thing = "", input = {} }: { thing?: Id; input?: unknown },
): Promise<readonly WrittenDocument[]> {
  // Who may not freeze it has nothing written.
  requireActors(person, freezeReportAct.name, freezeReportAct.roles);
  return inTurn({ person }, () =>
    writtenReport(reads, { id: thing, input, today: dayOf(settings, at) }, writeWithDigest),
  );
}
