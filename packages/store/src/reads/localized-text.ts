import type { LocalizedText } from "@heed/core";

const read = new Map<string, LocalizedText>();
const mostKept = 2000;

/** A text kept as JSON. The few names that every page repeats are read once: the same JSON is always the same text. */
export function localizedText(json: string): LocalizedText {
  const known = read.get(json);
  if (known !== undefined) return known;
  const text = Object.freeze(JSON.parse(json)) as LocalizedText;
  if (read.size >= mostKept) read.clear();
  read.set(json, text);
  return text;
}
