import { type LocalizedText, textIn } from "../localized-text.ts";

/** A value of a content as one text: a text in languages in one of them, and a list with `; ` between its items. */
export function writtenValue(value: unknown, language: string | undefined): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.map((item) => writtenValue(item, language)).join("; ");
  if (isTexts(value)) return textIn(value, language);
  return typeof value === "object" ? Object.values(value).map(String).join(": ") : String(value);
}

/** Whether a value of a content is a text in languages. A row of a list has longer names. */
export function isTexts(value: unknown): value is LocalizedText {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(value).every(([key, text]) => /^[a-z]{2}$/.test(key) && typeof text === "string")
  );
}
