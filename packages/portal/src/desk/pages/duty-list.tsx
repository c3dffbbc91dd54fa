import { saidOr } from "@heed/core/not-public-yet";
import type { ObligationItem } from "@heed/core/read-models/obligation-item";
import { titleOrBeginning } from "@heed/core/recommendation/beginning";
import { Text } from "../../components/text.tsx";
import { TimelinessTag } from "../../components/timeliness-tag.tsx";
import { shown } from "../../language/say.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";

/** What is owed, each with the way to where something can be done about it. */
export function DutyList({ asked, items }: { asked: DeskAsked; items: readonly ObligationItem[] }) {
  return (
    <ol class="heed-list">
      {items.map((item) => (
        <Duty key={`${item.followUp} ${item.kind} ${item.commitment?.id ?? ""}`} asked={asked} item={item} />
      ))}
    </ol>
  );
}

function Duty({ asked: { say, way }, item }: { asked: DeskAsked; item: ObligationItem }) {
  const { kind, due, duePrecision, daysOverdue, recommendation, report, commitment, missedYears } = item;
  const title = titleOrBeginning(recommendation);
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
            ? say.message("owed.none")
            : say.message("overdue.due", { day: say.day(due, duePrecision) })}
        </p>
      </div>
      <div class="heed-item__what">
        <p>
          <span class="heed-tag">{say.label("overdueKind", kind)}</span>{" "}
          <a class="govuk-link" href={way(deskAddresses.followUp(item.followUp))}>
            <bdi>{shown(recommendation.reference)}</bdi>
            {title && (
              <>
                {" "}
                <Text of={say.text(title, report.authenticLanguages)} />
              </>
            )}
          </a>
        </p>
        {commitment && <p class="govuk-body">{shown(saidOr(commitment.description, say.language))}</p>}
        {missedYears.length > 0 && (
          <p class="heed-meta">{say.message("entry.year", { year: missedYears.join(", ") })}</p>
        )}
      </div>
    </li>
  );
}
