import { constants } from "node:fs";
import { lstat, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Sql } from "../connection/sql.ts";
import type { ByteRange, FilePlace } from "./file-place.ts";
import { flushToDisk } from "./flush-to-disk.ts";

/**
 * A folder, with a file for each digest. A file is written under another name and on disk before it gets its own, so that no half
 * file is ever there. Only the owner can read them.
 */
export function folderPlace(folder: string): FilePlace {
  const pathOf = (digest: string) => join(folder, digest.slice(0, 2), digest);
  return {
    name: folder,
    incoming: join(folder, "incoming"),
    async put(_sql, digest, path) {
      const target = pathOf(digest);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await flushToDisk(path);
      // In place of the same bytes, so that a damaged file is whole again and the clean-up sees that it is wanted.
      await rename(path, target);
      await flushToDisk(dirname(target));
      await flushToDisk(folder);
    },
    async open(digest, range) {
      const path = pathOf(digest);
      return (await sizeOf(path)) === undefined ? undefined : piecesOf(path, range);
    },
    sizeOf: (digest) => sizeOf(pathOf(digest)),
    async *kept() {
      for (const part of (await namesIn(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name)))
        for (const digest of (await namesIn(join(folder, part))).filter((name) => /^[0-9a-f]{64}$/.test(name))) {
          const found = await stat(pathOf(digest)).catch(() => undefined);
          if (found !== undefined) yield { digest, putAt: found.ctime.toISOString() };
        }
    },
    remove: (_sql, digest) => rm(pathOf(digest), { force: true }),
  };
}

/** The file is open while it is read and no longer: who never begins leaves nothing open. A link is not followed. */
async function* piecesOf(path: string, range?: ByteRange): AsyncGenerator<Uint8Array> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  yield* file.createReadStream({ ...range }) as AsyncIterable<Uint8Array>;
}

/** A folder needs no transaction. */
export function intoFolder(work: (sql: Sql) => Promise<void>): Promise<void> {
  return work(undefined as never);
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    const found = await lstat(path);
    return found.isFile() ? found.size : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
