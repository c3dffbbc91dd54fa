import type { Organization } from "@heed/core";
import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import { organizationNamed } from "../asked/named.ts";
import type { Elsewhere, Page } from "../asked/page.ts";
import { BriefingLink } from "../components/briefing-link.tsx";
import { type Fact, Facts } from "../components/facts.tsx";
import { byMail, FeedLinks, feedsOf } from "../components/feed-links.tsx";
import { OrganizationChanges } from "../components/organization-changes.tsx";
import { OwedItems } from "../components/owed-list.tsx";
import { Rates } from "../components/rates.tsx";
import { type Say, shown } from "../language/say.ts";

const shownOverdue = 5;

/** What an organization was asked and answers for: overdue on the day, its record, and what it came from. */
export async function organization(
  asked: Asked,
  [name = ""]: readonly string[],
): Promise<Page | Elsewhere | undefined> {
  const { reads, way } = asked;
  const id = await organizationNamed(asked, name);
  const it = id === undefined ? undefined : await reads.organization(id);
  if (it === undefined) return undefined;
  return it.code === name ? pageOf(asked, it) : { elsewhere: way(addresses.organization(it.code)) };
}

async function pageOf(asked: Asked, it: Organization): Promise<Page> {
  const { reads, reader, say, asOf, way, data } = asked;
  const bodies = await reads.sameBodies([it.id]);
  const [overdue, [all], years, changes] = await Promise.all([
    reads.overdue(reader, { asOf, responsible: bodies }, { limit: shownOverdue }),
    reads.progress(reader, { asOf, addressee: bodies, groupBy: "all" }),
    reads.progress(reader, { asOf, addressee: bodies, groupBy: "reportingYear" }),
    reads.organizationChanges(it.id),
  ]);
  const others = await reads.organizationsById(
    changes.flatMap(({ originals, results }) => [...originals, ...results.map((each) => each.organization)]),
  );
  const name = say.text(it.name);
  const day = say.day(asOf);
  const feeds = feedsOf(asked, { responsible: it.code });
  return {
    title: name.text,
    description: say.message("organization.description", { name: name.text, day }),
    address: addresses.organization(it.code),
    data: data(`/organizations/${encodeURIComponent(it.id)}`),
    feeds,
    path: [{ title: say.message("nav.organizations"), address: addresses.organizations() }],
    body: (
      <>
        <h1 class="govuk-heading-l">
          <bdi lang={name.lang}>{name.text}</bdi>
        </h1>
        <Facts facts={factsOf(say, it)} />
        <h2 class="govuk-heading-m">{say.message("organization.owes")}</h2>
        {overdue.total === 0 ? (
          <p class="govuk-body heed-none">{say.message("organization.owes.none", { day })}</p>
        ) : (
          <>
            <p class="govuk-body-l">{say.message("overdue.count", { total: overdue.total, day })}</p>
            <p class="govuk-body">
              <a class="govuk-link govuk-!-font-weight-bold" href={way(addresses.overdue(), { responsible: it.code })}>
                {say.message("organization.owes.all")}
              </a>
            </p>
            <OwedItems asked={asked} items={overdue.items} />
          </>
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={way(addresses.owed(), { responsible: it.code })}>
            {say.message("organization.owes.also")}
          </a>
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={way(addresses.changes(), { responsible: it.code })}>
            {say.message("organization.changed")}
          </a>
        </p>
        {all && all.followUps > 0 && (
          <>
            <h2 class="govuk-heading-m">{say.message("organization.record")}</h2>
            <Rates
              say={say}
              caption={say.message("rates.title")}
              head={say.message("rates.year")}
              groups={[
                ...years.map((progress) => ({ name: progress.label, progress })),
                { name: say.message("rates.all"), progress: all },
              ]}
            />
          </>
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={way(addresses.recommendations(), { responsible: it.code })}>
            {say.message("organization.all")}
          </a>
        </p>
        <BriefingLink asked={asked} chosen={{ responsible: it.code }} />
        <FeedLinks feeds={feeds} mail={byMail(asked, { responsible: it.code })} />
        <OrganizationChanges asked={asked} changes={changes} organizations={others} />
      </>
    ),
  };
}

function factsOf(say: Say, it: Organization): Fact[] {
  return [
    { name: say.message("organization.level"), value: say.label("organizationLevel", it.level) },
    ...(it.otherNames.length === 0
      ? []
      : [
          {
            name: say.message("organization.otherNames"),
            value: say.beside(it.otherNames.slice(0, 50).map((other) => shown(other.name))),
          },
        ]),
    ...(it.foundingDate ? [{ name: say.message("organization.founded"), value: say.day(it.foundingDate) }] : []),
    ...(it.dissolutionDate
      ? [{ name: say.message("organization.dissolved"), value: say.day(it.dissolutionDate) }]
      : []),
    { name: say.message("organization.code"), value: it.code },
  ];
}
