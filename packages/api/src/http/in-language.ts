import { Language, type LocalizedText } from "@heed/core";
import { z } from "zod";

/** An answer in one language, and the languages that its texts are in. */
export type InLanguage = { body: unknown; languages: readonly string[] };

/**
 * An answer with each of its texts in one language: the requested one, or else an authentic language of its report, or
 * else the first of en, fr, nl, de that exists, or else any. A text stays an object; its only key names the language.
 * The schema tells which values are texts.
 */
export function inLanguage(schema: z.ZodType, body: unknown, language: string): InLanguage {
  const found = new Set<string>();
  return { body: narrowed(schema, body, [language], found), languages: [...found] };
}

const fallback = ["en", "fr", "nl", "de"];

function narrowed(schema: z.core.$ZodType, value: unknown, wanted: readonly string[], found: Set<string>): unknown {
  if (value === undefined) return value;
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "object": {
      const { authenticLanguages = [] } = value as { authenticLanguages?: readonly string[] };
      const within = [...wanted, ...authenticLanguages];
      return mapped(value, (name, each) => {
        const property = def.shape[name];
        return property === undefined ? each : narrowed(property, each, within, found);
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

function oneOf(texts: LocalizedText, wanted: readonly string[], found: Set<string>): LocalizedText {
  const language = [...wanted, ...fallback, ...Object.keys(texts)].find((each) => texts[each] !== undefined);
  if (language === undefined) return texts;
  found.add(language);
  return { [language]: texts[language] ?? "" };
}

function mapped(value: unknown, each: (name: string, value: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(value as object).map(([name, inner]) => [name, each(name, inner)]));
}
