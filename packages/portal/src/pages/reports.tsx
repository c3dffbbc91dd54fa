import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import type { Page } from "../asked/page.ts";
import { lastPage, pageAsked } from "../asked/parameters.ts";
import { Downloads } from "../components/downloads.tsx";
import { Pager } from "../components/pager.tsx";
import { Text } from "../components/text.tsx";
import { shown } from "../language/say.ts";

const pageSize = 100;

/** All reports, the newest first. */
export async function reports(asked: Asked): Promise<Page> {
  const { reads, reader, say, way, data } = asked;
  const page = pageAsked(asked, pageSize);
  const {
    items,
    next,
    total = 0,
  } = await reads.reports(reader, {}, { limit: pageSize, skip: (page - 1) * pageSize, withTotal: true });
  return {
    title: say.message("nav.reports"),
    description: say.message("reports.description"),
    address: addresses.reports(),
    kept: { page: page === 1 ? undefined : page },
    last: lastPage(total, pageSize),
    data: data("/reports"),
    body: (
      <>
        <h1 class="govuk-heading-l">{say.message("nav.reports")}</h1>
        <Downloads asked={asked} list="reports" query={{}} total={items.length} />
        {items.length === 0 ? (
          <p class="govuk-body">{say.message("reports.none")}</p>
        ) : (
          <ol class="heed-list">
            {items.map((report) => (
              <li class="heed-row" key={report.id}>
                <h2 class="govuk-heading-s">
                  <a class="govuk-link" href={way(addresses.report(report.reference))}>
                    <bdi>{shown(report.reference)}</bdi>{" "}
                    {report.title && <Text of={say.text(report.title, report.authenticLanguages)} />}
                  </a>
                </h2>
                <p class="heed-meta">
                  {say.list([
                    say.text(report.issuingBodyName).text,
                    ...(report.publishedOn
                      ? [
                          `${say.message("rec.published")}${say.colon}${say.day(report.publishedOn, report.publishedOnPrecision)}`,
                        ]
                      : []),
                  ])}
                </p>
              </li>
            ))}
          </ol>
        )}
        <Pager asked={asked} address={addresses.reports()} kept={{}} page={page} hasNext={next !== undefined} />
      </>
    ),
  };
}
