import type { Day } from "@heed/core";
import type { RecommendationDetail } from "@heed/core/read-models/recommendation-detail";
import type { ForeseenPublication } from "@heed/core/register/foresee-publication";
import type { DeskAsked } from "../desk-asked.ts";

type Props = {
  asked: DeskAsked;
  foreseen: ForeseenPublication;
  recommendations: readonly RecommendationDetail[];
  on: Day;
};

/** What a publication begins: how many follow-ups, and who has to answer what by when. It stands above the button. */
export function ForeseenList({ asked: { say }, foreseen, recommendations, on }: Props) {
  const { followUps, responseDue, addressees } = foreseen;
  const names = new Map(
    recommendations.flatMap((each) =>
      each.followUps.map(({ addressee }) => [addressee.id, say.text(addressee.name).text]),
    ),
  );
  const nobody = recommendations.filter((each) => each.followUps.length === 0 && each.parts.length === 0);
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">
        {say.message("proof.happens", { day: say.day(on), recommendations: recommendations.length, followUps })}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {addressees.map(({ organization, toAnswer, forInformation }) => (
          <li key={organization}>
            {say.message(responseDue === undefined ? "proof.addressee.noDue" : "proof.addressee", {
              name: names.get(organization) ?? organization,
              ...{ toAnswer, forInformation },
              ...(responseDue !== undefined && { day: say.day(responseDue) }),
            })}
          </li>
        ))}
        {nobody.length > 0 && (
          <li>
            {say.message("proof.nobody", {
              count: nobody.length,
              references: say.list(nobody.map(({ recommendation }) => recommendation.reference)),
            })}
          </li>
        )}
      </ul>
      <p class="govuk-body">{say.message("proof.after")}</p>
    </div>
  );
}
