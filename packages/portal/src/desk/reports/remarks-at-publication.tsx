import type { Day, Id } from "@heed/core";
import { remarkText } from "@heed/core/drafting/remark-words";
import type { DraftingRemark } from "@heed/core/read-models/drafting-remark";
import type { RecommendationDetail } from "@heed/core/read-models/recommendation-detail";
import { languageNameIn } from "../../language/language-name.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";

/** What to look at in each recommendation of a draft that is published on a day, by its id. */
export type RemarksOf = ReadonlyMap<Id, readonly DraftingRemark[]>;

export async function readRemarks(
  { reads, reader }: DeskAsked,
  recommendations: readonly RecommendationDetail[],
  on: Day,
): Promise<RemarksOf> {
  const read = await Promise.all(
    recommendations.map(
      async ({ recommendation: { id } }) => [id, await reads.draftingRemarks(reader, id, on)] as const,
    ),
  );
  return new Map(read.map(([id, remarks = []]) => [id, remarks]));
}

type Props = { asked: DeskAsked; recommendations: readonly RecommendationDetail[]; remarks: RemarksOf };

/** What was not looked after yet, beside the button that publishes. What was perhaps asked before has its own fields there. */
export function RemarksAtPublication({ asked: { say, way }, recommendations, remarks }: Props) {
  const remarked = recommendations.flatMap(({ recommendation }) => {
    const own = (remarks.get(recommendation.id) ?? []).filter(({ code }) => code !== "perhapsAskedBefore");
    return own.length === 0 ? [] : [{ recommendation, own }];
  });
  if (remarked.length === 0) return null;
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">{say.message("proof.remarks", { count: remarked.length })}</p>
      <ul class="govuk-list govuk-list--bullet">
        {remarked.map(({ recommendation: { id, reference }, own }) => (
          <li key={id}>
            <a class="govuk-link" href={way(deskAddresses.recommendation(id))}>
              <bdi>{reference}</bdi>
            </a>
            <ul class="govuk-list">
              {own.map((remark) => (
                <li key={`${remark.code} ${remark.language ?? ""}`}>
                  {remarkText(remark)[say.language]}
                  {remark.language && ` (${languageNameIn(say.language, remark.language)})`}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}
