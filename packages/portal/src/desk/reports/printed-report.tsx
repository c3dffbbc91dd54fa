import type { Day, Report } from "@heed/core";
import type { RecommendationDetail } from "@heed/core/read-models/recommendation-detail";
import { languageNameIn } from "../../language/language-name.ts";
import { isPageLanguage } from "../../language/languages.ts";
import { sayIn, shown } from "../../language/say.ts";
import type { DeskAsked } from "../desk-asked.ts";

type Props = {
  asked: DeskAsked;
  report: Report;
  recommendations: readonly RecommendationDetail[];
  language: string;
  /** Until when each response is due. */
  due: Day | undefined;
};

/** A report as it will be printed in one of its languages, with its due dates. What is missing in it is said in the reader's language. */
export function PrintedReport({ asked: { say }, report, recommendations, language, due }: Props) {
  const said = isPageLanguage(language) ? sayIn(language) : say;
  const missing = (what: string) => <em lang={say.language}>{what}</em>;
  const name = languageNameIn(say.language, language);
  return (
    <section class="heed-block" aria-labelledby={`printed-${language}`}>
      <h2 class="govuk-heading-m" id={`printed-${language}`}>
        {say.message("proof.printed", { language: name })}
      </h2>
      <div class="heed-printed" lang={language}>
        <p>
          <strong>
            {report.title?.[language] === undefined
              ? missing(say.message("proof.noTitle"))
              : shown(report.title[language] ?? "")}
          </strong>
        </p>
        {recommendations.map(
          ({ recommendation: { id, reference, title, text, implementationDue }, followUps, parts }) => (
            <div key={id}>
              <p>
                <strong>
                  {shown(reference)}
                  {title?.[language] === undefined ? "" : `. ${shown(title[language] ?? "")}`}
                </strong>
              </p>
              <p class="heed-typed">
                {text?.[language] === undefined ? missing(say.message("proof.noText")) : shown(text[language] ?? "")}
              </p>
              <ul class="heed-meta">
                {followUps.map((followUp) => (
                  <li key={followUp.id}>
                    {said.text(followUp.addressee.name).text}
                    {followUp.role === "lead" ? "" : ` (${said.label("role", followUp.role)})`}
                    {followUp.role !== "forInformation" &&
                      due !== undefined &&
                      `${said.colon}${said.message("proof.answerBy", { day: said.day(due) })}`}
                  </li>
                ))}
                {followUps.length === 0 && parts.length === 0 && <li>{missing(say.message("proof.noAddressee"))}</li>}
                {implementationDue && (
                  <li>
                    {said.message("proof.doneBy", { day: said.day(implementationDue.on, implementationDue.precision) })}
                  </li>
                )}
              </ul>
            </div>
          ),
        )}
      </div>
    </section>
  );
}
