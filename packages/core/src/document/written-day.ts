import type { Day } from "../time/day.ts";
import type { Precision } from "../time/due-date.ts";
import { dateText } from "../time/shown-date.ts";
import type { DocumentLanguage } from "./document.ts";

/** Tables, and not Intl: a document has the same bytes whatever data of languages a machine has. */
const months: Readonly<Record<DocumentLanguage, string>> = {
  en: "January February March April May June July August September October November December",
  nl: "januari februari maart april mei juni juli augustus september oktober november december",
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  de: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
};

/** A day, or the period that it ends, as readers of a language write it: "30 juni 2015", "juni 2015", "2015". */
export function writtenDay(language: DocumentLanguage, on: Day, precision: Precision = "day"): string {
  if (precision !== "day" && precision !== "month") return dateText(on, precision, language);
  const [year = "", month = "", day = ""] = on.split("-");
  const name = months[language].split(" ")[Number(month) - 1];
  if (precision === "month") return `${name} ${Number(year)}`;
  return `${dayNumber(language, Number(day))} ${name} ${Number(year)}`;
}

function dayNumber(language: DocumentLanguage, day: number): string {
  if (language === "de") return `${day}.`;
  return language === "fr" && day === 1 ? "1er" : String(day);
}
