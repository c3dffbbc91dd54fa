import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** Waits for a slow reader instead of filling the memory, and stops when it is gone. */
export async function stream(parts: AsyncIterable<string>, response: Writable): Promise<void> {
  await pipeline(Readable.from(parts, { highWaterMark: 1 }), response).catch((error: { code?: string }) => {
    if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  });
}
