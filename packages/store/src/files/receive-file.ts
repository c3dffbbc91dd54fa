import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { DomainError } from "@heed/core";
import type { FilePlace } from "./file-place.ts";

/** A file that came in, and what it is known by. */
export type ReceivedFile = { path: string; digest: string; size: number };

/** The bytes of a file on its way in. `announced`: how many they will be, where the sender says so. */
export type IncomingBytes = AsyncIterable<Uint8Array> & { announced?: number };

/**
 * Writes what comes to a file of its own, with its digest, and removes it when `use` has ended or anything failed. No more than a
 * piece is in memory. What a killed process leaves is removed by removeLeftovers(). Errors: fileTooLarge as soon as there are
 * more bytes than `limit`, or before a byte is read where more are announced; invalidInput for no bytes; databaseFull where the disk takes no more; what the stream throws.
 */
export async function receiveFile<Result>(
  place: Pick<FilePlace, "incoming">,
  bytes: IncomingBytes,
  limit: number,
  use: (received: ReceivedFile) => Promise<Result>,
): Promise<Result> {
  if ((bytes.announced ?? 0) > limit) throw fileTooLarge(limit);
  await mkdir(place.incoming, { recursive: true, mode: 0o700 });
  const path = join(place.incoming, `heed-${randomUUID()}.incoming`);
  const file = await open(path, "wx", 0o600);
  try {
    const hash = createHash("sha256");
    let size = 0;
    try {
      for await (const piece of bytes) {
        size += piece.length;
        if (size > limit) throw fileTooLarge(limit);
        hash.update(piece);
        await file.writeFile(piece).catch(whenFull);
      }
    } finally {
      await file.close();
    }
    if (size === 0) throw new DomainError("invalidInput", "the file is empty");
    return await use({ path, digest: hash.digest("hex"), size });
  } finally {
    await rm(path, { force: true });
  }
}

/** As the system calls a full disk, a used quota and a file that the process may not make larger. */
const noRoom = ["ENOSPC", "EDQUOT", "EFBIG"];

function whenFull(cause: NodeJS.ErrnoException): never {
  if (!noRoom.includes(cause.code ?? "")) throw cause;
  throw Object.assign(new DomainError("databaseFull", "the disk of the files is full; nothing was kept"), { cause });
}

export function fileTooLarge(limit: number): DomainError {
  return new DomainError("fileTooLarge", `a file has at most ${limit / megabyte} MB`);
}

export const megabyte = 1_000_000;

/** The largest file that is taken where nothing else is set. */
export const usualLimit = 25 * megabyte;

/** Removes what processes left that were killed while a file came in, when it is older than a moment. */
export async function removeLeftovers({ incoming }: Pick<FilePlace, "incoming">, before: Date): Promise<number> {
  let removed = 0;
  for (const name of await readdir(incoming).catch(() => [])) {
    if (!/^heed-[0-9a-f-]{36}\.(incoming|import)$/.test(name)) continue;
    const path = join(incoming, name);
    const found = await stat(path).catch(() => undefined);
    if (found === undefined || found.mtime >= before) continue;
    await rm(path, { recursive: true, force: true });
    removed += 1;
  }
  return removed;
}
