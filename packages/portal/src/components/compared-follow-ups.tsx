import type { ComparisonItem } from "@heed/core/read-models/comparison-answer";
import type { Asked } from "../asked/asked.ts";
import { RecommendationLink } from "./recommendation-link.tsx";
import { WhoAnswers } from "./who-answers.tsx";

/** Follow-ups with what the issuing body finds now, and what it had found on the first day. */
export function ComparedFollowUps({ asked, items }: { asked: Asked; items: readonly ComparisonItem[] }) {
  const { say } = asked;
  const told = ({ assessed, lifecycle }: ComparisonItem["after"]) =>
    `${say.label("assessedLevel", assessed)} · ${say.label("lifecycle", lifecycle)}`;
  return (
    <ol class="heed-list">
      {items.map((item) => (
        <li class="heed-row" key={item.followUp}>
          <h3 class="govuk-heading-s">
            <RecommendationLink asked={asked} recommendation={item.recommendation} report={item.report} />
          </h3>
          <p class="govuk-body">
            {told(item.after)}
            {item.before && ` (${say.message("changes.before", { before: told(item.before) })})`}
          </p>
          <WhoAnswers asked={asked} item={item} />
        </li>
      ))}
    </ol>
  );
}
