import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import type { Instant } from "@heed/core";
import type { Database } from "../connection/sql.ts";
import type { ByteRange, FilePlace } from "./file-place.ts";

/** The bytes in a row; a reader has no more than a few of them in memory. */
const pieceBytes = 256 * 1024;

/** The database itself, with a row for each piece of a file. They are written in the transaction of the upload. */
export function tablePlace(database: Database): FilePlace {
  return {
    name: "the database",
    incoming: tmpdir(),
    async put(sql, digest, path) {
      const file = await open(path, "r");
      try {
        const { size } = await file.stat();
        const putAt = new Date().toISOString();
        await sql.run(
          "INSERT INTO kept_file (digest, size, put_at) VALUES (?, ?, ?) ON CONFLICT (digest) DO UPDATE SET put_at = excluded.put_at",
          [digest, size, putAt],
        );
        // The row above is locked by now: who brings the same bytes waits for it.
        await sql.run("DELETE FROM file_piece WHERE digest = ?", [digest]);
        const piece = Buffer.alloc(pieceBytes);
        for (let number = 0; number * pieceBytes < size; number += 1) {
          const { bytesRead } = await file.read(piece, 0, pieceBytes, number * pieceBytes);
          await sql.run("INSERT INTO file_piece (digest, number, bytes) VALUES (?, ?, ?)", [
            digest,
            number,
            piece.subarray(0, bytesRead),
          ]);
        }
      } finally {
        await file.close();
      }
    },
    async open(digest, range) {
      const size = await sizeOf(digest);
      return size === undefined ? undefined : pieces(database, digest, range ?? { start: 0, end: size - 1 });
    },
    sizeOf,
    async *kept() {
      for (let last = ""; ; ) {
        const rows = await database.all<{ digest: string; putAt: Instant }>(
          `SELECT digest, put_at AS "putAt" FROM kept_file WHERE digest > ? ORDER BY digest LIMIT 1000`,
          [last],
        );
        yield* rows;
        if (rows.length < 1000) return;
        last = rows.at(-1)?.digest ?? last;
      }
    },
    async remove(sql, digest) {
      await sql.run("DELETE FROM file_piece WHERE digest = ?", [digest]);
      await sql.run("DELETE FROM kept_file WHERE digest = ?", [digest]);
    },
  };

  async function sizeOf(digest: string): Promise<number | undefined> {
    const [row] = await database.all<{ size: number }>("SELECT size FROM kept_file WHERE digest = ?", [digest]);
    return row?.size;
  }
}

async function* pieces(database: Database, digest: string, { start, end }: ByteRange): AsyncGenerator<Uint8Array> {
  for (let number = Math.floor(start / pieceBytes); number * pieceBytes <= end; number += 1) {
    const [row] = await database.all<{ bytes: Uint8Array }>(
      "SELECT bytes FROM file_piece WHERE digest = ? AND number = ?",
      [digest, number],
    );
    // Removed while it is read: the reader sees an answer that is cut off, and no other bytes.
    if (row === undefined) throw new Error(`a piece of the file ${digest} is missing`);
    const before = number * pieceBytes;
    yield row.bytes.subarray(Math.max(0, start - before), end + 1 - before);
  }
}
