import { realpathSync, type Stats, statSync } from "node:fs";
import { DomainError } from "@heed/core";
import { WriteAheadLog } from "./write-ahead-log.ts";

/** Milliseconds between two checks for reads. */
const millisecondsBetweenChecks = 200;

/**
 * The file of a database, as it was when it was opened. What is written to a file that was deleted, renamed, replaced
 * or truncated would be lost with the process. The write-ahead log beside it is checked too, because it holds the
 * latest writes, and so is the log's index: without it, other processes write their own. The database file is never
 * opened here: closing it would release all locks that SQLite has on it in this process.
 */
export class WatchedFile {
  readonly path: string;
  private readonly pagesSize: () => number;
  private readonly identities: ReadonlyMap<string, string>;
  private readonly log: WriteAheadLog | undefined;
  private largest: number;
  private looked = 0;
  private lost: DomainError | undefined;

  /** `pagesSize` answers how many bytes the record takes, by the database itself. */
  constructor(file: string, pagesSize: () => number) {
    this.path = realpathSync(file);
    this.pagesSize = pagesSize;
    this.identities = new Map(
      ["", "-wal", "-shm"].flatMap((end) => {
        const path = `${this.path}${end}`;
        const found = statsOf(path);
        return found === undefined ? [] : [[path, identity(found)]];
      }),
    );
    this.log = this.identities.size === 3 ? new WriteAheadLog(this.path) : undefined;
    this.largest = statsOf(this.path)?.size ?? 0;
  }

  /** Called before a read; checks only now and then. Errors: databaseLost, databaseDamaged. */
  requireForRead(): void {
    const now = performance.now();
    if (now - this.looked > millisecondsBetweenChecks) this.look(now);
    if (this.lost !== undefined) throw this.lost;
  }

  /** Called before a write, and before the write is acknowledged. Errors: databaseLost, databaseDamaged. */
  requireForWrite(): void {
    this.look(performance.now());
    if (this.lost !== undefined) throw this.lost;
  }

  /** Whether something is lost, looked at now. */
  isLost(): boolean {
    this.look(performance.now());
    return this.lost !== undefined;
  }

  /** After the connections to the database are closed. */
  close(): void {
    this.log?.close();
  }

  /** A file that is back in its place is accepted again. */
  private look(now: number): void {
    this.looked = now;
    this.lost = this.lossNow();
  }

  private lossNow(): DomainError | undefined {
    for (const [path, known] of this.identities) {
      const found = statsOf(path);
      if (found === undefined)
        return new DomainError(
          "databaseLost",
          `${path} is gone: it was deleted or renamed while the database was open`,
        );
      if (identity(found) !== known)
        return new DomainError("databaseLost", `${path} was replaced by another file while the database was open`);
      if (path === this.path && this.isCutOff(found.size)) return truncated(path);
    }
    return this.log?.isCutOff() ? truncated(`${this.path}-wal`) : undefined;
  }

  /** The file only grows, except when VACUUM removes empty pages. */
  private isCutOff(size: number): boolean {
    if (size < this.largest && size < this.pagesSize()) return true;
    this.largest = size;
    return false;
  }
}

function truncated(path: string): DomainError {
  return new DomainError("databaseDamaged", `${path} was truncated while the database was open`);
}

function statsOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

function identity({ dev, ino }: Stats): string {
  return `${dev}:${ino}`;
}
