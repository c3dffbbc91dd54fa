import { remarkText } from "@heed/core/drafting/remark-words";
import type { DraftingRemark } from "@heed/core/read-models/drafting-remark";
import type { SimilarRecommendation } from "@heed/core/read-models/similar-recommendation";
import type { ComponentChildren } from "preact";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { RecommendationLink } from "../../components/recommendation-link.tsx";
import { shown } from "../../language/say.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";

/** What is not published has its page at the desk alone. */
function SimilarLink({ asked, similar }: { asked: DeskAsked; similar: SimilarRecommendation }) {
  const { id, reference, report } = similar;
  if (report.publishedOn !== undefined)
    return <RecommendationLink asked={asked} recommendation={similar} report={report} />;
  return (
    <a class="govuk-link" href={asked.way(deskAddresses.recommendation(id))}>
      <bdi>{shown(`${reference} (${report.reference})`)}</bdi>
    </a>
  );
}

type Props = {
  asked: DeskAsked;
  remarks: readonly DraftingRemark[];
  /** The step that takes a proposal. */
  step?: (remark: DraftingRemark) => ComponentChildren;
};

/** What to look at in a recommendation: proposals, with the step that takes each where there is one. */
export function Remarks({ asked, remarks, step = () => null }: Props) {
  const { say } = asked;
  if (remarks.length === 0) return null;
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">{say.message("remarks.title")}</p>
      <ul class="govuk-list govuk-list--bullet">
        {remarks.map((remark) => (
          <li key={`${remark.code} ${remark.language ?? ""}`}>
            {remarkText(remark)[say.language]}
            {remark.passages && remark.code === "severalDemands" && (
              <ol class="govuk-list govuk-list--number" lang={remark.language}>
                {remark.passages.map((passage) => (
                  <li key={passage}>{shown(passage)}</li>
                ))}
              </ol>
            )}
            {remark.organizations?.map((organization) => (
              <div key={organization.id}>
                <OrganizationLink asked={asked} organization={organization} />
              </div>
            ))}
            {remark.similar?.map((similar) => (
              <div key={similar.id}>
                <SimilarLink asked={asked} similar={similar} />
              </div>
            ))}
            {step(remark)}
          </li>
        ))}
      </ul>
    </div>
  );
}
