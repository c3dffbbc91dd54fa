import type { ReportRef } from "@heed/core/read-models/report-ref";
import type { Dialect } from "../connection/sql.ts";
import { jsonField } from "../statements/json-field.ts";

/** The authentic languages of a report `p` as JSON text. */
export function authenticLanguagesColumn(dialect: Dialect): string {
  return `${jsonField(dialect, "p.body", "authenticLanguages")} AS "authenticLanguages"`;
}

/** The languages in which a report was written, where it tells any. */
export function authenticLanguages(row: { authenticLanguages: string | null }): Pick<ReportRef, "authenticLanguages"> {
  const { authenticLanguages: text } = row;
  return text === null || text === "[]" ? {} : { authenticLanguages: JSON.parse(text) as readonly string[] };
}
