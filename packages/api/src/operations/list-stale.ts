import { z } from "zod";
import { knownAtOf } from "../contract/known-at.ts";
import { filterNamed } from "../contract/named.ts";
import { operation } from "../contract/operation.ts";
import { pageBody, pagingOf } from "../contract/page.ts";
import { asOf, knownAt, organizationNames, paging, reportNames, themes } from "../contract/parameters.ts";
import { StaleList } from "../schemas/follow-up-item.ts";
import { followUpItem } from "../schemas/present.ts";

export const listStale = operation({
  id: "listStale",
  path: "/stale",
  tag: "overdue",
  summary: "Open follow-ups without a deadline and without an entry for a long time",
  query: z.object({
    asOf,
    knownAt,
    responsible: organizationNames("The organization responsible on that day"),
    addressee: organizationNames("The addressee as printed"),
    report: reportNames,
    theme: themes,
    ...paging,
  }),
  output: StaleList,
  async handle(context, input) {
    const day = input.asOf ?? context.today;
    const { responsible, addressee, report, theme } = input;
    const page = await context.reads.stale(
      context.reader,
      {
        asOf: day,
        ...(await knownAtOf(context, input.knownAt)),
        ...(await filterNamed(context, { responsible, addressee, report, theme })),
      },
      pagingOf(input),
    );
    const body = pageBody("/stale", { ...input, asOf: day }, page, followUpItem);
    return { body: { ...body, asOf: day } };
  },
});
