import type { OwingOrganization } from "@heed/core/read-models/owing-organization";
import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import { OrganizationLink } from "./organization-link.tsx";
import { Scrolling } from "./scrolling.tsx";

/** Who owes most on the day, with the way to what is overdue there. */
export function OwingTable({ asked, owing }: { asked: Asked; owing: readonly OwingOrganization[] }) {
  const { say, way } = asked;
  return (
    <Scrolling label={say.message("front.owing")}>
      <table class="govuk-table">
        <caption class="govuk-visually-hidden">{say.message("front.owing")}</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">
              {say.message("front.owing.organization")}
            </th>
            <th scope="col" class="govuk-table__header govuk-table__header--numeric">
              {say.message("front.owing.total")}
            </th>
            <th scope="col" class="govuk-table__header govuk-table__header--numeric">
              {say.message("front.owing.longest")}
            </th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {owing.map(({ organization, overdue, longest }) => (
            <tr class="govuk-table__row" key={organization.id}>
              <th scope="row" class="govuk-table__header">
                <OrganizationLink asked={asked} organization={organization} />
              </th>
              <td class="govuk-table__cell govuk-table__cell--numeric">
                <a class="govuk-link" href={way(addresses.overdue(), { responsible: organization.code })}>
                  {say.number(overdue)}
                </a>
              </td>
              <td class="govuk-table__cell govuk-table__cell--numeric">
                {say.message("days.short", { days: longest })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}
