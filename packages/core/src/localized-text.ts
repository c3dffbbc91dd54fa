import { z } from "zod";
import { ReadableText } from "./text/bounded-text.ts";

export const Language = z
  .string()
  .regex(/^[a-z]{2}$/, "is no language: a code of two letters, such as nl")
  .meta({ id: "Language", description: "ISO 639-1 code.", example: "nl", maxLength: 2 });

const languageCodes = new Set(
  (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu " +
    "fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km " +
    "kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or " +
    "os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr " +
    "ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
  ).split(" "),
);

/** A language in which texts can be shown: a code of ISO 639-1. */
export const ShownLanguage = Language.refine((code) => languageCodes.has(code), {
  error: "it is not a language of ISO 639-1, such as en, fr, nl or de",
});

/** The number of codes in ISO 639-1. */
const maxLanguages = 184;

/** A text in one or more languages. */
export const LocalizedText = z
  .record(Language, ReadableText, {
    error: ({ code }) =>
      code === "invalid_type" ? 'is a text for each language, such as {"nl":"…","fr":"…"}' : undefined,
  })
  .refine((texts) => Object.keys(texts).length > 0, "a text needs at least one language")
  .refine((texts) => Object.keys(texts).length <= maxLanguages, `a text has at most ${maxLanguages} languages`)
  .meta({
    id: "LocalizedText",
    minProperties: 1,
    maxProperties: maxLanguages,
    description: "A text per language, keyed by ISO 639-1 code.",
    example: { nl: "Justitie", fr: "Justice" },
  });
export type LocalizedText = z.infer<typeof LocalizedText>;

const fallback = ["en", "fr", "nl", "de"];

/**
 * The language in which a text is shown: the requested one (English when none is), or else the first of the authentic
 * languages of its report that exists, or else of en, fr, nl, de, or else any.
 */
export function shownLanguage(
  texts: LocalizedText,
  language = "en",
  authenticLanguages: readonly string[] = [],
): string | undefined {
  const wanted = [language, ...authenticLanguages, ...fallback, ...Object.keys(texts)];
  return wanted.find((each) => texts[each] !== undefined);
}

/** The text in the language in which it is shown. */
export function textIn(texts: LocalizedText, language?: string, authenticLanguages?: readonly string[]): string {
  return texts[shownLanguage(texts, language, authenticLanguages) ?? ""] ?? "";
}
