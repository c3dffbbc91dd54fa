import { plainText } from "../text/plain-text.ts";

/** A cell, or a text of the mapping, as the two are compared: in its plain form, without outer spaces. */
export function comparedText(text: string): string {
  return plainText(text).trim();
}
