import { existsSync } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import { DomainError } from "@heed/core";
import { readDatabaseUrl, shownDatabaseUrl } from "../connection/database-url.ts";
import type { Database } from "../connection/sql.ts";
import { copyFiles, namedOrKept } from "../files/copy-files.ts";
import { folderPlace, intoFolder } from "../files/folder-place.ts";
import { type FilesAt, folderBeside, placeBeside } from "../files/place-of-database.ts";
import { hasTables } from "../migrations.ts";
import { openDatabase } from "../open-database.ts";
import { copyBackup, ofSessions } from "./copy-sqlite.ts";
import { runProgram } from "./postgresql-program.ts";
import { namedFilesOf, type VerifiedRecord, verifyRecord } from "./verify-record.ts";
import { writeCompleteFile } from "./write-complete-file.ts";

export type RestoreOptions = {
  /** The folder with PostgreSQL's programs; without it they are found by PATH. */
  programs?: string | undefined;
  /** The hash of a checkpoint that was noted elsewhere. */
  checkpoint?: string | undefined;
  /** The folder for files of evidence, where one is named. */
  files?: FilesAt | undefined;
};

/**
 * Makes a database from a backup and verifies it. On SQLite the file gets its name after the verification; on
 * PostgreSQL the database must exist and be empty. Nothing is overwritten, and nobody is signed in to it. Errors: invalidInput when something is there
 * already, or the backup is for the other database; auditBroken; databaseDamaged; those of openDatabase() except
 * databaseOlder.
 */
export async function restoreDatabase(
  url: string,
  file: string,
  { programs, checkpoint, files }: RestoreOptions,
): Promise<VerifiedRecord> {
  const target = readDatabaseUrl(url);
  await requireKind(file, target.dialect);
  if (target.dialect === "sqlite")
    return restoreSqlite(target.file, file, checkpoint, (named) => restoreFiles(url, file, { at: files, named }));
  await requireEmpty(url);
  const args = ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", file];
  await runProgram("pg_restore", args, { folder: programs, url });
  await analyze(url);
  const held = requireUnbroken(await verifyRecord(url, checkpoint), file);
  await endSessionsIn(url);
  const named = await namedFilesOf(url);
  if (files !== undefined) return { ...held, ...(await restoreFiles(url, file, { at: files, named })) };
  // The backup was made of a database whose files lay elsewhere, and no place is named for them.
  return named.length === 0 ? held : { ...held, files: { files: 0, missing: named, damaged: [] } };
}

/** The files that a backup has beside it. */
async function restoreFiles(
  url: string,
  file: string,
  { at, named }: { at: FilesAt | undefined; named: readonly string[] },
): Promise<Pick<VerifiedRecord, "files">> {
  if (named.length === 0 && !existsSync(folderBeside(file))) return {};
  const from = folderPlace(folderBeside(file));
  const to = placeBeside(url, at);
  return { files: await copyFiles(namedOrKept(named, from), { from, to, writing: intoFolder }) };
}

async function restoreSqlite(
  database: string,
  file: string,
  checkpoint: string | undefined,
  alsoFiles: (named: readonly string[]) => Promise<Pick<VerifiedRecord, "files">>,
): Promise<VerifiedRecord> {
  // SQLite would take files left by an older database for parts of the new one.
  for (const beside of ["-wal", "-shm", "-journal"])
    if (existsSync(`${database}${beside}`))
      throw new DomainError("invalidInput", `${database}${beside} is there already; move it away with its database`);
  await mkdir(dirname(database), { recursive: true, mode: 0o700 });
  return writeCompleteFile(database, async (partial) => {
    copyBackup(file, partial);
    const copy = `file:${encodeURI(partial)}`;
    const held = requireUnbroken(await verifyRecord(copy, checkpoint), file);
    return { ...held, ...(await alsoFiles(await namedFilesOf(copy))) };
  });
}

function requireUnbroken(held: VerifiedRecord, file: string): VerifiedRecord {
  const fault = held.audit?.fault;
  if (fault === undefined) return held;
  throw new DomainError("auditBroken", `the record in ${file} is not as it was written: ${fault.detail}`);
}

const beginnings = { sqlite: "SQLite format 3\0", postgresql: "PGDMP" } as const;
const names = { sqlite: "SQLite", postgresql: "PostgreSQL" } as const;

/** This reads the file before SQLite opens it, because closing it afterwards would release SQLite's locks. */
async function requireKind(file: string, dialect: "sqlite" | "postgresql"): Promise<void> {
  const opened = await open(file, "r").catch((error: Error) => {
    throw new DomainError("invalidInput", `${file} cannot be read: ${error.message}`);
  });
  try {
    const { buffer } = await opened.read(Buffer.alloc(16), 0, 16, 0);
    const begins = buffer.toString("latin1");
    const [kind] = (["sqlite", "postgresql"] as const).filter((each) => begins.startsWith(beginnings[each]));
    if (kind === dialect) return;
    const what =
      kind === undefined
        ? "not a backup of Heed"
        : `a backup of ${names[kind]}, and the database is one of ${names[dialect]}`;
    throw new DomainError(
      "invalidInput",
      `${file} is ${what}${kind === undefined ? "" : "; use heed export and heed import instead"}`,
    );
  } finally {
    await opened.close();
  }
}

async function requireEmpty(url: string): Promise<void> {
  const database = await openDatabase(url, { mode: "asItIs" });
  try {
    if (await hasTables(database))
      throw new DomainError("invalidInput", `${shownDatabaseUrl(url)} is not empty; nothing is written over it`);
  } finally {
    await database.close();
  }
}

/** On PostgreSQL, what copyBackup() does on SQLite. */
async function endSessionsIn(url: string): Promise<void> {
  const database = await openDatabase(url, { mode: "asItIs" });
  try {
    for (const table of ofSessions) if (await has(database, table)) await database.run(`DELETE FROM ${table}`);
  } finally {
    await database.close();
  }
}

async function has(database: Database, table: string): Promise<boolean> {
  const [found] = await database.all<{ found: string | null }>("SELECT to_regclass(?)::text AS found", [table]);
  return found?.found !== null;
}

/** The query planner has no statistics of new tables yet. */
async function analyze(url: string): Promise<void> {
  const database = await openDatabase(url, { mode: "asItIs" });
  try {
    await database.run("ANALYZE");
  } finally {
    await database.close();
  }
}
