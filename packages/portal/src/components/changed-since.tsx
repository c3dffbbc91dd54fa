import { addMonths, type Day } from "@heed/core";
import type { ChangeItem } from "@heed/core/read-models/change-item";
import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import { shown } from "../language/say.ts";

/** The ways to what changed since a month, a year, and the last report: the newest change of those that tell a publication. */
export function ChangedSince({ asked, last }: { asked: Asked; last: ChangeItem | undefined }) {
  const { say, way, asOf } = asked;
  const since: { text: string; from: Day }[] = [
    { text: say.message("changes.since.month"), from: addMonths(asOf, -1) },
    { text: say.message("changes.since.year"), from: addMonths(asOf, -12) },
    ...(last
      ? [
          {
            text: say.message("changes.since.report", {
              report: shown(last.report.reference),
              day: say.day(last.day, last.dayPrecision),
            }),
            from: last.day,
          },
        ]
      : []),
  ];
  return (
    <section>
      <h2 class="govuk-heading-m">{say.message("changes.since")}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {since.map(({ text, from }) => (
          <li key={text}>
            <a class="govuk-link" href={way(addresses.changes(), { from })}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
