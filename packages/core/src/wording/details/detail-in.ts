import type { Label } from "../../label.ts";
import { detailWords } from "./detail-words.ts";
import { registerDetailWords } from "./register-detail-words.ts";

const known = [...detailWords, ...registerDetailWords].map((words) => ({ words, form: formOf(words.en) }));

const longestDetail = 4_000;

/** A detail of an issue, as acts tell it in English, in another language; in English where there are no words for it. */
export function detailIn(detail: string, language: keyof Label): string {
  // No act tells more: looking for the words of a longer text would take long.
  if (language === "en" || detail.length > longestDetail) return detail;
  for (const { words, form } of known) {
    const found = form.exec(detail);
    if (found === null) continue;
    const [, ...given] = found;
    // What stands after a colon may be a detail itself.
    const last = /: \{(\d)\}$/.exec(words.en)?.[1];
    return words[language].replaceAll(/\{(\d)\}/g, (_, place) => {
      const text = given[Number(place)] ?? "";
      return place === last ? detailIn(text, language) : text;
    });
  }
  return detail;
}

function formOf(english: string): RegExp {
  const escaped = english.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll(/\\\{\d\\\}/g, "(.{1,2000}?)")}$`, "s");
}
