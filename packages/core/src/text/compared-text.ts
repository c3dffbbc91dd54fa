import { plainText } from "./plain-text.ts";

/** The form in which a cell and a text of the mapping are compared: plain, and without spaces around it. */
export function comparedText(text: string): string {
  return plainText(text).trim();
}
