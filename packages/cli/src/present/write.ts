/** Waits until the reader has taken it: a long list does not pile up in memory. */
export function write(text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

export function writeJson(value: unknown): Promise<void> {
  return write(`${JSON.stringify(value, null, 2)}\n`);
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
  await write(`${opened(before)},\n  ${JSON.stringify(name)}: [`);
  let some = false;
  for await (const batch of batches) {
    if (batch.length === 0) continue;
    // Where it stands is how far it is indented.
    const list = JSON.stringify({ list: batch.map(present) }, null, 2).slice(listBegins.length, -listEnds.length);
    await write(`${some ? "," : ""}${list}`);
    some = true;
  }
  await write(`${some ? "\n  " : ""}],${JSON.stringify(after, null, 2).slice(1)}\n`);
}

const listBegins = '{\n  "list": [';
const listEnds = "\n  ]\n}";

function opened(object: object): string {
  return JSON.stringify(object, null, 2).slice(0, -"\n}".length);
}
