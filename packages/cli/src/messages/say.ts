import type { Day, Precision, Reason } from "@heed/core";
import { notPublicYet, wordsOf } from "@heed/core/not-public-yet";
import type { RefDataList } from "@heed/core/ref-data/labels";
import { dateText, type Given } from "@heed/core/time/shown-date";
import { explainIn, givenText } from "@heed/core/wording/explain";
import { labelWithin } from "@heed/core/wording/label-within";
import { readerLanguage } from "@heed/core/wording/reader-language";
import { de } from "./de.ts";
import { en, type Messages } from "./en.ts";
import { fr } from "./fr.ts";
import { nl } from "./nl.ts";

/** What the command line says in one language: its messages, the labels of codes, reasons and dates. */
export type Say = Messages & {
  label: (list: RefDataList, code: string) => string;
  notPublicYet: string;
  /** What an entry says, or that it is not public yet. */
  words: (entry: object, said: string | undefined) => string | undefined;
  reason: (reason: Reason) => string;
  /** A day, or the period that it ends. */
  date: (on: Day, precision?: Precision) => string;
  givenAt: (given: Given) => string;
};

const messages = { en, fr, nl, de };
const made = new Map<string, Say>();

/** In the language that `--lang` asks for; in English where Heed has no words in it. */
export function sayIn(lang: string | undefined): Say {
  const language = readerLanguage(lang);
  const known = made.get(language);
  if (known !== undefined) return known;
  const say: Say = {
    ...messages[language],
    label: (list, code) => labelWithin(list, code, language),
    notPublicYet: notPublicYet[language],
    words: (entry, said) => wordsOf(entry, said, language),
    reason: (reason) => explainIn(reason, language),
    date: (on, precision) => dateText(on, precision, language),
    givenAt: (given) => givenText(given, language),
  };
  made.set(language, say);
  return say;
}
