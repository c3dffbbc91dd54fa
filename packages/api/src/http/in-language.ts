import { Language, type LocalizedText } from "@heed/core";
import { shownLanguage } from "@heed/core/localized-text";
import { explainIn } from "@heed/core/wording/explain";
import { readerLanguage } from "@heed/core/wording/reader-language";
import { z } from "zod";
import { Reason } from "../contract/common.ts";

/** An answer in one language, and the languages that its texts are in. */
export type InLanguage = { body: unknown; languages: readonly string[] };

/** The language that is asked for, and the authentic ones of the report that a text belongs to. */
type Wanted = { language: string; authentic: readonly string[] };

/**
 * An answer with each of its texts in one language: the requested one, or else an authentic language of its report, or
 * else the first of en, fr, nl, de that exists, or else any. A text stays an object; its only key names the language.
 * The schema tells which values are texts. The sentence of a reason is in the requested language too, or in English.
 */
export function inLanguage(schema: z.ZodType, body: unknown, language: string): InLanguage {
  const found = new Set<string>();
  return { body: narrowed(schema, body, { language, authentic: [] }, found), languages: [...found] };
}

function narrowed(schema: z.core.$ZodType, value: unknown, wanted: Wanted, found: Set<string>): unknown {
  if (value === undefined) return value;
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (schema === Reason) {
    const reader = readerLanguage(wanted.language);
    found.add(reader);
    return { ...(value as z.input<typeof Reason>), text: explainIn(value as z.input<typeof Reason>, reader) };
  }
  switch (def.type) {
    case "object": {
      const within = { ...wanted, authentic: authenticLanguagesOf(value as OfReport) ?? wanted.authentic };
      return mapped(value, (name, each) => {
        const property = def.shape[name];
        // A name is of an organization, so it has no authentic language.
        const own = name === "name" ? { ...wanted, authentic: [] } : within;
        return property === undefined ? each : narrowed(property, each, own, found);
      });
    }
    case "array":
      return (value as readonly unknown[]).map((each) => narrowed(def.element, each, wanted, found));
    case "record":
      return def.keyType === Language
        ? oneOf(value as LocalizedText, wanted, found)
        : mapped(value, (_, each) => narrowed(def.valueType, each, wanted, found));
    case "union": {
      const form = def.options.find((option) => z.core.safeParse(option, value).success);
      return form === undefined ? value : narrowed(form, value, wanted, found);
    }
    case "optional":
    case "readonly":
    case "default":
      return narrowed(def.innerType, value, wanted, found);
    default:
      return value;
  }
}

type OfReport = { authenticLanguages?: readonly string[]; report?: { authenticLanguages?: readonly string[] } };

/** Those of a report itself, or of the report of what belongs to one. */
function authenticLanguagesOf({ authenticLanguages, report }: OfReport): readonly string[] | undefined {
  return authenticLanguages ?? report?.authenticLanguages;
}

function oneOf(texts: LocalizedText, { language: asked, authentic }: Wanted, found: Set<string>): LocalizedText {
  const language = shownLanguage(texts, asked, authentic);
  if (language === undefined) return texts;
  found.add(language);
  return { [language]: texts[language] ?? "" };
}

function mapped(value: unknown, each: (name: string, value: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(value as object).map(([name, inner]) => [name, each(name, inner)]));
}
