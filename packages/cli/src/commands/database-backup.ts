import { DomainError } from "@heed/core";
import {
  backupDatabase,
  backupFileIn,
  backupsIn,
  FileFullError,
  type KeptBackup,
  keepNewestIn,
  rehearseRestore,
  restoreDatabase,
  type VerifiedRecord,
} from "@heed/store";
import { type Command, Option } from "commander";
import { atLeastOne, checkpointOption, type Format, formatOption } from "../options/options.ts";
import { plural } from "../present/words.ts";
import { exitCodes } from "../process/exit-codes.ts";
import { OutputError } from "../process/output-error.ts";
import type { Exit } from "../process/program.ts";
import { databaseUrlOf, filesAtOf } from "../process/tracker.ts";
import { write, writeError, writeJson } from "../process/write.ts";
import { faultText } from "./audit.ts";

export function addBackup(database: Command, exit: Exit): void {
  database
    .command("backup [file]")
    .description(
      "Copy the record of this moment to a file, also while the service runs; the copy is verified before it gets its name. Without a file, into the folder of backups of the configuration",
    )
    .addOption(
      new Option("--keep <n>", "then remove all but the newest in the folder of backups").argParser(atLeastOne),
    )
    .addOption(formatOption())
    .action(async (named: string | undefined, options: { keep?: number; format: Format }, command: Command) => {
      const { format, keep } = options;
      const at = new Date().toISOString();
      if (named !== undefined && keep !== undefined)
        throw new DomainError("invalidInput", "--keep is for the folder of backups, and not for a file");
      const file = named ?? backupFileIn(folderOfBackups(), at);
      const held = await backupDatabase(databaseUrlOf(command), file, {
        at,
        programs: programs(),
        files: await filesAtOf(command),
      }).catch((error: Error) => {
        throw error instanceof FileFullError ? new OutputError(file, error) : error;
      });
      if (held.audit?.fault !== undefined || lacksFiles(held)) exit(exitCodes.differs);
      // A copy that is not sound takes the place of no other.
      const isSound = held.audit?.fault === undefined && !lacksFiles(held);
      if (named === undefined) tellAhead((await backupsIn(folderOfBackups(), at)).ahead);
      const removed = keep === undefined || !isSound ? [] : await keepNewestIn(folderOfBackups(), keep, at);
      const files = removed.map((each) => each.file);
      if (format === "json") return writeJson({ file, at, ...jsonOf(held), ...(keep && { removed: files }) });
      const gone = files.length === 0 ? "" : `Removed: ${files.join(", ")}\n`;
      await write(`${file} holds the record of ${at}.\n${filesText(held)}${verifiedText(held)}${gone}`);
    });
  database
    .command("rehearse [file]")
    .description(
      "Restore a backup elsewhere, read all of it, and remove it again; without a file, the newest in the folder of backups",
    )
    .addOption(checkpointOption("which must be in it"))
    .option("--upgrade", "then bring it to the schema and rules of this program, to see what an upgrade would do")
    .addOption(formatOption())
    .action(async (named: string | undefined, options: Rehearsing, command: Command) => {
      const file = named ?? (await newestBackup());
      const { took, upgraded, faults, ...held } = await rehearseRestore(databaseUrlOf(command), file, {
        programs: programs(),
        checkpoint: options.checkpoint,
        upgrade: options.upgrade === true,
      });
      if (held.audit?.fault !== undefined || faults.length > 0 || lacksFiles(held)) exit(exitCodes.differs);
      if (options.format === "json")
        return writeJson({ file, took, ...(options.upgrade && { upgraded }), ...jsonOf(held), faults });
      const wrong = faults.map(({ name, detail }) => `  ${name}: ${detail}\n`).join("");
      const also = upgraded === undefined ? "" : `, upgraded in ${seconds(upgraded)}`;
      await write(
        `${file} was restored in ${seconds(took)}${also}, and removed again.\n${filesText(held)}${verifiedText(held)}${wrong}`,
      );
    });
  database
    .command("restore <file>")
    .description("Restore a database that does not exist yet from a backup, and verify it")
    .addOption(checkpointOption("which must be in it"))
    .addOption(formatOption())
    .action(async (file: string, { format, checkpoint }: { format: Format; checkpoint?: string }, command: Command) => {
      const held = await restoreDatabase(databaseUrlOf(command), file, {
        checkpoint,
        programs: programs(),
        files: await filesAtOf(command),
      });
      if (lacksFiles(held)) exit(exitCodes.differs);
      if (format === "json") return writeJson({ file, ...jsonOf(held) });
      await write(`The record of ${file} is restored.\n${filesText(held)}${verifiedText(held)}`);
    });
}

type Rehearsing = { checkpoint?: string; upgrade?: boolean; format: Format };

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** Errors: invalidInput where the configuration names none. */
function folderOfBackups(): string {
  const folder = process.env.HEED_BACKUP_FOLDER;
  if (folder) return folder;
  throw new DomainError("invalidInput", "name a file, or the folder of backups by backupFolder (HEED_BACKUP_FOLDER)");
}

async function newestBackup(): Promise<string> {
  const folder = folderOfBackups();
  const { backups, ahead } = await backupsIn(folder, new Date().toISOString());
  tellAhead(ahead);
  const [newest] = backups;
  if (newest !== undefined) return newest.file;
  throw new DomainError("invalidInput", `there is no backup in ${folder}; run: heed database backup`);
}

/** Names backups of a moment that has not come: they are neither counted nor removed. */
function tellAhead(ahead: readonly KeptBackup[]): void {
  for (const { file } of ahead)
    writeError(`heed: ${file} is of a moment that has not come; it is left alone. Was the clock wrong?\n`);
}

function programs(): string | undefined {
  return process.env.HEED_POSTGRESQL_PROGRAMS || undefined;
}

function jsonOf({ audit, files }: VerifiedRecord): object {
  const told = files && { files };
  if (audit === undefined) return { older: true, ...told };
  return { sound: audit.fault === undefined && !lacksFiles({ ...told }), audit, ...told };
}

function lacksFiles({ files }: VerifiedRecord): boolean {
  return files !== undefined && files.missing.length + files.damaged.length > 0;
}

function filesText({ files }: VerifiedRecord): string {
  if (files === undefined) return "";
  const lost = [...files.missing, ...files.damaged];
  const wrong = lost.length === 0 ? "" : `; not with the bytes of their digest: ${lost.join(", ")}`;
  return `With ${plural(files.files, "file")} of evidence, in a folder beside it${wrong}.\n`;
}

function verifiedText({ audit }: VerifiedRecord): string {
  if (audit === undefined)
    return "Its schema is older than this program, so its audit was not verified; run: heed database upgrade\n";
  const { followUps, records, lastCheckpoint, fault } = audit;
  const read = `${plural(followUps, "follow-up")}, ${plural(records, "audit record")}`;
  const held =
    fault === undefined
      ? `${read}: unbroken.\n`
      : `Its audit is broken: ${faultText(fault)}.\nRead until there: ${read}.\n`;
  return lastCheckpoint === undefined
    ? held
    : `${held}Checkpoint ${lastCheckpoint.sequence}, whose hash is best noted elsewhere: ${lastCheckpoint.hash}\n`;
}
