import type { FollowUpDetail } from "@heed/core/read-models/follow-up-detail";
import { beginningOf, titleOrBeginning } from "@heed/core/recommendation/beginning";
import { FourAnswers } from "../../components/four-answers.tsx";
import { OwedTable } from "../../components/owed-table.tsx";
import { Printed } from "../../components/printed.tsx";
import { Reasons } from "../../components/reasons.tsx";
import { RecommendationLink } from "../../components/recommendation-link.tsx";
import { Timeline } from "../../components/timeline.tsx";
import type { DeskAsked } from "../desk-asked.ts";

type Props = { asked: DeskAsked; detail: FollowUpDetail; isOpen?: boolean };

/** What is asked, as it was printed; what was said before, what the issuing body found, and why it stands so. */
export function FollowUpContext({ asked, detail, isOpen = false }: Props) {
  const { say } = asked;
  const { case: followUpCase, recommendation, report, addressee, standing } = detail;
  const { text } = recommendation;
  const named = titleOrBeginning({ title: recommendation.title, beginning: text && beginningOf(text) });
  return (
    <section aria-labelledby="asked">
      <h2 class="govuk-heading-m" id="asked">
        {say.message("desk.asked")}
      </h2>
      <p class="govuk-body">
        <RecommendationLink
          asked={asked}
          recommendation={{ ...recommendation, title: named }}
          report={report}
          addressee={addressee}
        />
      </p>
      <Printed asked={asked} detail={{ recommendation, report }} />
      <details class="govuk-details" open={isOpen}>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{say.message("desk.before")}</span>
        </summary>
        {standing && (
          <>
            <FourAnswers asked={asked} answers={standing} />
            <OwedTable
              asked={asked}
              by={say.text(addressee.name).text}
              owed={standing.owed}
              entries={followUpCase.entries}
            />
            <Reasons
              asked={asked}
              reasons={[...standing.owed.flatMap(({ reasons }) => reasons), ...standing.reasons]}
              summary={say.message("why.title")}
            />
          </>
        )}
        <Timeline asked={asked} entries={followUpCase.entries} level={3} />
      </details>
    </section>
  );
}
