/** Nothing in it can differ from its plain form. */
const plainAlready = /^[\t\n\x20-\x7e]*$/;

const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Spaces that only forbid a line to break there, or are wider or narrower than others. */
const spaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
/** Hyphens that are one sign with that of the keyboard; the second only forbids a line to break there. */
const hyphens = /[\u2010\u2011]/g;
/**
 * Zero-width spaces, soft hyphens, byte-order marks, marks of direction, and what chooses between forms of one sign (as for a tick in
 * colours): they show nothing of their own.
 */
const unseen =
  /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0]|\u034f|[\u180b-\u180f]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;
/** Joiners mean something in Arabic and Indian letters and in emoji, and nothing behind other letters, digits and spaces. */
const idleJoiners =
  /(?<=^|[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{P}\s])[\u200c\u200d]+|[\u200c\u200d]+(?=\s|$)/gu;

/**
 * The form under which texts are compared, wherever they come in: canonically composed (Unicode's NFC), every line end a line feed,
 * every space and hyphen a plain one, and without what shows nothing. What was written is kept and shown as it is.
 */
export function plainText(text: string): string {
  if (plainAlready.test(text)) return text;
  return text
    .replace(lineEnds, "\n")
    .replace(spaces, " ")
    .replace(hyphens, "-")
    .replace(unseen, "")
    .replace(idleJoiners, "")
    .normalize("NFC");
}

/** The form under which the names of columns are compared: a line break in a header's cell is a space. */
export function columnName(text: string): string {
  return plainText(text).replace(/\s+/g, " ").trim();
}

/** A value with every text in it, and every key, in its plain form: two that differ in that alone become the same. */
export function plainValue(value: unknown): unknown {
  if (typeof value === "string") return plainText(value);
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [plainText(key), plainValue(each)]));
}
