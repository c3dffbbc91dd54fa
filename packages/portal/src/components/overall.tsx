import type { RecommendationStanding } from "@heed/core";
import type { Asked } from "../asked/asked.ts";
import { FourAnswers } from "./four-answers.tsx";
import { ReasonList } from "./reasons.tsx";

/** How it stands over its parts and addressees, and why. */
export function Overall({ asked, standing }: { asked: Asked; standing: RecommendationStanding }) {
  const { say } = asked;
  const { provisional, reasons } = standing;
  return (
    <section class="heed-block">
      <h2 class="govuk-heading-m">{say.message("rec.overall")}</h2>
      <FourAnswers asked={asked} answers={standing} />
      {provisional && <p class="heed-meta">{say.message("rec.overall.provisional")}</p>}
      {reasons.length > 0 && <ReasonList asked={asked} reasons={reasons} />}
    </section>
  );
}
