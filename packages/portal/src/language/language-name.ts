import { localeOf, type PageLanguage } from "./languages.ts";

/** The name of a language, in the language of the page. */
export function languageNameIn(language: PageLanguage, code: string): string {
  return new Intl.DisplayNames(localeOf[language], { type: "language" }).of(code) ?? code;
}
