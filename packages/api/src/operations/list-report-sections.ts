import type { SectionFilter } from "@heed/core/read-models/section-filter";
import { referenceKey } from "@heed/core/recommendation/recommendation";
import { SectionState } from "@heed/core/report-section/report-section";
import { ShortText } from "@heed/core/text/bounded-text";
import { withoutAbsent } from "@heed/core/without-absent";
import { z } from "zod";
import { hrefOf } from "../contract/base-path.ts";
import { filterNamed } from "../contract/named.ts";
import { type Context, operation } from "../contract/operation.ts";
import { pageBody, pagingOf } from "../contract/page.ts";
import { paging, reportNames, several } from "../contract/parameters.ts";
import { badRequest, issueTypes, ProblemError } from "../contract/problem.ts";
import { ReportSectionList } from "../schemas/report-section.ts";

const filters = z.object({
  report: reportNames,
  reference: several(ShortText.min(1), "The reference; its own only among the sections of one report"),
  state: several(SectionState, "How far it is written"),
});

export const listReportSections = operation({
  id: "listReportSections",
  path: "/reportSections",
  tag: "reports",
  summary: "What reports say, in parts: those of one parent in their order",
  query: filters.extend(paging),
  output: ReportSectionList,
  async handle(context, input) {
    const { report, reference, state } = input;
    await requireReferences(context, reference);
    const filter: SectionFilter = withoutAbsent({ ...(await filterNamed(context, { report })), reference, state });
    const page = await context.reads.reportSections(context.reader, filter, pagingOf(input));
    return {
      body: pageBody("/reportSections", input, page, ({ reportReference, issuingBody: _, ...section }) => ({
        ...section,
        href: hrefOf("reportSections", section.id),
        report: { id: section.report, reference: reportReference, href: hrefOf("reports", section.report) },
      })),
    };
  },
});

/** A reference that no section has, as far as the reader sees, is refused as those of other filters are. */
async function requireReferences({ reads, reader }: Context, references: readonly string[] = []): Promise<void> {
  if (references.length === 0) return;
  const { items } = await reads.reportSections(reader, { reference: references }, {});
  const known = new Set(items.map(({ reference }) => referenceKey(reference)));
  const unknown = references.filter((each) => !known.has(referenceKey(each)));
  const detail = "no section has this reference";
  const issue = { type: issueTypes.invalidInput, in: "query", name: "reference", detail } as const;
  if (unknown.length > 0) throw new ProblemError(badRequest(unknown.map((value) => ({ ...issue, value }))));
}
