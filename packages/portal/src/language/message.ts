import { typeset } from "@heed/core/wording/typeset";
import { IntlMessageFormat } from "intl-messageformat";
import { de } from "../messages/de.ts";
import { en, type MessageKey, type Messages } from "../messages/en.ts";
import { fr } from "../messages/fr.ts";
import { nl } from "../messages/nl.ts";
import { localeOf, type PageLanguage } from "./languages.ts";

export type { MessageKey };
export type MessageValues = Readonly<Record<string, string | number>>;

export const messages: Readonly<Record<PageLanguage, Messages>> = { nl, fr, de, en };

const compiled = new Map<string, IntlMessageFormat>();

/** A message in a language, with its values. Each message is compiled once. */
export function message(language: PageLanguage, key: MessageKey, values: MessageValues = {}): string {
  const name = `${language} ${key}`;
  let format = compiled.get(name);
  if (format === undefined) {
    format = new IntlMessageFormat(typeset(language, messages[language][key]), localeOf[language], undefined, {
      ignoreTag: true,
    });
    compiled.set(name, format);
  }
  return String(format.format({ ...values }));
}
