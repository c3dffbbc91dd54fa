import { backupDatabase, FileFullError, restoreDatabase, type VerifiedRecord } from "@heed/store";
import type { Command } from "commander";
import { type Format, formatOption } from "../options/options.ts";
import { plural } from "../present/words.ts";
import { exitCodes } from "../process/exit-codes.ts";
import { OutputError } from "../process/output-error.ts";
import type { Exit } from "../process/program.ts";
import { databaseUrlOf, filesAtOf } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";
import { faultText } from "./audit.ts";

export function addBackup(database: Command, exit: Exit): void {
  database
    .command("backup <file>")
    .description(
      "Copy the record of this moment to a file, also while the service runs; the copy is verified before it gets its name",
    )
    .addOption(formatOption())
    .action(async (file: string, { format }: { format: Format }, command: Command) => {
      const at = new Date().toISOString();
      const held = await backupDatabase(databaseUrlOf(command), file, {
        at,
        programs: programs(),
        files: await filesAtOf(command),
      }).catch((error: Error) => {
        throw error instanceof FileFullError ? new OutputError(file, error) : error;
      });
      if (held.audit?.fault !== undefined || lacksFiles(held)) exit(exitCodes.differs);
      if (format === "json") return writeJson({ file, at, ...jsonOf(held) });
      await write(`${file} holds the record of ${at}.\n${filesText(held)}${verifiedText(held)}`);
    });
  database
    .command("restore <file>")
    .description("Restore a database that does not exist yet from a backup, and verify it")
    .option("--checkpoint <hash>", "the hash of a checkpoint that was noted elsewhere, which must be in it")
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
