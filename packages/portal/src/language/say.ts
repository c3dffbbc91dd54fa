import { type Day, type LocalizedText, type Precision, type Reason, refData } from "@heed/core";
import { shownLanguage } from "@heed/core/localized-text";
import type { RefDataList } from "@heed/core/ref-data/labels";
import { terminalSafeText } from "@heed/core/text/harmless-text";
import { reasonText } from "@heed/core/wording/explain";
import { colon, semicolons, typeset } from "@heed/core/wording/typeset";
import { dateIn } from "./dates.ts";
import { localeOf, type PageLanguage } from "./languages.ts";
import { type MessageKey, type MessageValues, message } from "./message.ts";

/** A text of the record as it is shown, and its language where that is another than the page's. */
export type Shown = { text: string; lang?: string };

/** Whatever a page says, in the language of its reader. */
export type Say = {
  language: PageLanguage;
  message: (key: MessageKey, values?: MessageValues) => string;
  day: (on: Day, precision?: Precision) => string;
  number: (value: number) => string;
  list: (items: readonly string[]) => string;
  label: (list: RefDataList, code: string) => string;
  /** A colon with the spaces around it. */
  colon: string;
  /** Several things beside each other, with semicolons. */
  beside: (things: readonly string[]) => string;
  /** A sentence, with its capital and full stop. */
  reason: (reason: Reason) => string;
  /** A text in the reader's language, or else in an authentic one, or else in any. */
  text: (texts: LocalizedText, authentic?: readonly string[]) => Shown;
};

export function sayIn(language: PageLanguage): Say {
  const locale = localeOf[language];
  const numbers = new Intl.NumberFormat(locale);
  const lists = new Intl.ListFormat(locale);
  const day: Say["day"] = (on, precision) => dateIn(language, on, precision);
  return {
    language,
    message: (key, values) => message(language, key, values),
    day,
    number: (value) => numbers.format(value),
    list: (items) => lists.format(items),
    label: (list, code) =>
      (refData[list] as Readonly<Record<string, Record<string, string>>>)[code]?.[language] ?? code,
    colon: colon(language),
    beside: (things) => semicolons(language, things),
    reason: (reason) => {
      const text = typeset(language, shown(reasonText(reason, language, day)));
      return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
    },
    text: (texts, authentic = []) => {
      const found = shownLanguage(texts, language, authentic) ?? language;
      return { text: shown(texts[found] ?? ""), ...(found !== language && { lang: found }) };
    },
  };
}

/** A text of the record without signs that turn its direction or that no reader sees: they are shown by their names. */
export function shown(text: string): string {
  return terminalSafeText(text);
}
