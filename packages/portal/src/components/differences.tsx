import { shown } from "../language/say.ts";
import { Scrolling } from "./scrolling.tsx";

type Row = { where: string; was: string; is: string };

type Props = {
  /** What the table is about, for who does not see it. */
  label: string;
  heads: Readonly<Record<keyof Row, string>>;
  rows: readonly Row[];
};

/** What was said, and what is said instead, place by place. */
export function Differences({ label, heads, rows }: Props) {
  return (
    <Scrolling label={label}>
      <table class="govuk-table">
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {(["where", "was", "is"] as const).map((each) => (
              <th class="govuk-table__header" scope="col" key={each}>
                {heads[each]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {rows.map(({ where, was, is }, place) => (
            <tr class="govuk-table__row" key={String(place)}>
              <th class="govuk-table__header" scope="row">
                {shown(where)}
              </th>
              <td class="govuk-table__cell heed-typed">{shown(was)}</td>
              <td class="govuk-table__cell heed-typed">{shown(is)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}
