import type { Day, Precision } from "@heed/core";
import { localeOf, type PageLanguage } from "./languages.ts";
import { message } from "./message.ts";

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
  const [year, month] = [on.slice(0, 4), Number(on.slice(5, 7))];
  const isSeason = precision === "quarter" && month % 3 !== 0;
  if (isSeason) return message(language, "period.season", { season: String(month), year });
  switch (precision) {
    case "day":
      return written(language, on, { day: "numeric", month: "long", year: "numeric" });
    case "month":
      return written(language, on, { month: "long", year: "numeric" });
    case "quarter":
      return message(language, "period.quarter", { which: String(month / 3), year });
    case "semester":
      return message(language, "period.semester", { which: String(month / 6), year });
    case "year":
      return year;
  }
}
