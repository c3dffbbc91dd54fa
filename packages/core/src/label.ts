/** A text for a reader, in the languages of the country. */
export type Label = { en: string; fr: string; nl: string; de: string };

/** The same languages, in the order in which they are offered. */
export const labelLanguages = ["nl", "fr", "de", "en"] as const satisfies readonly (keyof Label)[];

export function label(en: string, fr: string, nl: string, de: string): Label {
  return { en, fr, nl, de };
}
