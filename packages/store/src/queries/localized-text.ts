import type { LocalizedText } from "@heed/core";

const read = new Map<string, LocalizedText>();
const maxRemembered = 2000;

/**
 * A text stored as JSON. The few names that every page repeats are parsed once, because the same JSON always gives the
 * same text.
 */
export function localizedText(json: string): LocalizedText {
  const known = read.get(json);
  if (known !== undefined) return known;
  const text = Object.freeze(JSON.parse(json)) as LocalizedText;
  if (read.size >= maxRemembered) read.clear();
  read.set(json, text);
  return text;
}
