import { codeOf } from "./harmless-text.ts";

/**
 * The first character that does not belong in a text, such as NUL or half a surrogate pair: databases and XML refuse
 * it, or cut the text there. Undefined for a sound text.
 */
export function invalidCharacterIn(text: string): string | undefined {
  if (text.includes("\0")) return "has the character NUL (U+0000), which no text can hold";
  const half = /\p{Cs}/u.exec(text)?.[0];
  if (half === undefined) return undefined;
  return `has half a character (${codeOf(half)} alone), which no text can hold`;
}

export type InvalidCharacter = { path: readonly PropertyKey[]; detail: string };

/** The first place in a value where a text or a key has such a character. */
export function invalidCharacterWithin(
  value: unknown,
  path: readonly PropertyKey[] = [],
): InvalidCharacter | undefined {
  if (typeof value === "string") {
    const detail = invalidCharacterIn(value);
    return detail === undefined ? undefined : { path, detail };
  }
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, each] of Object.entries(value)) {
    const detail = invalidCharacterIn(key);
    if (detail !== undefined) return { path, detail: `has a key that ${detail}` };
    const found = invalidCharacterWithin(each, [...path, Array.isArray(value) ? Number(key) : key]);
    if (found !== undefined) return found;
  }
  return undefined;
}
