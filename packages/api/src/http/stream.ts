import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setImmediate } from "node:timers/promises";

/** Waits for a slow reader instead of filling the memory, and stops when it is gone. */
export async function stream(parts: AsyncIterable<string>, response: Writable): Promise<void> {
  await pipeline(Readable.from(inTurn(parts), { highWaterMark: 1 }), response).catch((error: { code?: string }) => {
    if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  });
}

/** A database that answers at once and a reader that takes at once would keep everybody else waiting to the end. */
async function* inTurn(parts: AsyncIterable<string>): AsyncIterable<string> {
  for await (const part of parts) {
    yield part;
    await setImmediate();
  }
}
