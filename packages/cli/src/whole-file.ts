import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { chmod, type FileHandle, open, readlink, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { DomainError } from "@heed/core";
import { OutputError } from "./present/output-error.ts";

type Pieces = AsyncIterable<string | Uint8Array>;

/**
 * Writes a file so that it is there whole or not at all: what was under its name stays until then. A symbolic link stays one,
 * and what it leads to is replaced; what is no regular file, such as a pipe or a device, is written into.
 * `forOwner`: nobody else may read it, whoever could read the one before.
 * Errors: invalidInput where it cannot be opened, or is a database; OutputError where it cannot be written to its end.
 */
export async function writeWholeFile(
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
  const file = await opened(path, partial, "wx", forOwner ? 0o600 : undefined);
  const forget = removeAtTheEnd(partial);
  try {
    if (known !== undefined && !forOwner) await chmod(partial, known.mode);
    await writeAll(path, file, pieces);
    await rename(partial, target);
  } finally {
    forget();
    await rm(partial, { force: true });
  }
}

/** SQLite's database file, and the files that it keeps beside one. */
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
    // A pipe and most devices have nothing to bring to a disk.
    await file.sync().catch((error: NodeJS.ErrnoException) => (error.code === "EINVAL" ? undefined : failed(error)));
  } finally {
    await file.close().catch(() => undefined);
  }
}

/** The file that a path leads to, be it there or not. */
async function targetOf(path: string): Promise<string> {
  const there = await realpath(path).catch(() => undefined);
  if (there !== undefined) return there;
  const leadsTo = await readlink(path).catch(() => undefined);
  return leadsTo === undefined ? path : targetOf(resolve(dirname(path), leadsTo));
}

/** However the process ends, but for a kill that nothing sees, the file is gone then. Answers how to leave it. */
function removeAtTheEnd(file: string): () => void {
  const remove = () => rmSync(file, { force: true });
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const forget = () => {
    process.off("exit", remove);
    for (const signal of signals) process.off(signal, removeAndEnd);
  };
  const removeAndEnd = (signal: NodeJS.Signals) => {
    remove();
    forget();
    process.kill(process.pid, signal);
  };
  process.on("exit", remove);
  for (const signal of signals) process.on(signal, removeAndEnd);
  return forget;
}
