import type { LocalizedText } from "@heed/core";

/** A text kept as JSON. */
export function localizedText(json: string): LocalizedText {
  return JSON.parse(json) as LocalizedText;
}
