import { shownLanguage } from "@heed/core/localized-text";
import type { RecommendationSummary } from "@heed/core/read-models/recommendation-summary";
import type { Say } from "../language/say.ts";
import { Marked } from "./marked.tsx";

/** Where the words that were looked for stand in the text; nothing where they stand in the reference or the title alone. */
export function FoundWords({ say, of: { found, title, report } }: { say: Say; of: RecommendationSummary }) {
  if (found === undefined) return null;
  const asTexts = Object.fromEntries(Object.keys(found).map((each) => [each, ""]));
  const language = shownLanguage(asTexts, say.language, report.authenticLanguages) ?? say.language;
  const pieces = found[language] ?? [];
  if (pieces.map(({ text }) => text).join("") === title?.[language]) return null;
  return (
    <p class="heed-found">
      <bdi lang={language === say.language ? undefined : language}>
        <Marked pieces={pieces} />
      </bdi>
    </p>
  );
}
