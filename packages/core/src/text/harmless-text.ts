/**
 * Control characters other than tab and line feed, and characters that turn the direction of a text: a terminal obeys
 * them, and no reader sees them; and what is no character, which XML refuses.
 */
const controlCharacters =
  /(?![\t\n])\p{Cc}|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\ufffe\uffff]/gu;

/** A text that is safe to print on a terminal: each control character is shown by its name, as <U+001B>. */
export function terminalSafeText(text: string): string {
  return text.replace(/\r\n/g, "\n").replace(controlCharacters, (sign) => `<${codeOf(sign)}>`);
}

/** The same for each text in a value, such as one that is written as XML, which no control character may be in. */
export function terminalSafeWithin<Value>(value: Value): Value {
  if (typeof value === "string") return terminalSafeText(value) as Value;
  if (Array.isArray(value)) return value.map(terminalSafeWithin) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, terminalSafeWithin(each)])) as Value;
}

/** The code point of a character: U+001B. */
export function codeOf(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
