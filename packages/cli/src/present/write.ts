import { harmless } from "./harmless.ts";
import { OutputError } from "./output-error.ts";

/** A text for a person. All of them go through here, or through writeError(). */
export function write(text: string): Promise<void> {
  return writeExact(harmless(text));
}

/** What a person should know beside the answer, or instead of it. */
export function writeError(text: string): void {
  process.stderr.write(harmless(text, process.stderr));
}

/**
 * What a program reads: every character as it is, be it one that a terminal obeys. Waits until the reader has taken it: a long
 * list does not pile up in memory.
 */
export function writeExact(data: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(data, (error) => (error ? reject(new OutputError("the standard output", error)) : resolve()));
  });
}

/** CSV as it is; on a terminal what that would obey is shown instead. */
export function writeCsv(text: string): Promise<void> {
  return process.stdout.isTTY ? write(text) : writeExact(text);
}

export function writeJson(value: unknown): Promise<void> {
  return writeExact(`${JSON.stringify(value, null, 2)}\n`);
}

/**
 * An object whose list, the one property between those before and after it, is written while it is read: as writeJson() would
 * write the whole of it.
 */
export async function writeJsonAround<Item>(
  before: object,
  name: string,
  batches: AsyncIterable<readonly Item[]> | Iterable<readonly Item[]>,
  present: (item: Item) => unknown,
  after: object,
): Promise<void> {
  await writeExact(`${opened(before)},\n  ${JSON.stringify(name)}: [`);
  let some = false;
  for await (const batch of batches) {
    if (batch.length === 0) continue;
    // Where it stands is how far it is indented.
    const list = JSON.stringify({ list: batch.map(present) }, null, 2).slice(listBegins.length, -listEnds.length);
    await writeExact(`${some ? "," : ""}${list}`);
    some = true;
  }
  await writeExact(`${some ? "\n  " : ""}],${JSON.stringify(after, null, 2).slice(1)}\n`);
}

const listBegins = '{\n  "list": [';
const listEnds = "\n  ]\n}";

function opened(object: object): string {
  return JSON.stringify(object, null, 2).slice(0, -"\n}".length);
}
