import type { Day, ReportingCycle } from "@heed/core";
import { cycleComparison } from "@heed/core/cycle-comparison/cycle-comparison";
import type { CycleDetail } from "@heed/core/read-models/cycle-detail";
import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import { organizationNamed } from "../asked/named.ts";
import type { Page } from "../asked/page.ts";
import { CycleAgainst, readAgainst } from "../components/cycle-against.tsx";
import { Downloads } from "../components/downloads.tsx";
import { Facts } from "../components/facts.tsx";
import { OrganizationLink } from "../components/organization-link.tsx";
import { RecommendationLink } from "../components/recommendation-link.tsx";
import { type Say, shown } from "../language/say.ts";

const shownUnassessed = 50;

/** One cycle of an issuing body: its days, what it selected and has not assessed, and what was found wrong later. */
export async function cycle(asked: Asked, [code = "", year = ""]: readonly string[]): Promise<Page | undefined> {
  const { reads, reader, say, asOf, way, data } = asked;
  const issuer = await organizationNamed(asked, code);
  const body = issuer === undefined ? undefined : await reads.organization(issuer);
  if (body === undefined || !/^\d{4}$/.test(year)) return undefined;
  const found = await Promise.all((await reads.reportingCyclesNamed(year)).map((id) => reads.reportingCycle(id)));
  const detail = found.find((each): each is CycleDetail => each?.cycle.issuingBody === issuer);
  if (detail === undefined) return undefined;
  const it = detail.cycle;
  const unassessed = it.selections
    ? await reads.unassessed(reader, it.id, { asOf }, { limit: shownUnassessed, withTotal: true })
    : { items: [], total: 0 };
  const compared = await cycleComparison(reads, it, asOf);
  const against = compared && (await readAgainst(asked, compared));
  const list = `reportingCycles/${encodeURIComponent(it.id)}`;
  const title = say.message("cycle.one", { year: String(it.year) });
  return {
    title,
    description: say.message("cycle.description", { year: String(it.year), body: say.text(body.name).text }),
    address: addresses.cycle(body.code, it.year),
    data: data(`/${list}`),
    path: [{ title: say.message("nav.cycles"), address: addresses.cycles() }],
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <Facts
          facts={[
            { name: say.message("rec.body"), value: <OrganizationLink asked={asked} organization={body} /> },
            ...daysOf(say, it),
            ...(detail.hasSnapshot
              ? [
                  {
                    name: say.message("cycle.snapshot"),
                    value: (
                      <a class="govuk-link" href={data(`/${list}/snapshot`)}>
                        {say.message("cycle.snapshot.count", { count: detail.followUps })}
                      </a>
                    ),
                  },
                ]
              : []),
          ]}
        />
        {isOpenOn(it, asOf) && (
          <ul class="govuk-list govuk-list--bullet">
            <li>
              <a
                class="govuk-link"
                href={way(addresses.owed(), { kind: "update", due: "overdue", dueOn: it.updatesDueOn })}
              >
                {say.message("cycle.late")}
              </a>
            </li>
            <li>
              <a class="govuk-link" href={way(addresses.owed(), { kind: "verification", responsible: body.code })}>
                {say.message("cycle.own")}
              </a>
            </li>
          </ul>
        )}
        {against && <CycleAgainst asked={asked} cycle={it} body={body} against={against} />}
        {detail.hasSnapshot && (
          <Downloads asked={asked} list={`${list}/snapshot`} query={{}} total={detail.followUps} />
        )}
        {unassessed.items.length > 0 && (
          <section>
            <h2 class="govuk-heading-m">{say.message("cycle.unassessed", { day: say.day(asOf) })}</h2>
            <Downloads asked={asked} list={`${list}/unassessed`} query={{ asOf }} total={unassessed.total} />
            <ul class="govuk-list govuk-list--bullet">
              {unassessed.items.map((item) => (
                <li key={item.followUp}>
                  <RecommendationLink asked={asked} recommendation={item.recommendation} report={item.report} /> (
                  <OrganizationLink asked={asked} organization={item.responsible} />)
                </li>
              ))}
            </ul>
          </section>
        )}
        {it.errata && it.errata.length > 0 && (
          <section>
            <h2 class="govuk-heading-m">{say.message("cycle.errata")}</h2>
            <ul class="govuk-list govuk-list--bullet">
              {it.errata.slice(0, 100).map(({ recordedAt, text }) => (
                <li key={recordedAt}>
                  {say.day(recordedAt.slice(0, 10))}: <bdi>{shown(text)}</bdi>
                </li>
              ))}
            </ul>
          </section>
        )}
      </>
    ),
  };
}

/** While it is open, somebody looks for who has not answered and what the issuing body still has to verify. */
function isOpenOn({ opensOn, closedOn }: ReportingCycle, day: Day): boolean {
  return opensOn <= day && (closedOn === undefined || closedOn > day);
}

function daysOf(say: Say, { opensOn, updatesDueOn, assessmentsDueOn, publishedOn, closedOn }: ReportingCycle) {
  return [
    { name: say.message("cycle.opens"), value: say.day(opensOn) },
    { name: say.message("cycle.updates"), value: say.day(updatesDueOn) },
    { name: say.message("cycle.assessments"), value: say.day(assessmentsDueOn) },
    ...(publishedOn ? [{ name: say.message("cycle.published"), value: say.day(publishedOn) }] : []),
    { name: say.message("cycle.closed"), value: closedOn ? say.day(closedOn) : say.message("cycle.open") },
  ];
}
