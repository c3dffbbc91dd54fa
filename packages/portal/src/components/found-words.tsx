import { shownLanguage } from "@heed/core/localized-text";
import type { RecommendationSummary } from "@heed/core/read-models/recommendation-summary";
import type { FoundPiece } from "@heed/core/recommendation/found-words";
import { type Say, shown } from "../language/say.ts";

/** Where the words that were looked for stand, each marked; nothing where they stand in the reference alone. */
export function FoundWords({ say, of: { found, report } }: { say: Say; of: RecommendationSummary }) {
  if (found === undefined) return null;
  const asTexts = Object.fromEntries(Object.keys(found).map((each) => [each, ""]));
  const language = shownLanguage(asTexts, say.language, report.authenticLanguages) ?? say.language;
  return (
    <p class="heed-found">
      <bdi lang={language === say.language ? undefined : language}>
        {found[language]?.map((piece, index) => (
          <Piece key={index} of={piece} />
        ))}
      </bdi>
    </p>
  );
}

function Piece({ of: { text, found } }: { of: FoundPiece }) {
  return found ? <mark>{shown(text)}</mark> : shown(text);
}
