import type { RecommendationDetail } from "@heed/core/read-models/recommendation-detail";
import type { ReportRef } from "@heed/core/read-models/report-ref";
import type { Asked } from "../asked/asked.ts";
import { languageNameIn } from "../language/language-name.ts";
import { shown } from "../language/say.ts";

type Props = {
  asked: Pick<Asked, "say">;
  detail: {
    recommendation: Pick<RecommendationDetail["recommendation"], "text" | "textAbsent">;
    report: Pick<ReportRef, "authenticLanguages">;
  };
};

/** The text as it was printed, in the reader's language where it was published in it. */
export function Printed({ asked: { say }, detail: { recommendation, report } }: Props) {
  const { text, textAbsent } = recommendation;
  if (text === undefined)
    return <p class="govuk-body">{textAbsent === undefined ? say.message("rec.text.none") : shown(textAbsent)}</p>;
  const { text: printed, lang } = say.text(text, report.authenticLanguages);
  return (
    <figure class="heed-printed">
      <blockquote lang={lang}>
        {paragraphsOf(printed).map((each, index) => (
          <p key={index} dir="auto">
            {each}
          </p>
        ))}
      </blockquote>
      {lang && (
        <figcaption class="heed-meta">
          {say.message("rec.text.language", {
            language: languageNameIn(say.language, lang),
          })}
        </figcaption>
      )}
    </figure>
  );
}

function paragraphsOf(text: string): string[] {
  return text.split(/\n\s*\n|\n/).filter((each) => each.trim() !== "");
}
