import type { RecommendationRef } from "@heed/core/read-models/recommendation-ref";
import type { ReportRef } from "@heed/core/read-models/report-ref";
import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import { shown } from "../language/say.ts";
import { Text } from "./text.tsx";

type Props = {
  asked: Pick<Asked, "say" | "way">;
  recommendation: RecommendationRef;
  report: Pick<ReportRef, "reference" | "authenticLanguages">;
};

/** By its reference, and its title where it has one. */
export function RecommendationLink({ asked: { say, way }, recommendation: { reference, title }, report }: Props) {
  return (
    <a class="govuk-link" href={way(addresses.recommendation(report.reference, reference))}>
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
