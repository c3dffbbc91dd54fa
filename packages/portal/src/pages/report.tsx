import type { Id, Report } from "@heed/core";
import { hasSections } from "@heed/core/report-document/report-document";
import { isFrozen } from "@heed/core/report-document/report-errata";
import { addressProblem } from "@heed/core/text/web-address";
import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import type { Page } from "../asked/page.ts";
import { lastPage, pageAsked } from "../asked/parameters.ts";
import { BriefingLink } from "../components/briefing-link.tsx";
import { chapterDownloads } from "../components/chapter-downloads.tsx";
import { DocumentLinks } from "../components/document-links.tsx";
import { Downloads } from "../components/downloads.tsx";
import { type Fact, Facts } from "../components/facts.tsx";
import { byMail, FeedLinks, feedsOf } from "../components/feed-links.tsx";
import { Pager } from "../components/pager.tsx";
import { ProgressFigures } from "../components/progress-figures.tsx";
import { RecommendationList } from "../components/recommendation-list.tsx";
import { ReportChoice } from "../components/report-choice.tsx";
import { FrozenDocuments } from "../components/report-errata.tsx";
import { languageNameIn } from "../language/language-name.ts";
import { type Say, shown } from "../language/say.ts";

const pageSize = 25;

/** A report with its recommendations, by its reference or its id. */
export async function report(asked: Asked, [name = ""]: readonly string[]): Promise<Page | undefined> {
  const { reads, reader } = asked;
  const ids = await reads.reportsNamed(reader, name);
  if (ids.length > 1 && !ids.includes(name)) return ReportChoice({ asked, ids, name });
  const id = ids.includes(name) ? name : ids[0];
  const detail = id === undefined ? undefined : await reads.report(reader, id);
  return detail && pageOf(asked, detail.report, ids.length === 1 ? detail.report.reference : name);
}

async function pageOf(asked: Asked, it: Report, name: string): Promise<Page> {
  const { reads, reader, say, asOf, way, data } = asked;
  const page = pageAsked(asked, pageSize);
  const filter = { asOf, report: [it.id] as readonly Id[] };
  const [body, [progress], overdue, answer, chapter, isWritten] = await Promise.all([
    reads.organization(it.issuingBody),
    reads.progress(reader, { ...filter, groupBy: "all" }),
    reads.overdue(reader, filter, { limit: 1 }),
    reads.recommendations(reader, filter, { limit: pageSize, skip: (page - 1) * pageSize, withTotal: true }),
    chapterDownloads(asked, it.issuingBody, it.reportingYear),
    hasSections(reads, reader, it.id),
  ]);
  const total = answer.total ?? answer.items.length;
  const title = it.title && say.text(it.title, it.authenticLanguages);
  const one = say.message("report.one", { reference: it.reference });
  const feeds = feedsOf(asked, { report: it.reference });
  return {
    title: title ? `${one}${say.colon}${title.text}` : one,
    description: say.message("report.description", { reference: it.reference, day: say.day(asOf) }),
    address: addresses.report(name),
    kept: { page: page === 1 ? undefined : page },
    last: lastPage(total, pageSize),
    data: data(`/reports/${encodeURIComponent(it.id)}`),
    feeds,
    path: [{ title: say.message("nav.reports"), address: addresses.reports() }],
    body: (
      <>
        {title && <span class="govuk-caption-l">{shown(one)}</span>}
        <h1 class="govuk-heading-l">
          <bdi lang={title?.lang}>{title?.text ?? shown(one)}</bdi>
        </h1>
        <Facts
          facts={[
            ...(body
              ? [
                  {
                    name: say.message("rec.body"),
                    value: (
                      <a class="govuk-link" href={way(addresses.organization(body.code))}>
                        {say.text(body.name).text}
                      </a>
                    ),
                  },
                ]
              : []),
            ...factsOf(say, it),
          ]}
        />
        <ProgressFigures say={say} progress={progress} overdue={overdue} />
        {overdue.total > 0 && (
          <p class="govuk-body">
            <a class="govuk-link" href={way(addresses.overdue(), { report: it.reference })}>
              {say.message("report.overdue")}
            </a>
          </p>
        )}
        {it.publishedOn !== undefined && it.publishedOn <= asOf && (
          <p class="govuk-body">
            <a class="govuk-link" href={way(addresses.changes(), { from: it.publishedOn, report: it.reference })}>
              {say.message("report.changed")}
            </a>
          </p>
        )}
        <BriefingLink asked={asked} chosen={{ report: it.reference }} />
        <FeedLinks feeds={feeds} mail={byMail(asked, { report: it.reference })} />
        {(isWritten || isFrozen(it)) && (
          <p class="govuk-body">
            <a class="govuk-link" href={way(addresses.reportContents(name))}>
              {say.message("contents.read")}
            </a>
          </p>
        )}
        {isFrozen(it) && <FrozenDocuments asked={asked} report={it} />}
        {isWritten && !isFrozen(it) && (
          <DocumentLinks
            say={say}
            text="document.report"
            year={it.reportingYear}
            address={(format) => data(`/reports/${encodeURIComponent(it.id)}/document`, { lang: say.language, format })}
          />
        )}
        {chapter}
        <h2 class="govuk-heading-m">{say.message("list.count", { total })}</h2>
        <Downloads asked={asked} list="recommendations" query={{ asOf, report: it.id }} total={total} />
        <RecommendationList asked={asked} items={answer.items} />
        <Pager asked={asked} address={addresses.report(name)} kept={{}} page={page} hasNext={page * pageSize < total} />
      </>
    ),
  };
}

function factsOf(say: Say, it: Report): Fact[] {
  const day = (name: string, on: string | undefined) => (on === undefined ? [] : [{ name, value: say.day(on) }]);
  return [
    { name: say.message("report.year"), value: String(it.reportingYear) },
    {
      name: say.message("rec.published"),
      value: it.publishedOn
        ? say.day(it.publishedOn, it.publishedOnPrecision)
        : shown(it.publishedOnAbsent ?? say.message("rec.published.unknown")),
    },
    ...day(say.message("report.toGovernment"), it.transmittedToGovernmentOn),
    ...day(say.message("report.toParliament"), it.transmittedToParliamentOn),
    ...day(say.message("report.toField"), it.transmittedToFieldOn),
    ...(it.documents.length === 0
      ? []
      : [
          {
            name: say.message("report.documents"),
            value: it.documents.map(({ language, url }) => {
              const name = languageNameIn(say.language, language);
              return (
                <div key={url}>
                  {addressProblem(url) === undefined ? (
                    <a class="govuk-link" href={url} hreflang={language} rel="noopener">
                      {name}
                    </a>
                  ) : (
                    name
                  )}
                </div>
              );
            }),
          },
        ]),
  ];
}
