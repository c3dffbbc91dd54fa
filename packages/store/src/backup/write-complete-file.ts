import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { link, open, readdir, rename, rm, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { DomainError } from "@heed/core";
import { flushToDisk } from "../files/flush-to-disk.ts";
import { isRunning } from "../is-running.ts";
import { removeAtTheEnd } from "./remove-at-the-end.ts";

/**
 * Creates a file completely or not at all, readable only by its owner, and never replaces a file. `write` fills an
 * empty file beside it, which gets the name when everything is on disk. It is removed when the process is ended, and
 * what a killed process left of the same file is removed by the next one. Errors: invalidInput when the name is taken
 * or the file cannot be created; whatever `write` throws.
 */
export async function writeCompleteFile<Result>(
  file: string,
  write: (partial: string) => Promise<Result>,
): Promise<Result> {
  if (existsSync(file)) throw isTaken(file);
  await removeLeftovers(file);
  const partial = `${file}.${process.pid}-${randomUUID().slice(0, 8)}.partial`;
  // Before the file is there: a signal may come in the moment after.
  const forget = removeAtTheEnd(partsOf(partial));
  try {
    await open(partial, "wx", 0o600).then(
      (made) => made.close(),
      (error: Error) => {
        throw new DomainError("invalidInput", `${file} cannot be made: ${error.message}`);
      },
    );
    const result = await write(partial);
    await flushToDisk(partial);
    await giveName(partial, file);
    await flushToDisk(dirname(file));
    return result;
  } finally {
    for (const each of partsOf(partial)) await rm(each, { force: true });
    forget();
  }
}

/** With the files that SQLite keeps beside it. */
function partsOf(partial: string): string[] {
  return ["", "-wal", "-shm", "-journal"].map((end) => `${partial}${end}`);
}

/** A process id that is this one's own was another process's before, as the ids of a container are. */
async function removeLeftovers(file: string): Promise<void> {
  const folder = dirname(file);
  const leftover = /^\.(?:(?<pid>\d+)-)?[0-9a-f]{8}\.partial(?:-wal|-shm|-journal)?$/;
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.startsWith(`${basename(file)}.`)) continue;
    const found = leftover.exec(name.slice(basename(file).length));
    const pid = Number(found?.groups?.pid);
    if (found && (pid === process.pid || !isRunning(pid))) await rm(join(folder, name), { force: true });
  }
}

function isTaken(file: string): DomainError {
  return new DomainError("invalidInput", `${file} is there already; nothing is written over it`);
}

async function giveName(partial: string, file: string): Promise<void> {
  try {
    // Unlike rename, it refuses a name that was taken meanwhile.
    await link(partial, file);
    await unlink(partial);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" || existsSync(file)) throw isTaken(file);
    // Some file systems have no links.
    await rename(partial, file);
  }
}
