import type { CopiedFiles } from "@heed/store";
import { writeError } from "../process/write.ts";

/** Tells which files of evidence were not copied: the record names them all the same. */
export function tellLost({ missing, damaged }: CopiedFiles): void {
  for (const digest of missing)
    writeError(`heed: please check the file ${digest}: it is named, and its bytes are not there\n`);
  for (const digest of damaged) writeError(`heed: please check the file ${digest}: its bytes are others\n`);
}
