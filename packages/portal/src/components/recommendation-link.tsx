import type { OrganizationRef } from "@heed/core/read-models/organization-ref";
import type { RecommendationRef } from "@heed/core/read-models/recommendation-ref";
import type { ReportRef } from "@heed/core/read-models/report-ref";
import { titleOrBeginning } from "@heed/core/recommendation/beginning";
import { addresses, followUpPart } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import { shown } from "../language/say.ts";
import { Text } from "./text.tsx";

type Props = {
  asked: Pick<Asked, "say" | "way">;
  recommendation: RecommendationRef;
  report: Pick<ReportRef, "reference" | "authenticLanguages">;
  /** The addressee whose follow-up is meant: its part of the page. */
  addressee?: Pick<OrganizationRef, "code">;
};

/** By its reference, and its title or the beginning of its text. */
export function RecommendationLink({ asked: { say, way }, recommendation, report, addressee }: Props) {
  const { reference } = recommendation;
  const title = titleOrBeginning(recommendation);
  const part = addressee === undefined ? "" : `#${followUpPart(addressee)}`;
  return (
    <a class="govuk-link" href={`${way(addresses.recommendation(report.reference, reference))}${part}`}>
      <bdi>{shown(reference)}</bdi>
      {title && (
        <>
          {" "}
          <Text of={say.text(title, report.authenticLanguages)} />
        </>
      )}
    </a>
  );
}
