import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setImmediate } from "node:timers/promises";

/**
 * Waits for a slow reader instead of filling the memory, and stops when it is gone. An error before the first part leaves the
 * response as it was, so that it can still be answered; one after it breaks the answer off.
 */
export async function stream(parts: AsyncIterable<string>, response: Writable): Promise<void> {
  const rest = parts[Symbol.asyncIterator]();
  const first = await rest.next();
  if (first.done) return void response.end();
  await pipeline(
    Readable.from(inTurn(first.value, { [Symbol.asyncIterator]: () => rest }), { highWaterMark: 1 }),
    response,
  ).catch((error: { code?: string }) => {
    if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  });
}

/** A database that answers at once and a reader that takes at once would keep everybody else waiting to the end. */
async function* inTurn(first: string, rest: AsyncIterable<string>): AsyncIterable<string> {
  yield first;
  for await (const part of rest) {
    yield part;
    await setImmediate();
  }
}
