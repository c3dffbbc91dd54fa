import { type Day, dateText, type Precision } from "@heed/core";
import { localeOf, type PageLanguage } from "./languages.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

function written(language: PageLanguage, on: Day, options: Intl.DateTimeFormatOptions): string {
  const name = `${language} ${JSON.stringify(options)}`;
  let format = formats.get(name);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(localeOf[language], { ...options, timeZone: "UTC" });
    formats.set(name, format);
  }
  return format.format(new Date(`${on}T00:00:00Z`));
}

/** A day, or the period that it ends, as readers of a language write it: "30 juni 2015", "juni 2015", "2015". */
export function dateIn(language: PageLanguage, on: Day, precision: Precision = "day"): string {
  switch (precision) {
    case "day":
      return ordinal(language, written(language, on, { day: "numeric", month: "long", year: "numeric" }));
    case "month":
      return written(language, on, { month: "long", year: "numeric" });
    default:
      return dateText(on, precision, language);
  }
}

/** French counts the first day of a month, and no other one. */
function ordinal(language: PageLanguage, day: string): string {
  return language === "fr" ? day.replace(/^1(?=\s)/, "1er") : day;
}
