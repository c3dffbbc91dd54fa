import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { DomainError, type Instant } from "@heed/core";
import { folderBeside } from "../files/place-of-database.ts";

/** A backup in the folder of backups, with the moment in its name. */
export type KeptBackup = { file: string; at: Instant };

/** heed-20261127T210000Z.backup: names sort by time. */
const named = /^heed-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.backup$/;

/** The name of a backup that is made at a moment. */
export function backupFileIn(folder: string, at: Instant): string {
  return join(folder, `heed-${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z.backup`);
}

/**
 * The backups in a folder, the newest first. Those whose name says a moment after now, as where the clock was wrong, stand apart: they
 * are older than they say. Errors: invalidInput where the folder cannot be read.
 */
export async function backupsIn(folder: string, now: Instant): Promise<{ backups: KeptBackup[]; ahead: KeptBackup[] }> {
  const names = await readdir(folder).catch((error: Error) => {
    throw new DomainError("invalidInput", `the folder of backups cannot be read: ${error.message}`);
  });
  const found = names
    .flatMap((name): KeptBackup[] => {
      const [, year, month, day, hour, minute, second] = named.exec(name) ?? [];
      if (year === undefined) return [];
      return [{ file: join(folder, name), at: `${year}-${month}-${day}T${hour}:${minute}:${second}Z` }];
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const isAhead = ({ at }: KeptBackup) => Date.parse(at) > Date.parse(now);
  return { backups: found.filter((each) => !isAhead(each)), ahead: found.filter(isAhead) };
}

/** Removes all but the newest ones of until now, each with the files beside it. Answers the removed ones. */
export async function keepNewestIn(folder: string, count: number, now: Instant): Promise<KeptBackup[]> {
  const removed = (await backupsIn(folder, now)).backups.slice(count);
  for (const { file } of removed) {
    await rm(file);
    await rm(folderBeside(file), { recursive: true, force: true });
  }
  return removed;
}
