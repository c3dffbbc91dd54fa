import { accessSync, constants } from "node:fs";
import { dirname } from "node:path";
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

/** By the number of SQLite's error: the driver has no name for some of them, and the low byte is the general one. */
const numbered: Readonly<Record<number, Failure | undefined>> = {
  3: failures.SQLITE_PERM,
  5: failures.SQLITE_BUSY,
  6: failures.SQLITE_LOCKED,
  7: failures.SQLITE_NOMEM,
  8: failures.SQLITE_READONLY,
  10: failures.SQLITE_IOERR,
  11: failures.SQLITE_CORRUPT,
  13: failures.SQLITE_FULL,
  14: failures.SQLITE_CANTOPEN,
  15: failures.SQLITE_PROTOCOL,
  26: failures.SQLITE_NOTADB,
  // There is no room for the index of the log.
  4874: failures.SQLITE_FULL,
};

/**
 * An error of the driver as an error of the domain, with SQLite's message in it; any other error is given back
 * unchanged.
 */
export function sqliteFailure(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DomainError) return error;
  const { code = "", rawCode = 0, message } = error as Error & { code?: string; rawCode?: number };
  const found =
    numbered[rawCode] ??
    numbered[rawCode & 0xff] ??
    Object.entries(failures).find(([begin]) => String(code).startsWith(begin))?.[1];
  if (found !== undefined) return failure(found, message, error);
  // The driver gives no code when a file cannot be opened, and a general code when a table is missing.
  if (message.includes("Unable to open connection"))
    return failure(failures.SQLITE_CANTOPEN as Failure, message, error);
  if (/^no such table: (?!temp\.)/.test(message))
    return failure(["databaseLost", "the record is no longer in the database"], message, error);
  return error;
}

/**
 * The reason why a database could not be opened, with its file: SQLite itself does not tell that the folder is
 * read-only, where it must write the log and the log's index.
 */
export function notOpened(file: string, error: unknown): unknown {
  if (!(error instanceof DomainError)) return error;
  const isUnwritable = error.code === "databaseUnreachable" || error.code === "databaseReadOnly";
  if (isUnwritable && !mayWrite(dirname(file)))
    return Object.assign(
      new DomainError(
        "databaseReadOnly",
        `${file} cannot be opened: its folder is read-only, and files beside it (-wal, -shm) must be written`,
      ),
      { cause: error },
    );
  return error.message.includes(file) ? error : new DomainError(error.code, `${file}: ${error.message}`);
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function failure([code, text]: Failure, message: string, cause: Error): DomainError {
  const told = code === "databaseBusy" ? text : `${text} (${message})`;
  return Object.assign(new DomainError(code, told), { cause });
}
