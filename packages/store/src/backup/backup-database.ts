import { DomainError, type Instant } from "@heed/core";
import { writeAuditCheckpoint } from "../audit/audit-checkpoint.ts";
import { readDatabaseUrl } from "../connection/database-url.ts";
import { copyFiles, namedOrKept } from "../files/copy-files.ts";
import { folderPlace, intoFolder } from "../files/folder-place.ts";
import { type FilesAt, folderBeside, placeBeside } from "../files/place-of-database.ts";
import { openDatabase } from "../open-database.ts";
import { copySqlite } from "./copy-sqlite.ts";
import { ofTheFile } from "./file-full.ts";
import { runProgram } from "./postgresql-program.ts";
import { isCurrent, namedFilesOf, type VerifiedRecord, verifyRecord } from "./verify-record.ts";
import { writeCompleteFile } from "./write-complete-file.ts";

export type BackupOptions = {
  at: Instant;
  /** The folder with PostgreSQL's programs; without it they are found by PATH. */
  programs?: string | undefined;
  /** Where files of evidence are, where that is named. */
  files?: FilesAt | undefined;
};

/**
 * Copies the database as it is at one moment into a new file that only its owner can read, while it is in use. First
 * the audit gets a checkpoint, if it can be written. On SQLite the file is a database; on PostgreSQL it is the output
 * of pg_dump. The copy is verified before it gets its name. Errors: invalidInput when the file exists; FileFullError;
 * databaseDamaged; those of openDatabase() except databaseOlder.
 */
export async function backupDatabase(
  url: string,
  file: string,
  { at, programs, files }: BackupOptions,
): Promise<VerifiedRecord> {
  const target = readDatabaseUrl(url);
  return writeCompleteFile(file, async (partial) => {
    await writeCheckpointFirst(url, at);
    try {
      if (target.dialect === "sqlite") {
        copySqlite(target.file, partial);
        const copy = `file:${encodeURI(partial)}`;
        // After the database, so that all that its copy names is there.
        const copied = await copyFilesOf(url, files, { file, named: await namedFilesOf(copy) });
        return { ...(await verifyRecord(copy)), ...copied };
      }
      await dump(url, partial, programs);
      if (files !== undefined) {
        const held = await verifyRecord(url);
        return { ...held, ...(await copyFilesOf(url, files, { file, named: await namedFilesOf(url) })) };
      }
    } catch (error) {
      throw ofTheFile(error);
    }
    return verifyRecord(url);
  });
}

/** The files that do not lie in the database itself, beside its backup; nothing is made where there are none. */
async function copyFilesOf(
  url: string,
  at: FilesAt | undefined,
  { file, named }: { file: string; named: readonly string[] },
): Promise<Pick<VerifiedRecord, "files">> {
  const from = placeBeside(url, at);
  const to = folderPlace(folderBeside(file));
  const files = await copyFiles(namedOrKept(named, from), { from, to, writing: intoFolder });
  return files.files + files.missing.length + files.damaged.length === 0 ? {} : { files };
}

async function dump(url: string, file: string, folder: string | undefined): Promise<void> {
  const args = ["--format=custom", "--no-owner", "--no-privileges", `--file=${file}`];
  await runProgram("pg_dump", args, { folder, url });
  // Turning the backup into a script reads all of it.
  await runProgram("pg_restore", ["--file=/dev/null", file], { folder });
}

const checkpointPatience = 5_000;

/**
 * While a long import writes, the checkpoint before the import is used; a database with an older schema is copied
 * without a checkpoint.
 */
async function writeCheckpointFirst(url: string, at: Instant): Promise<void> {
  const database = await openDatabase(url, { mode: "asItIs", limits: { patience: checkpointPatience } });
  try {
    if (await isCurrent(database)) await writeAuditCheckpoint(database, at);
  } catch (error) {
    const waits = ["databaseBusy", "databaseReadOnly", "databaseFull"];
    if (!(error instanceof DomainError && waits.includes(error.code))) throw error;
  } finally {
    await database.close();
  }
}
