import { saidOr } from "@heed/core/not-public-yet";
import type { ObligationItem } from "@heed/core/read-models/obligation-item";
import type { Asked } from "../asked/asked.ts";
import { shown } from "../language/say.ts";
import { Reasons } from "./reasons.tsx";
import { RecommendationLink } from "./recommendation-link.tsx";
import { TimelinessTag } from "./timeliness-tag.tsx";
import { WhoAnswers } from "./who-answers.tsx";

/** One thing owed: by when and how long overdue by both dates, what and by whom, and why. */
export function OwedItem({ asked, item }: { asked: Asked; item: ObligationItem }) {
  const { say } = asked;
  const { kind, daysOverdue, daysOverdueOriginal, due, duePrecision, originalDue, originalDuePrecision, moves } = item;
  const [first, ...others] = item.reasons;
  return (
    <li class="heed-item">
      <div class="heed-item__days">
        <p>
          {daysOverdue > 0 ? (
            <strong>{say.message("overdue.days", { days: daysOverdue })}</strong>
          ) : (
            <TimelinessTag say={say} timeliness={item.timeliness} />
          )}
        </p>{" "}
        <p>
          {due === undefined
            ? say.message(originalDue === undefined ? "owed.none" : "overdue.noDue")
            : say.message("overdue.due", { day: say.day(due, duePrecision) })}
        </p>{" "}
        {originalDue !== undefined && originalDue !== due && (
          <p>
            {say.message("overdue.original", {
              ...{ days: daysOverdueOriginal, day: say.day(originalDue, originalDuePrecision), moves },
            })}
          </p>
        )}
      </div>
      <div class="heed-item__what">
        <p>
          <span class="heed-tag">{say.label("overdueKind", kind)}</span>{" "}
          <RecommendationLink
            asked={asked}
            recommendation={item.recommendation}
            report={item.report}
            addressee={item.addressee}
          />
        </p>
        {item.commitment && <p class="govuk-body">{shown(saidOr(item.commitment.description, say.language))}</p>}
        <WhoAnswers asked={asked} item={item} />
        {first && <p class="govuk-body">{say.reason(first)}</p>}
        {others.length > 0 && <Reasons asked={asked} reasons={others} summary={say.message("overdue.why")} />}
      </div>
    </li>
  );
}
