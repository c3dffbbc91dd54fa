import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";
import { endianness } from "node:os";

/** What the index of a write-ahead log says of the log: its pages, their size, and the salt that the log begins with. */
type Indexed = { pages: number; pageSize: number; salt: Buffer };

const logHeader = 32;
const pageHeader = 24;
const indexHeader = 48;
const tries = 5;

/**
 * The write-ahead log (`-wal`) of an SQLite database that is in use, and its index (`-shm`), which all processes share
 * (https://www.sqlite.org/walformat.html). SQLite itself does not look whether the log still has what the index says:
 * it would write behind the end of a log that was truncated, and later copy the hole into the database.
 */
export class WriteAheadLog {
  private readonly log: number;
  private readonly index: SharedFile;

  /** Errors: those of the system when there are no such files, as beside a database that is only read. */
  constructor(file: string) {
    this.index = opened(`${file}-shm`);
    this.log = openSync(`${file}-wal`, "r");
  }

  /** Whether the log lacks anything that the index says it has. */
  isCutOff(): boolean {
    for (let tried = 0; tried < tries; tried += 1) {
      const said = this.indexed();
      if (said === undefined || said.pages === 0 || this.holds(said)) return false;
      // Another process may have begun the log again between the two looks.
      const again = this.indexed();
      if (again?.pages === said.pages && again.salt.equals(said.salt)) return true;
    }
    return false;
  }

  close(): void {
    closeSync(this.log);
    this.index.users -= 1;
  }

  private holds({ pages, pageSize, salt }: Indexed): boolean {
    if (fstatSync(this.log).size < logHeader + pages * (pageHeader + pageSize)) return false;
    const header = Buffer.alloc(logHeader);
    readSync(this.log, header, 0, logHeader, 0);
    return header.subarray(16, 24).equals(salt);
  }

  /** Undefined while another process writes it; it stands there twice to show that. */
  private indexed(): Indexed | undefined {
    const [first, second] = [Buffer.alloc(indexHeader), Buffer.alloc(indexHeader)];
    readSync(this.index.descriptor, first, 0, indexHeader, 0);
    readSync(this.index.descriptor, second, 0, indexHeader, indexHeader);
    if (!first.equals(second)) return undefined;
    const size = number(first, 14, 2);
    return { pages: number(first, 16, 4), pageSize: size === 1 ? 65_536 : size, salt: first.subarray(32, 40) };
  }
}

/** The index is in the order of bytes of the machine. */
function number(bytes: Buffer, at: number, length: number): number {
  return endianness() === "LE" ? bytes.readUIntLE(at, length) : bytes.readUIntBE(at, length);
}

/**
 * Closing a file releases all locks that SQLite has on it in this process, those of a connection too that was closed and
 * whose statements the driver still has to free. Another process would then take the index for one that nobody uses and
 * cut it off, and the next access here ends the process (SIGBUS). So each index is opened once, and is closed only when
 * its name leads elsewhere, where no other process can come upon it any more.
 */
type SharedFile = { descriptor: number; path: string; identity: string; users: number };
const shared = new Map<string, SharedFile>();

function opened(path: string): SharedFile {
  closeForgotten();
  const identity = identityOf(path);
  if (identity === undefined) throw new Error(`${path} is gone`);
  const file = shared.get(identity) ?? { descriptor: openSync(path, "r"), path, identity, users: 0 };
  file.users += 1;
  shared.set(identity, file);
  return file;
}

function closeForgotten(): void {
  for (const file of shared.values()) {
    if (file.users > 0 || identityOf(file.path) === file.identity) continue;
    shared.delete(file.identity);
    closeSync(file.descriptor);
  }
}

function identityOf(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? undefined : `${found.dev}:${found.ino}`;
}
