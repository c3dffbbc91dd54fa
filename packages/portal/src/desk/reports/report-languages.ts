import type { Report } from "@heed/core";
import { pageLanguages } from "../../language/languages.ts";

/** The languages in which the texts of a report are written: its authentic ones, or those of the pages where it names none. */
export function languagesOf({ authenticLanguages }: Pick<Report, "authenticLanguages">): readonly string[] {
  return authenticLanguages.length > 0 ? authenticLanguages : pageLanguages;
}
