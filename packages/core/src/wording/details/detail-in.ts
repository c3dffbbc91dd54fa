import type { Label } from "../../label.ts";
import { detailWords } from "./detail-words.ts";

const known = detailWords.map((words) => ({ words, form: formOf(words.en) }));

/** A detail of an issue, as acts tell it in English, in another language; in English where there are no words for it. */
export function detailIn(detail: string, language: keyof Label): string {
  if (language === "en") return detail;
  for (const { words, form } of known) {
    const [, ...given] = form.exec(detail) ?? [];
    if (form.test(detail)) return words[language].replaceAll(/\{(\d)\}/g, (_, place) => given[Number(place)] ?? "");
  }
  return detail;
}

function formOf(english: string): RegExp {
  const escaped = english.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll(/\\\{\d\\\}/g, "(.{1,2000}?)")}$`, "s");
}
