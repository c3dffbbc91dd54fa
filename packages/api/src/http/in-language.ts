import { Language, type LocalizedText } from "@heed/core";
import { z } from "zod";

/** What an answer shows of its texts, and the languages they are in. */
export type InLanguage = { body: unknown; languages: readonly string[] };

/**
 * An answer with each of its texts in one language: the one asked for, else an authentic one of its report, else the first of en, fr,
 * nl, de that exists, else any. A text stays an object, whose only key tells which it is. The schema says what is a text.
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
