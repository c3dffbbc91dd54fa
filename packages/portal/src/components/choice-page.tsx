import type { RecommendationSummary } from "@heed/core/read-models/recommendation-summary";
import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import type { Page } from "../asked/page.ts";
import { shown } from "../language/say.ts";
import { Text } from "./text.tsx";

type Props = { asked: Asked; named: readonly RecommendationSummary[]; address: string };

/** Where a reference names several recommendations: the reader chooses. */
export function ChoicePage({ asked: { say, way }, named, address }: Props): Page {
  const title = say.message("choose.title", { count: named.length });
  return {
    title,
    address,
    path: [{ title: say.message("nav.recommendations"), address: addresses.recommendations() }],
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{say.message("choose.text")}</p>
        <ul class="govuk-list govuk-list--bullet">
          {named.map(({ id, reference, title: own, beginning = own, report, issuingBody }) => (
            <li key={id}>
              <a class="govuk-link" href={way(addresses.recommendationById(id))}>
                <bdi>{shown(reference)}</bdi> {beginning && <Text of={say.text(beginning)} />}
              </a>{" "}
              ({say.message("rec.from", { report: shown(report.reference), body: say.text(issuingBody.name).text })})
            </li>
          ))}
        </ul>
      </>
    ),
  };
}
