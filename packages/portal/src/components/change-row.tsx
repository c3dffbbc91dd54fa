import { saidOr } from "@heed/core/not-public-yet";
import type { ChangeItem } from "@heed/core/read-models/change-item";
import type { Asked } from "../asked/asked.ts";
import { changeFacts } from "../language/change-facts.ts";
import { shown } from "../language/say.ts";
import { RecommendationLink } from "./recommendation-link.tsx";
import { WhoAnswers } from "./who-answers.tsx";

/** One thing that changed: when, about what, for whom, and what it is now. */
export function ChangeRow({ asked, item }: { asked: Asked; item: ChangeItem }) {
  const { say } = asked;
  const { day, dayPrecision, atTheLatest, commitment } = item;
  const facts = changeFacts(say, item);
  return (
    <li class="heed-item">
      <div class="heed-item__days">
        <time dateTime={day}>{say.day(day, dayPrecision)}</time>
        {atTheLatest && <span>{say.message("changes.latest")}</span>}
      </div>
      <div class="heed-item__what">
        <p>
          <RecommendationLink asked={asked} recommendation={item.recommendation} report={item.report} />
        </p>
        {facts.length > 0 && <p class="govuk-body">{say.beside(facts)}</p>}
        {commitment && (
          <p class="govuk-body">
            <bdi>{shown(saidOr(commitment.description, say.language))}</bdi>
          </p>
        )}
        <WhoAnswers asked={asked} item={item} />
      </div>
    </li>
  );
}
