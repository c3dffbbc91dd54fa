/** A text with only these characters equals its plain form. */
const plainAlready = /^[\t\n\x20-\x7e]*$/;

const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Spaces of other widths, and spaces that do not break a line. */
const spaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
/** Hyphens that look like the one on the keyboard; the second does not break a line. */
const hyphens = /[\u2010\u2011]/g;
/**
 * Characters that show nothing: zero-width spaces, soft hyphens, byte-order marks, direction marks, and variation
 * selectors (such as for an emoji form).
 */
const invisible =
  /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0]|\u034f|[\u180b-\u180f]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;
/**
 * Joiners have a meaning in Arabic and Indian scripts and in emoji, and none after other letters, digits and spaces.
 */
const meaninglessJoiners =
  /(?<=^|[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{P}\s])[\u200c\u200d]+|[\u200c\u200d]+(?=\s|$)/gu;

/**
 * The form in which texts are compared, from whatever source: canonically composed (Unicode's NFC), with plain line
 * feeds, spaces and hyphens, and without invisible characters. Texts are kept and shown as they were written.
 */
export function plainText(text: string): string {
  if (plainAlready.test(text)) return text;
  return text
    .replace(lineEnds, "\n")
    .replace(spaces, " ")
    .replace(hyphens, "-")
    .replace(invisible, "")
    .replace(meaninglessJoiners, "")
    .normalize("NFC");
}

/** The form in which names of columns are compared: a line break in a header cell becomes a space. */
export function columnName(text: string): string {
  return plainText(text).replace(/\s+/g, " ").trim();
}

/** A value with all its texts and keys in plain form, so that values with only such differences become equal. */
export function plainValue(value: unknown): unknown {
  if (typeof value === "string") return plainText(value);
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [plainText(key), plainValue(each)]));
}
