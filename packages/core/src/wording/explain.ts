import type { Reason } from "../follow-up/reason.ts";
import type { Label } from "../label.ts";
import { dateText, type Given, givenForm } from "../time/shown-date.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import { nl } from "./nl.ts";
import { type DateWriter, toldOf, type Wording } from "./told.ts";

const wordings: Readonly<Record<keyof Label, Wording>> = { en, fr, nl, de };

/** A reason in one English sentence, with its rule. */
export function explain(reason: Reason): string {
  return explainIn(reason, "en");
}

/** A reason in one sentence, with its rule: what `--explain` shows, and the API. */
export function explainIn(reason: Reason, language: keyof Label): string {
  return `${reasonText(reason, language)} (${reason.rule})`;
}

/** A reason in one sentence without a capital and a full stop, its dates as a writer gives them. */
export function reasonText(reason: Reason, language: keyof Label, writer?: DateWriter): string {
  const date: DateWriter = writer ?? ((on, precision) => dateText(on, precision, language));
  const wording = wordings[language];
  return wording.sentences[reason.code](toldOf(reason, language, wording, date));
}

/** When something was given, as far as it is known: "le 2024-03-17", "uiterlijk op 2024-03-17". */
export function givenText(given: Given, language: keyof Label): string {
  return wordings[language].given(givenForm(given), (on, precision) => dateText(on, precision, language));
}
