import type { Report } from "@heed/core";
import type { Page } from "../../asked/page.ts";
import { lastPage, pageAsked } from "../../asked/parameters.ts";
import { Pager } from "../../components/pager.tsx";
import { Text } from "../../components/text.tsx";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { isEditor, readOwnBodies } from "../own-bodies.ts";

const pageSize = 25;

/** The reports of who edits: the drafts first, then what is published, and the way to a new one. */
export async function reportsPage(asked: DeskAsked): Promise<Page | undefined> {
  const { say, way, reads, reader, visitor } = asked;
  if (!isEditor(visitor.person)) return undefined;
  const { bodies } = await readOwnBodies(asked);
  const own = bodies === undefined ? {} : { issuingBody: bodies };
  const page = pageAsked(asked, pageSize);
  const [drafts, published] = await Promise.all([
    reads.reports(reader, { ...own, status: ["draft"] }, {}),
    reads.reports(
      reader,
      { ...own, status: ["published"] },
      { limit: pageSize, skip: (page - 1) * pageSize, withTotal: true },
    ),
  ]);
  const total = published.total ?? published.items.length;
  const title = say.message("desk.reports.title");
  return {
    title,
    address: deskAddresses.reports(),
    kept: { page: page === 1 ? undefined : page },
    last: lastPage(total, pageSize),
    path: [{ title: say.message("desk.title"), address: deskAddresses.desk() }],
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          <a class="govuk-link" href={way(deskAddresses.newReport())}>
            {say.message("report.new")}
          </a>
        </p>
        <h2 class="govuk-heading-m">{say.message("desk.reports.drafts", { total: drafts.items.length })}</h2>
        <ReportLinks asked={asked} reports={drafts.items} />
        <h2 class="govuk-heading-m">{say.message("desk.reports.published", { total })}</h2>
        <ReportLinks asked={asked} reports={published.items} />
        <Pager
          asked={asked}
          address={deskAddresses.reports()}
          kept={{}}
          page={page}
          hasNext={page * pageSize < total}
        />
      </>
    ),
  };
}

function ReportLinks({ asked: { say, way }, reports }: { asked: DeskAsked; reports: readonly Report[] }) {
  return (
    <ul class="govuk-list">
      {reports.map(({ id, reference, title, reportingYear, publishedOn, authenticLanguages }) => (
        <li key={id}>
          <a class="govuk-link" href={way(deskAddresses.report(id))}>
            <bdi>{reference}</bdi>
          </a>{" "}
          {title && <Text of={say.text(title, authenticLanguages)} />}{" "}
          <span class="heed-meta">{publishedOn ? say.day(publishedOn) : String(reportingYear)}</span>
        </li>
      ))}
    </ul>
  );
}
