import type { Day, Entry, ObligationOnDay } from "@heed/core";
import { saidOr } from "@heed/core/not-public-yet";
import type { Asked } from "../asked/asked.ts";
import { MovedDate } from "../charts/moved-date.tsx";
import { shown } from "../language/say.ts";
import { Scrolling } from "./scrolling.tsx";
import { TimelinessTag } from "./timeliness-tag.tsx";

type Props = { asked: Asked; by: string; owed: readonly ObligationOnDay[]; entries: readonly Entry[] };

/** Each thing owed on the day, with its first date, the date that holds now, and how often it moved. */
export function OwedTable({ asked, by, owed, entries }: Props) {
  const { say, asOf } = asked;
  if (owed.length === 0)
    return <p class="govuk-body heed-none">{say.message("owed.nothing", { day: say.day(asOf) })}</p>;
  return (
    <Scrolling label={`${say.message("owed.title")}${say.colon}${by}`}>
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-table__caption--s">{say.message("owed.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{say.message("owed.what")}</th>
            <th scope="col">{say.message("owed.original")}</th>
            <th scope="col">{say.message("owed.current")}</th>
            <th scope="col">{say.message("owed.overdue")}</th>
          </tr>
        </thead>
        <tbody>
          {owed.map((each) => (
            <OwedRow key={`${each.kind} ${each.commitment ?? ""}`} asked={asked} owed={each} entries={entries} />
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}

function OwedRow({
  asked: { say, asOf },
  owed,
  entries,
}: {
  asked: Asked;
  owed: ObligationOnDay;
  entries: readonly Entry[];
}) {
  const { kind, due, duePrecision, originalDue, originalDuePrecision, moves, owedBy } = owed;
  const none = <em class="heed-none">{say.message("owed.none")}</em>;
  const promise = entries.find(({ id }) => id === owed.commitment);
  const dates = datesOf(owed, entries, asOf);
  return (
    <tr>
      <th scope="row">
        {say.label("overdueKind", kind)}
        {owedBy === "issuingBody" && <span class="heed-meta"> {say.message("owed.by.issuingBody")}</span>}
        {promise?.type === "commitment" && (
          <div class="heed-meta">
            <bdi>{shown(saidOr(promise.description, say.language))}</bdi>
          </div>
        )}
      </th>
      <td>{originalDue === undefined ? none : say.day(originalDue, originalDuePrecision)}</td>
      <td>
        {due === undefined ? none : say.day(due, duePrecision)}
        {moves > 0 && (
          <div class="heed-meta">
            {say.message("owed.moves")} {say.message("owed.moves.count", { moves })}
            {originalDue && due && (
              <MovedDate
                dates={dates}
                title={say.message("moves.picture", { from: say.day(originalDue), to: say.day(due), count: moves })}
              />
            )}
          </div>
        )}
      </td>
      <td>
        <TimelinessTag say={say} timeliness={owed.timeliness} />
        {(owed.daysOverdue > 0 || owed.daysOverdueOriginal > 0) && (
          <div>
            {owed.daysOverdue === owed.daysOverdueOriginal
              ? say.message("days.short", { days: owed.daysOverdue })
              : say.message("owed.overdue.both", { current: owed.daysOverdue, original: owed.daysOverdueOriginal })}
          </div>
        )}
      </td>
    </tr>
  );
}

/** The first date, those to which it was moved by the day, and the one that holds. */
function datesOf({ kind, due, originalDue, commitment }: ObligationOnDay, entries: readonly Entry[], asOf: Day): Day[] {
  const moved = entries.flatMap((entry) => {
    if (entry.type !== "deadlineChange" || entry.decision !== "granted" || entry.to === undefined) return [];
    const isThis =
      entry.target.kind === kind && (entry.target.kind !== "commitment" || entry.target.commitment === commitment);
    return isThis && (entry.givenOn ?? "") <= asOf ? [entry.to.on] : [];
  });
  const all = [originalDue, ...moved, due].filter((day): day is Day => day !== undefined);
  return [...new Set(all)].sort();
}
