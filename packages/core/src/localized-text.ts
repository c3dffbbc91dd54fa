import { z } from "zod";

export const Language = z
  .string()
  .regex(/^[a-z]{2}$/)
  .meta({ id: "Language", description: "ISO 639-1 code.", example: "nl" });

/** A text in one or more languages. */
export const LocalizedText = z
  .record(Language, z.string().min(1))
  .refine((texts) => Object.keys(texts).length > 0, "a text needs at least one language")
  .meta({
    id: "LocalizedText",
    description: "A text per language, keyed by ISO 639-1 code.",
    example: { nl: "Justitie", fr: "Justice" },
  });
export type LocalizedText = z.infer<typeof LocalizedText>;

const fallback = ["en", "fr", "nl", "de"];

/** The text in the language asked for, else in the first of en, fr, nl, de that exists, else in any. */
export function textIn(texts: LocalizedText, language?: string): string {
  for (const wanted of language === undefined ? fallback : [language, ...fallback]) {
    const text = texts[wanted];
    if (text !== undefined) return text;
  }
  return Object.values(texts)[0] ?? "";
}
