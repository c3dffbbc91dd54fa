import type { Sql } from "../connection/sql.ts";
import type { FilePlace } from "./file-place.ts";
import { receiveFile } from "./receive-file.ts";

/** What became of files: those that are there now, and the digests of those that were missing, or had other bytes. */
export type CopiedFiles = { files: number; missing: string[]; damaged: string[] };

/** Runs writes in a transaction, where the place needs one. */
type Writing = (work: (sql: Sql) => Promise<void>) => Promise<void>;

/**
 * Copies files from one place to another, each with its digest counted again; what is there already is not copied. A file with
 * other bytes than its digest says is not copied.
 */
export async function copyFiles(
  digests: AsyncIterable<string> | Iterable<string>,
  { from, to, writing }: { from: FilePlace; to: FilePlace; writing: Writing },
): Promise<CopiedFiles> {
  const copied: CopiedFiles = { files: 0, missing: [], damaged: [] };
  for await (const digest of digests) {
    const bytes = await from.open(digest);
    const isThere = (await to.sizeOf(digest)) !== undefined;
    if (isThere) copied.files += 1;
    else if (bytes === undefined) copied.missing.push(digest);
    else
      await receiveFile(to, bytes, Number.POSITIVE_INFINITY, async (received) => {
        if (received.digest !== digest) {
          copied.damaged.push(digest);
          return;
        }
        await to.putBefore?.(digest, received.path);
        await writing((sql) => to.put(sql, digest, received.path));
        copied.files += 1;
      });
  }
  return copied;
}

/** The digests of all that a record names, whether a place keeps it or not, and of what the place keeps besides. */
export async function* namedOrKept(named: readonly string[], place: FilePlace): AsyncGenerator<string> {
  yield* named;
  const known = new Set(named);
  for await (const { digest } of place.kept()) if (!known.has(digest)) yield digest;
}
