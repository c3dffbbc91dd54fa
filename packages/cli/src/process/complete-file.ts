import { randomUUID } from "node:crypto";
import { chmod, type FileHandle, open, readlink, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { DomainError } from "@heed/core";
import { removeAtTheEnd } from "@heed/store";
import { OutputError } from "./output-error.ts";

export type Pieces = AsyncIterable<string | Uint8Array>;

/**
 * Writes a file completely or not at all; an existing file stays until the new one is complete. A symbolic link stays,
 * and its target is replaced. A pipe or a device is written directly. `forOwner`: nobody but the owner may read the
 * file, whatever the mode of the existing one. Errors: invalidInput when it cannot be opened or is a database;
 * OutputError when it cannot be written completely.
 */
export async function writeCompleteFile(
  path: string,
  pieces: Pieces,
  { forOwner = false }: { forOwner?: boolean } = {},
): Promise<void> {
  const known = await stat(path).catch(() => undefined);
  if (known?.isDirectory()) throw new DomainError("invalidInput", `${path} cannot be written: it is a folder`);
  if (known !== undefined && !known.isFile()) return writeAll(path, await opened(path, path, "w"), pieces);
  const target = await targetOf(path);
  if (await isOfDatabase(target))
    throw new DomainError(
      "invalidInput",
      `${path} cannot be written: a database is kept there, and nothing replaces it`,
    );
  const partial = join(dirname(target), `.${basename(target)}.${randomUUID()}.partial`);
  // Before the file is there: a signal may come in the moment after.
  const forget = removeAtTheEnd([partial]);
  try {
    const file = await opened(path, partial, "wx", forOwner ? 0o600 : undefined);
    if (known !== undefined && !forOwner) await chmod(partial, known.mode);
    await writeAll(path, file, pieces);
    await rename(partial, target);
  } finally {
    forget();
    await rm(partial, { force: true });
  }
}

/** A database file of SQLite, or a file that SQLite keeps beside it. */
async function isOfDatabase(file: string): Promise<boolean> {
  const begins = async (path: string) => {
    const handle = await open(path, "r").catch(() => undefined);
    if (handle === undefined) return undefined;
    const { buffer } = await handle.read(Buffer.alloc(16), 0, 16, 0).finally(() => handle.close());
    return buffer.toString("latin1");
  };
  const files = [file, file.replace(/-(wal|shm|journal)$/, "")];
  return (await Promise.all(files.map(begins))).includes("SQLite format 3\0");
}

async function opened(path: string, file: string, flags: string, mode?: number): Promise<FileHandle> {
  return open(file, flags, mode).catch((error: Error) => {
    throw new DomainError("invalidInput", `${path} cannot be written: ${error.message}`);
  });
}

async function writeAll(path: string, file: FileHandle, pieces: Pieces): Promise<void> {
  const failed = (error: Error) => {
    throw new OutputError(path, error);
  };
  try {
    for await (const piece of pieces) await file.writeFile(piece).catch(failed);
    // A pipe and most devices cannot be flushed to disk.
    await file.sync().catch((error: NodeJS.ErrnoException) => (error.code === "EINVAL" ? undefined : failed(error)));
  } finally {
    await file.close().catch(() => undefined);
  }
}

/** The file that a path leads to, whether it exists or not. */
async function targetOf(path: string): Promise<string> {
  const there = await realpath(path).catch(() => undefined);
  if (there !== undefined) return there;
  const leadsTo = await readlink(path).catch(() => undefined);
  return leadsTo === undefined ? path : targetOf(resolve(dirname(path), leadsTo));
}
