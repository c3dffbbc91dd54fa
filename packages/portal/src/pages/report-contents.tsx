import type { Report } from "@heed/core";
import type { Document } from "@heed/core/document/document";
import { hasSections, reportDocument } from "@heed/core/report-document/report-document";
import { frozenLanguage, isFrozen } from "@heed/core/report-document/report-errata";
import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import type { Page } from "../asked/page.ts";
import { DocumentLinks } from "../components/document-links.tsx";
import { DocumentView } from "../components/document-view.tsx";
import { reportErrata } from "../components/report-errata.tsx";
import { shown } from "../language/say.ts";

/** What a report says, whole: as it was frozen, with its errata beside, or else as the record has it today. */
export async function reportContents(asked: Asked, [name = ""]: readonly string[]): Promise<Page | undefined> {
  const { reads, reader, say, data } = asked;
  const ids = await reads.reportsNamed(reader, name);
  const id = ids.includes(name) ? name : ids.length === 1 ? ids[0] : undefined;
  const report = id === undefined ? undefined : (await reads.report(reader, id))?.report;
  if (report === undefined || (!isFrozen(report) && !(await hasSections(reads, reader, report.id)))) return undefined;
  const document = await documentOf(asked, report);
  const one = say.message("report.one", { reference: report.reference });
  return {
    title: `${document.title}${say.colon}${say.message("contents.title")}`,
    description: document.subtitle,
    address: addresses.reportContents(name),
    data: data(`/reports/${encodeURIComponent(report.id)}`),
    path: [
      { title: say.message("nav.reports"), address: addresses.reports() },
      { title: shown(one), address: addresses.report(name) },
    ],
    body: (
      <>
        <span class="govuk-caption-l">{shown(document.issuer)}</span>
        <h1 class="govuk-heading-l">
          <bdi>{shown(document.title)}</bdi>
        </h1>
        <p class="govuk-body-l">{shown(document.subtitle)}</p>
        {isFrozen(report) ? (
          await reportErrata(asked, report)
        ) : (
          <DocumentLinks
            say={say}
            text="document.report"
            year={report.reportingYear}
            address={(format) =>
              data(`/reports/${encodeURIComponent(report.id)}/document`, { lang: say.language, format })
            }
          />
        )}
        <DocumentView say={say} document={document} />
      </>
    ),
  };
}

async function documentOf({ reads, reader, say, today }: Asked, report: Report): Promise<Document> {
  const frozen = isFrozen(report)
    ? await reads.frozenContents(reader, report.id, frozenLanguage(report, say.language))
    : undefined;
  return frozen ?? reportDocument(reads, reader, report.id, say.language, { today });
}
