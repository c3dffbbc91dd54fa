import type { OverdueItem } from "@heed/core/read-models/overdue-item";
import type { Asked } from "../asked/asked.ts";
import { shown } from "../language/say.ts";
import { OrganizationLink } from "./organization-link.tsx";
import { Reasons } from "./reasons.tsx";
import { RecommendationLink } from "./recommendation-link.tsx";

/** One thing owed that is overdue: how long by both dates, what and by whom, and why. */
export function OverdueItemView({ asked, item }: { asked: Asked; item: OverdueItem }) {
  const { say } = asked;
  const { kind, daysOverdue, daysOverdueOriginal, due, duePrecision, originalDue, originalDuePrecision, moves } = item;
  const [first, ...others] = item.reasons;
  return (
    <li class="heed-item">
      <div class="heed-item__days">
        <strong>{say.message("overdue.days", { days: daysOverdue })}</strong>
        <span>
          {due === undefined
            ? say.message("overdue.noDue")
            : say.message("overdue.due", { day: say.day(due, duePrecision) })}
        </span>
        {originalDue !== due && (
          <span>
            {say.message("overdue.original", {
              ...{ days: daysOverdueOriginal, day: say.day(originalDue, originalDuePrecision), moves },
            })}
          </span>
        )}
      </div>
      <div class="heed-item__what">
        <p>
          <span class="heed-tag heed-tag--late">{say.label("overdueKind", kind)}</span>{" "}
          <RecommendationLink asked={asked} recommendation={item.recommendation} report={item.report} />
        </p>
        {item.commitment && <p class="govuk-body">{shown(item.commitment.description)}</p>}
        <p class="heed-meta">
          <OrganizationLink asked={asked} organization={item.responsible} />
          <Others asked={asked} item={item} />
        </p>
        {first && <p class="govuk-body">{say.reason(first)}</p>}
        {others.length > 0 && <Reasons asked={asked} reasons={others} summary={say.message("overdue.why")} />}
      </div>
    </li>
  );
}

/** Whom the report names, where another one is responsible; and where that is not settled. */
function Others({ asked: { say }, item }: { asked: Asked; item: OverdueItem }) {
  const { addressee, responsible, responsibleState } = item;
  const notes = [
    ...(addressee.id === responsible.id
      ? []
      : [say.message("overdue.printed", { name: say.text(addressee.name).text })]),
    ...(responsibleState === undefined ? [] : [say.message(`overdue.${responsibleState}`)]),
  ];
  return notes.length === 0 ? null : <> ({notes.join("; ")})</>;
}
