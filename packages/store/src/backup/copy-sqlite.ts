import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Connection, connectAsItIs, connectUnused, translated } from "../connection/sqlite-connection.ts";
import { notOpened } from "../connection/sqlite-failure.ts";

const patience = 5_000;

/**
 * Copies the database at one moment into an empty file, while others read and write. Changes that are still in the
 * write-ahead log are included. The source file stays as it is. Errors: those of sqliteFailure(); databaseForeign.
 */
export function copySqlite(from: string, to: string): void {
  copyWith(() => connectAsItIs(from, patience), from, to);
}

/**
 * The same with a backup, which nobody writes: nothing is written beside it, unless it came with a log. The copy signs nobody in: who
 * signed out since the backup was made stays out.
 */
export function copyBackup(from: string, to: string): void {
  const hasLog = ["-wal", "-journal"].some((end) => existsSync(`${from}${end}`));
  copyWith(() => (hasLog ? connectAsItIs(from, patience) : connectUnused(from)), from, to);
  const copy = connectAsItIs(to, patience);
  try {
    // A backup of before there were sessions has no such tables.
    const named = `SELECT name FROM sqlite_master WHERE type = 'table' AND name IN ('${ofSessions.join("', '")}')`;
    for (const { name } of copy.prepare(named).all() as { name: string }[])
      translated(() => copy.exec(`DELETE FROM ${name}`));
  } finally {
    copy.close();
  }
}

/** The tables of who is signed in, or may sign in by a link. */
export const ofSessions = ["session", "sign_in_link"] as const;

function copyWith(open: () => Connection, from: string, to: string): void {
  let connection: Connection;
  try {
    connection = open();
  } catch (error) {
    throw notOpened(from, error);
  }
  try {
    translated(() => connection.exec(`VACUUM INTO '${resolve(to).replaceAll("'", "''")}'`));
  } finally {
    connection.close();
  }
}
