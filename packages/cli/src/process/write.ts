import { fstatSync, writeFileSync } from "node:fs";
import { withoutPasswords } from "@heed/core/text/without-passwords";
import { harmless } from "./harmless.ts";
import { OutputError } from "./output-error.ts";
import { fitted, lineWidth } from "./terminal.ts";

/** Writes a text for a person. Every such text goes through this function or writeError(). */
export function write(text: string): Promise<void> {
  return writeExact(fitted(harmless(text)));
}

/** Writes what a person should know in addition to the answer, or instead of it: never a password, whatever was typed. */
export function writeError(text: string): void {
  process.stderr.write(fitted(harmless(withoutPasswords(text), process.stderr), lineWidth(process.stderr)));
}

/**
 * Writes output for a program: every character as it is, even terminal control characters. Waits until the reader has
 * taken it, so that a long list does not fill memory.
 */
export async function writeExact(data: string | Uint8Array): Promise<void> {
  if (isIntoFile()) return writeIntoFile(data);
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(data, (error) => (error ? reject(cannotBeWritten(error)) : resolve()));
  });
}

/** Writes the help and the version, which the option parser does not wait for. */
export function writeAtOnce(text: string): void {
  if (isIntoFile()) writeIntoFile(text);
  else process.stdout.write(text);
}

let intoFile: boolean | undefined;

function isIntoFile(): boolean {
  intoFile ??= fstatSync(process.stdout.fd).isFile();
  return intoFile;
}

/**
 * A disk that becomes full takes the first part of a piece and reports no error. Node's stream would take that for the
 * whole piece, so the rest would be missing without an error.
 */
function writeIntoFile(data: string | Uint8Array): void {
  try {
    writeFileSync(process.stdout.fd, data);
  } catch (error) {
    throw cannotBeWritten(error as NodeJS.ErrnoException);
  }
}

function cannotBeWritten(error: NodeJS.ErrnoException): OutputError {
  return new OutputError("the standard output", error);
}

/** Writes CSV as it is; on a terminal, control sequences are shown as text. */
export function writeCsv(text: string): Promise<void> {
  return writeExact(process.stdout.isTTY ? harmless(text) : text);
}

export function writeJson(value: unknown): Promise<void> {
  return writeExact(`${JSON.stringify(value, null, 2)}\n`);
}

/**
 * Writes an object with one long list while the list is being read. `before` and `after` are the properties around the
 * list. The output is the same as that of writeJson().
 */
export async function writeJsonAround<Item>(
  before: object,
  name: string,
  batches: AsyncIterable<readonly Item[]> | Iterable<readonly Item[]>,
  present: (item: Item) => unknown,
  after: object = {},
): Promise<void> {
  await writeExact(`${opened(before)},\n  ${JSON.stringify(name)}: [`);
  let some = false;
  for await (const batch of batches) {
    if (batch.length === 0) continue;
    // Written inside an object, so that the items have the right indentation.
    const list = JSON.stringify({ list: batch.map(present) }, null, 2).slice(listBegins.length, -listEnds.length);
    await writeExact(`${some ? "," : ""}${list}`);
    some = true;
  }
  const rest = Object.keys(after).length === 0 ? "\n}" : `,${JSON.stringify(after, null, 2).slice(1)}`;
  await writeExact(`${some ? "\n  " : ""}]${rest}\n`);
}

const listBegins = '{\n  "list": [';
const listEnds = "\n  ]\n}";

function opened(object: object): string {
  return JSON.stringify(object, null, 2).slice(0, -"\n}".length);
}
