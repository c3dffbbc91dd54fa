import type { Reason } from "../follow-up/reason.ts";
import type { Label } from "../label.ts";
import { dateText } from "../time/shown-date.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import { nl } from "./nl.ts";
import { type DateWriter, toldOf, type Wording } from "./told.ts";

const wordings: Readonly<Record<keyof Label, Wording>> = { en, fr, nl, de };

/** A reason in one English sentence, with its rule: what `--explain` shows. */
export function explain(reason: Reason): string {
  return `${reasonText(reason, "en")} (${reason.rule})`;
}

/** A reason in one sentence without a capital and a full stop, its dates as a writer gives them. */
export function reasonText(reason: Reason, language: keyof Label, date: DateWriter = dateText): string {
  const wording = wordings[language];
  return wording.sentences[reason.code](toldOf(reason, language, wording, date));
}
