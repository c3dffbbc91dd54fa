import type { Day, Reader, Settings } from "@heed/core";
import type { EvidenceFile } from "@heed/core/follow-up/entries/evidence-file";
import type { Database } from "../connection/sql.ts";
import { filesOf, followUpsNaming } from "../files/files-of-entries.ts";
import { readFollowUp } from "./follow-up.ts";

/**
 * The file with a digest, as the reader sees it in an entry: with what follow-ups show him, and nothing else, so that a file that
 * is confidential leaves no trace for others.
 */
export async function readFile(
  database: Database,
  reader: Reader,
  digest: string,
  today: Day,
  settings: Settings,
): Promise<EvidenceFile | undefined> {
  for (const followUp of await followUpsNaming(database, digest)) {
    const detail = await readFollowUp(database, reader, followUp, today, settings);
    const found = detail?.case.entries.flatMap(filesOf).find((file) => file.digest === digest);
    if (found !== undefined) return found;
  }
  return undefined;
}
