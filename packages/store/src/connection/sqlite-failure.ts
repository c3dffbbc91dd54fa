import { DomainError, type ErrorCode } from "@heed/core";

type Failure = readonly [code: ErrorCode, message: string];

/** By the beginning of SQLite's error code; extended codes add to it. */
const failures: Readonly<Record<string, Failure>> = {
  SQLITE_BUSY: ["databaseBusy", "another process is writing to the database; try again"],
  SQLITE_LOCKED: ["databaseBusy", "another process is writing to the database; try again"],
  SQLITE_FULL: ["databaseFull", "the disk of the database is full; nothing was written"],
  SQLITE_READONLY: ["databaseReadOnly", "the database cannot be written: its file or folder is read-only"],
  SQLITE_PERM: ["databaseReadOnly", "the database cannot be written: its file or folder is not for this user"],
  SQLITE_CORRUPT: ["databaseDamaged", "the database file is damaged"],
  SQLITE_NOTADB: ["databaseForeign", "the file is not a database of Heed"],
  SQLITE_IOERR: ["databaseUnreachable", "the disk of the database cannot be read or written"],
  SQLITE_CANTOPEN: ["databaseUnreachable", "the database file cannot be opened"],
  SQLITE_PROTOCOL: ["databaseBusy", "another process is writing to the database; try again"],
  SQLITE_NOMEM: ["databaseUnreachable", "there is not enough memory to use the database"],
};

/**
 * An error of the driver as an error of the domain, with SQLite's message in it; any other error is given back
 * unchanged.
 */
export function sqliteFailure(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DomainError) return error;
  const { code = "", message } = error as Error & { code?: string };
  const found = Object.entries(failures).find(([begin]) => String(code).startsWith(begin))?.[1];
  if (found !== undefined) return failure(found, message, error);
  // The driver gives no code when a file cannot be opened, and a general code when a table is missing.
  if (message.includes("Unable to open connection"))
    return failure(failures.SQLITE_CANTOPEN as Failure, message, error);
  if (/^no such table: (?!temp\.)/.test(message))
    return failure(["databaseLost", "the record is no longer in the database"], message, error);
  return error;
}

function failure([code, text]: Failure, message: string, cause: Error): DomainError {
  const told = code === "databaseBusy" ? text : `${text} (${message})`;
  return Object.assign(new DomainError(code, told), { cause });
}
