import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { link, open, rename, rm, unlink } from "node:fs/promises";
import { dirname } from "node:path";
import { DomainError } from "@heed/core";

/**
 * Creates a file completely or not at all, readable only by its owner, and never replaces a file. `write` fills an
 * empty file beside it, which gets the name when everything is on disk. Errors: invalidInput when the name is taken or
 * the file cannot be created; whatever `write` throws.
 */
export async function writeCompleteFile<Result>(
  file: string,
  write: (partial: string) => Promise<Result>,
): Promise<Result> {
  if (existsSync(file)) throw isTaken(file);
  const partial = `${file}.${randomUUID().slice(0, 8)}.partial`;
  await open(partial, "wx", 0o600).then(
    (made) => made.close(),
    (error: Error) => {
      throw new DomainError("invalidInput", `${file} cannot be made: ${error.message}`);
    },
  );
  try {
    const result = await write(partial);
    await flushToDisk(partial);
    await giveName(partial, file);
    await flushToDisk(dirname(file));
    return result;
  } finally {
    for (const each of [partial, `${partial}-wal`, `${partial}-shm`, `${partial}-journal`])
      await rm(each, { force: true });
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

async function flushToDisk(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
