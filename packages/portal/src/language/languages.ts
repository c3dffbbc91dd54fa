/** The languages of the pages, in the order of the switch, with their own names. */
export const languageNames = { nl: "Nederlands", fr: "Français", de: "Deutsch", en: "English" } as const;

export type PageLanguage = keyof typeof languageNames;

export const pageLanguages = Object.keys(languageNames) as readonly PageLanguage[];

export function isPageLanguage(text: string | undefined): text is PageLanguage {
  return text !== undefined && Object.hasOwn(languageNames, text);
}

/** The locale by which numbers, dates and lists are written. */
export const localeOf: Readonly<Record<PageLanguage, string>> = { nl: "nl-BE", fr: "fr-BE", de: "de-BE", en: "en-GB" };
