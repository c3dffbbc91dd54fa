import type { RecommendationDetail } from "@heed/core/read-models/recommendation-detail";
import { labelWithin } from "@heed/core/wording/label-within";
import type { Asked } from "../asked/asked.ts";
import { GroundList } from "./ground-list.tsx";
import { RecommendationLink } from "./recommendation-link.tsx";

const most = 100;

/** Its parts, the recommendations that ask the same, and those that are linked to it. */
export function Related({ asked, detail }: { asked: Asked; detail: RecommendationDetail }) {
  const { say } = asked;
  const { recommendation, parts, line, links, grounds, report } = detail;
  const others = line.filter(({ id }) => id !== recommendation.id);
  return (
    <>
      {parts.length > 0 && (
        <section>
          <h2 class="govuk-heading-m">{say.message("rec.parts")}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {parts.slice(0, most).map((part) => (
              <li key={part.id}>
                <RecommendationLink asked={asked} recommendation={part} report={report} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section>
          <h2 class="govuk-heading-m">{say.message("rec.line")}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {others.slice(0, most).map((each) => (
              <li key={each.id}>
                <RecommendationLink asked={asked} recommendation={each} report={each.report} />{" "}
                <span class="heed-meta">
                  {each.report.publishedOn && say.day(each.report.publishedOn, each.report.publishedOnPrecision)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {grounds.length > 0 && (
        <section>
          <h2 class="govuk-heading-m">{say.message("grounds.title")}</h2>
          <GroundList asked={asked} grounds={grounds} />
        </section>
      )}
      {links.length > 0 && (
        <section>
          <h2 class="govuk-heading-m">{say.message("rec.links")}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {links.slice(0, most).map(({ id, type, from, to }) => (
              <li key={id}>
                <RecommendationLink asked={asked} recommendation={from} report={from.report} />{" "}
                {labelWithin("linkType", type, say.language)}{" "}
                {to && <RecommendationLink asked={asked} recommendation={to} report={to.report} />}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
