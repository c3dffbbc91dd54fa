import { type LocalizedText, shownLanguage } from "@heed/core/localized-text";
import type { OrganizationRef } from "@heed/core/read-models/organization-ref";
import type { RecommendationRef } from "@heed/core/read-models/recommendation-ref";
import type { ReportRef } from "@heed/core/read-models/report-ref";
import { titleOrBeginning } from "@heed/core/recommendation/beginning";
import { wordsMarked } from "@heed/core/recommendation/found-words";
import { addresses, followUpPart } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import type { Say } from "../language/say.ts";
import { Marked } from "./marked.tsx";

type Props = {
  asked: Pick<Asked, "say" | "way">;
  recommendation: RecommendationRef;
  report: Pick<ReportRef, "reference" | "authenticLanguages">;
  /** The addressee whose follow-up is meant: its part of the page. */
  addressee?: Pick<OrganizationRef, "code">;
  /** The words that were looked for, which are marked. */
  words?: string | undefined;
};

/** By its reference, and its title or the beginning of its text. */
export function RecommendationLink({ asked: { say, way }, recommendation, report, addressee, words = "" }: Props) {
  const { reference } = recommendation;
  const title = titleOrBeginning(recommendation);
  const part = addressee === undefined ? "" : `#${followUpPart(addressee)}`;
  return (
    <a class="govuk-link" href={`${way(addresses.recommendation(report.reference, reference))}${part}`}>
      <bdi>
        <Marked pieces={wordsMarked(words, reference)} />
      </bdi>
      {title && (
        <>
          {" "}
          <Title {...{ say, title, words }} authentic={report.authenticLanguages} />
        </>
      )}
    </a>
  );
}

type TitleProps = { say: Say; title: LocalizedText; words: string; authentic: readonly string[] | undefined };

function Title({ say, title, words, authentic }: TitleProps) {
  const language = shownLanguage(title, say.language, authentic) ?? say.language;
  return (
    <bdi lang={language === say.language ? undefined : language}>
      <Marked pieces={wordsMarked(words, title[language] ?? "")} />
    </bdi>
  );
}
