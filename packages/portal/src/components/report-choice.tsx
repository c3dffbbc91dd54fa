import type { Id } from "@heed/core";
import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import type { Page } from "../asked/page.ts";
import { shown } from "../language/say.ts";
import { Text } from "./text.tsx";

/** Where a reference names several reports: the reader chooses. */
export async function ReportChoice({
  asked,
  ids,
  name,
}: {
  asked: Asked;
  ids: readonly Id[];
  name: string;
}): Promise<Page> {
  const { reads, reader, say, way } = asked;
  const found = await Promise.all(ids.slice(0, 50).map((id) => reads.report(reader, id)));
  const title = say.message("choose.reports", { count: ids.length });
  return {
    title,
    address: addresses.report(name),
    path: [{ title: say.message("nav.reports"), address: addresses.reports() }],
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{say.message("choose.text")}</p>
        <ul class="govuk-list govuk-list--bullet">
          {found.map(
            (each) =>
              each && (
                <li key={each.report.id}>
                  <a class="govuk-link" href={way(addresses.report(each.report.id))}>
                    <bdi>{shown(each.report.reference)}</bdi>{" "}
                    {each.report.title ? <Text of={say.text(each.report.title)} /> : <bdi>{each.report.id}</bdi>}
                  </a>{" "}
                  ({each.report.reportingYear})
                </li>
              ),
          )}
        </ul>
      </>
    ),
  };
}
