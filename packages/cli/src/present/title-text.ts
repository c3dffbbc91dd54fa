import { type LocalizedText, textIn } from "@heed/core";
import { titleOrBeginning } from "@heed/core/recommendation/beginning";

type Named = { title?: LocalizedText | undefined; beginning?: LocalizedText | undefined };

/** The title of a recommendation, or else the beginning of its text; empty where it has neither. */
export function titleText(
  recommendation: Named,
  report: { authenticLanguages?: readonly string[] | undefined },
  lang: string | undefined,
): string {
  const shown = titleOrBeginning(recommendation);
  return shown === undefined ? "" : textIn(shown, lang, report.authenticLanguages);
}
