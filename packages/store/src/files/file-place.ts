import type { Instant } from "@heed/core";
import type { Sql } from "../connection/sql.ts";

/** Some bytes of a file, from 0; the end is the last one. */
export type ByteRange = { start: number; end: number };

/**
 * Where the bytes of files are kept, by their digest (SHA-256 in hexadecimal). The same bytes are kept once.
 */
export interface FilePlace {
  /** For messages. */
  readonly name: string;
  /** The folder in which it has files that are still coming in. */
  readonly incoming: string;
  /** Where keeping takes long: does it before the transaction of put(), which then finds the bytes and keeps nobody waiting. */
  putBefore?(digest: string, path: string): Promise<void>;
  /** Keeps the file at `path`, which it may take away. When the transaction is committed, the bytes are on disk. */
  put(sql: Sql, digest: string, path: string): Promise<void>;
  /** The bytes, in pieces; undefined when they are not here. */
  open(digest: string, range?: ByteRange): Promise<AsyncIterable<Uint8Array> | undefined>;
  /** The number of bytes; undefined when they are not here. */
  sizeOf(digest: string): Promise<number | undefined>;
  /** All that it keeps, and when each was last put. */
  kept(): AsyncIterable<{ digest: string; putAt: Instant }>;
  remove(sql: Sql, digest: string): Promise<void>;
}
