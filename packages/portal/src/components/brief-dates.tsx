import type { BriefFollowUp } from "@heed/core/briefing/brief";
import type { Asked } from "../asked/asked.ts";
import { shown } from "../language/say.ts";
import { TimelinessTag } from "./timeliness-tag.tsx";

/** What one addressee owes, with its dates. */
export function BriefDates({
  asked: { say, asOf },
  followUp: { owed },
}: {
  asked: Pick<Asked, "say" | "asOf">;
  followUp: BriefFollowUp;
}) {
  if (owed.length === 0)
    return <p class="govuk-body heed-none">{say.message("owed.nothing", { day: say.day(asOf) })}</p>;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {owed.map((each) => (
        <li key={`${each.kind} ${each.commitment ?? ""}`}>
          {say.label("overdueKind", each.kind)}
          {each.promise && (
            <>
              {" "}
              “<bdi>{shown(each.promise)}</bdi>”
            </>
          )}
          {say.colon}
          {each.due === undefined
            ? say.message("owed.none")
            : say.message("overdue.due", { day: say.day(each.due, each.duePrecision) })}
          {each.originalDue !== undefined && each.originalDue !== each.due && (
            <> ({say.message("changes.before", { before: say.day(each.originalDue, each.originalDuePrecision) })})</>
          )}{" "}
          <TimelinessTag say={say} timeliness={each.timeliness} />
          {each.daysOverdue > 0 && <> {say.message("overdue.days", { days: each.daysOverdue })}</>}
        </li>
      ))}
    </ul>
  );
}
