import type { SeriesContent } from "../collected-item/kinds/series.ts";
import { type Label, label } from "../label.ts";

const total = label("total", "total", "totaal", "gesamt");

/** How a row or column is called in a language, or else by its code. */
export function categoryName(categories: SeriesContent["rows"], code: string, language: string | undefined): string {
  const found = categories.find((each) => each.code === code);
  return (language !== undefined && found?.[language as keyof Label]) || code;
}

/** The head of a total; nothing for a program, for which a total has no code. */
export function totalWord(language: string | undefined): string {
  return language === undefined ? "" : (total[language as keyof Label] ?? total.en);
}
