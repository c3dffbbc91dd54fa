/** A key that stands twice in one object, with the line of the second. */
export class RepeatedKey extends SyntaxError {
  constructor(
    readonly key: string,
    readonly line: number,
  ) {
    super(`the key ${key} stands twice in one object`);
  }
}

/**
 * The value of a JSON text. Unlike JSON.parse it refuses a key that stands twice in one object, and keeps a number as
 * the text that is written where a number of JavaScript would change it, such as 9007199254740993. Throws SyntaxError
 * as JSON.parse does, or RepeatedKey. `asWritten`: also a number that has zeros or a power, such as 1.10, is the text that is written.
 */
export function exactJson(text: string, { asWritten = false } = {}): unknown {
  // The pieces are exact only for a text that is JSON.
  const value: unknown = JSON.parse(text);
  const inexact: { from: number; to: number }[] = [];
  const keys: (Set<string> | undefined)[] = [];
  let before = "";
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    if (piece === "{") keys.push(new Set());
    else if (piece === "[") keys.push(undefined);
    else if (piece === "}" || piece === "]") keys.pop();
    else if (piece === ":") addKey(keys.at(-1), before, text, index);
    else if (piece[0] !== '"' && !(asWritten ? String(Number(piece)) === piece : isExact(piece)))
      inexact.push({ from: index, to: index + piece.length });
    before = piece;
  }
  return inexact.length === 0 ? value : JSON.parse(withTexts(text, inexact));
}

/** Texts, numbers and signs; the rest of a JSON text is true, false, null, commas and space. */
const pieces = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*|[{}[\]:]/g;

function addKey(keys: Set<string> | undefined, quoted: string, text: string, at: number): void {
  const key: string = JSON.parse(quoted);
  if (keys?.has(key)) throw new RepeatedKey(key, text.slice(0, at).split(/\r\n|\r|\n/).length);
  keys?.add(key);
}

function isExact(written: string): boolean {
  return written.length < 16 ? !/[eE]/.test(written) || sameNumber(written) : sameNumber(written);
}

function sameNumber(written: string): boolean {
  return digitsOf(written) === digitsOf(String(Number(written)));
}

/** The digits of a number without zeros at either end, and its power of ten. */
function digitsOf(written: string): string {
  const [, whole = written, fraction = "", power = "0"] =
    /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(written) ?? [];
  const digits = (whole + fraction).replace(/^0+/, "");
  const plain = digits.replace(/0+$/, "");
  return plain === "" ? "0" : `${plain}e${Number(power) - fraction.length + digits.length - plain.length}`;
}

function withTexts(text: string, places: readonly { from: number; to: number }[]): string {
  let made = "";
  let end = 0;
  for (const { from, to } of places) {
    made += `${text.slice(end, from)}"${text.slice(from, to)}"`;
    end = to;
  }
  return made + text.slice(end);
}
