import { DomainError } from "@heed/core";

/** The disk of the file that is being made is full, or takes no more of it. */
export class FileFullError extends Error {
  readonly code = "ENOSPC";
}

/** An error while a file was being filled, when it is about that file. */
export function ofTheFile(error: unknown): unknown {
  if (!(error instanceof DomainError)) return error;
  const { rawCode = 0 } = (error.cause ?? {}) as { rawCode?: number };
  const isFull = error.code === "databaseFull" || cannotWrite.includes(rawCode);
  return isFull || noSpace.test(error.message)
    ? Object.assign(new FileFullError("its disk is full"), { cause: error })
    : error;
}

/** SQLite's SQLITE_IOERR_WRITE, _FSYNC, _DIR_FSYNC and _TRUNCATE: of the two files, only this one is written. */
const cannotWrite = [778, 1034, 1290, 1546];

/** As PostgreSQL's programs tell it. */
const noSpace = /No space left on device|File too large|Disk quota exceeded/;
