/** A text for a reader, in the languages of the country. */
export type Label = { en: string; fr: string; nl: string; de: string };

export function label(en: string, fr: string, nl: string, de: string): Label {
  return { en, fr, nl, de };
}
