import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setImmediate } from "node:timers/promises";

/**
 * Writes parts to a response. It waits for a slow reader, so that memory does not grow, and stops when the reader is
 * gone. An error before the first part leaves the response untouched, so that it can still be answered; a later error
 * cuts the answer off.
 */
export async function stream(parts: AsyncIterable<string>, response: Writable): Promise<void> {
  const rest = parts[Symbol.asyncIterator]();
  const first = await rest.next();
  if (first.done) return void response.end();
  await pipeline(
    Readable.from(lettingOthersRun(first.value, { [Symbol.asyncIterator]: () => rest }), { highWaterMark: 1 }),
    response,
  ).catch((error: { code?: string }) => {
    if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  });
}

/**
 * Lets other requests run between the parts: a fast database and a fast reader would otherwise block them until the
 * end.
 */
async function* lettingOthersRun(first: string, rest: AsyncIterable<string>): AsyncIterable<string> {
  yield first;
  for await (const part of rest) {
    yield part;
    await setImmediate();
  }
}
