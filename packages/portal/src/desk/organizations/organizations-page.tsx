import type { OrganizationChange } from "@heed/core";
import type { Page } from "../../asked/page.ts";
import { lastPage, pageAsked } from "../../asked/parameters.ts";
import { Pager } from "../../components/pager.tsx";
import { Text } from "../../components/text.tsx";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { keepsShared } from "../own-bodies.ts";
import { WayList } from "../way-list.tsx";
import { changeText } from "./change-text.ts";

const pageSize = 100;

/** The organizations of the record, for who keeps them: the ways to a new one and to a change, and the changes that are planned. */
export async function deskOrganizations(asked: DeskAsked): Promise<Page | undefined> {
  const { say, way, reads, visitor, parameters } = asked;
  if (!keepsShared(visitor.person)) return undefined;
  const page = pageAsked(asked, pageSize);
  const [{ items, total = 0 }, changes] = await Promise.all([
    reads.organizations({}, { limit: pageSize, skip: (page - 1) * pageSize, withTotal: true }),
    reads.organizationChanges(),
  ]);
  const planned = plannedAmong(changes);
  const names = await reads.organizationsById(planned.flatMap(organizationsOf));
  const title = say.message("org.title");
  return {
    title,
    address: deskAddresses.organizations(),
    kept: { page: page === 1 ? undefined : page },
    last: lastPage(total, pageSize),
    path: [{ title: say.message("desk.title"), address: deskAddresses.desk() }],
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        {parameters.done && <p class="govuk-inset-text">{say.message("org.done.changeOrganizations")}</p>}
        <WayList
          ways={[
            [way(deskAddresses.newOrganization()), say.message("org.add")],
            [way(deskAddresses.organizationChange()), say.message("org.change")],
          ]}
        />
        {planned.length > 0 && (
          <section aria-labelledby="planned">
            <h2 class="govuk-heading-m" id="planned">
              {say.message("org.planned")}
            </h2>
            <ul class="govuk-list govuk-list--bullet">
              {planned.map((change) => (
                <li key={change.id}>
                  {changeText(say, change, names)}{" "}
                  <a class="govuk-link" href={way(deskAddresses.organizationChange(), { replaces: change.id })}>
                    {say.message("org.planned.date")}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <h2 class="govuk-heading-m">{say.message("org.count", { total })}</h2>
        <ul class="govuk-list">
          {items.map(({ id, code, name, dissolutionDate }) => (
            <li key={id}>
              <a class="govuk-link" href={way(deskAddresses.organization(id))}>
                <Text of={say.text(name)} />
              </a>{" "}
              <span class="heed-meta">
                {code}
                {dissolutionDate && `; ${say.message("organization.dissolved")}${say.colon}${say.day(dissolutionDate)}`}
              </span>
            </li>
          ))}
        </ul>
        <Pager
          asked={asked}
          address={deskAddresses.organizations()}
          kept={{}}
          page={page}
          hasNext={page * pageSize < total}
        />
      </>
    ),
  };
}

/** The changes without a day that no other took the place of. */
export function plannedAmong(changes: readonly OrganizationChange[]): OrganizationChange[] {
  const replaced = new Set(changes.map(({ replaces }) => replaces));
  return changes.filter(({ id, on }) => on === undefined && !replaced.has(id));
}

export function organizationsOf({ originals, results }: OrganizationChange) {
  return [...originals, ...results.map(({ organization }) => organization)];
}
