import { DomainError } from "@heed/core";
import { backupsIn } from "@heed/store";
import { plural } from "../present/words.ts";
import { type Finding, fault, fine, warning } from "./finding.ts";

const part = "backup";
const hour = 3_600_000;

/** Hours after which a backup that is made each day is late. */
const late = 36;

/** The age of the newest backup in the folder of backups. */
export async function checkBackup(folder: string | undefined, now: Date): Promise<Finding[]> {
  if (folder === undefined)
    return [
      warning(
        part,
        "No folder of backups is named, so nobody can tell how old the newest is.",
        "Set backupFolder, and let a timer run: heed database backup --keep 30",
      ),
    ];
  try {
    const { backups, ahead } = await backupsIn(folder, now.toISOString());
    const wrong = ahead.map(({ file }) =>
      warning(part, `${file} is of a moment that has not come.`, "Was the clock wrong? Remove it, or rename it."),
    );
    const [newest] = backups;
    if (newest === undefined)
      return [...wrong, fault(part, `There is none in ${folder}.`, "Run: heed database backup")];
    const hours = Math.floor((now.getTime() - Date.parse(newest.at)) / hour);
    const what = `The newest of ${backups.length} in ${folder} is ${plural(hours, "hour")} old`;
    return [
      ...wrong,
      hours > late ? fault(part, `${what}.`, "Look at the timer that makes them.") : fine(part, `${what}.`),
    ];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return [fault(part, `${error.message}.`, "Make the folder, for the user of Heed alone.")];
  }
}
