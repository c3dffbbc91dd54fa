import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import type { Page } from "../asked/page.ts";
import { lastPage, pageAsked } from "../asked/parameters.ts";
import { Downloads } from "../components/downloads.tsx";
import { Pager } from "../components/pager.tsx";
import { Scrolling } from "../components/scrolling.tsx";
import { Text } from "../components/text.tsx";

const pageSize = 100;

/** The organizations that existed on the day, with how much is overdue at each. */
export async function organizations(asked: Asked): Promise<Page> {
  const { reads, reader, say, asOf, way, data } = asked;
  const page = pageAsked(asked, pageSize);
  const [{ items, next, total = 0 }, owing] = await Promise.all([
    reads.organizations({ validOn: asOf }, { limit: pageSize, skip: (page - 1) * pageSize, withTotal: true }),
    reads.owing(reader, { asOf }),
  ]);
  const overdueOf = new Map(owing.map(({ organization, overdue }) => [organization.id, overdue]));
  const title = say.message("nav.organizations");
  return {
    title,
    description: say.message("organizations.description"),
    address: addresses.organizations(),
    kept: { page: page === 1 ? undefined : page },
    last: lastPage(total, pageSize),
    data: data("/organizations", { validOn: asOf }),
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{say.message("organizations.description")}</p>
        <Downloads asked={asked} list="organizations" query={{ validOn: asOf }} total={items.length} />
        <Scrolling label={title}>
          <table class="govuk-table">
            <caption class="govuk-visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{title}</th>
                <th scope="col">{say.message("organization.level")}</th>
                <th scope="col" class="heed-number">
                  {say.message("front.owing.total")}
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ id, code, name, level }) => (
                <tr key={id}>
                  <th scope="row">
                    <a class="govuk-link" href={way(addresses.organization(code))}>
                      <Text of={say.text(name)} />
                    </a>
                  </th>
                  <td>{say.label("organizationLevel", level)}</td>
                  <td class="heed-number">{say.number(overdueOf.get(id) ?? 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolling>
        <Pager asked={asked} address={addresses.organizations()} kept={{}} page={page} hasNext={next !== undefined} />
      </>
    ),
  };
}
