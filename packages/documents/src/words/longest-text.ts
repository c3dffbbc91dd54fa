import type { Document } from "@heed/core/document/document";

/** Whether a text of a document has more signs than that. */
export function hasTextOver(signs: number, document: Document): boolean {
  return textsIn(document).some((text) => text.length > signs);
}

/** Whether a text of a document has so many signs after one another at which no line can be broken. */
export function hasWordOver(signs: number, document: Document): boolean {
  const word = new RegExp(`\\S{${signs + 1}}`);
  return textsIn(document).some((text) => text.length > signs && word.test(text));
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
