import { DomainError } from "@heed/core";
import type { OverdueFilter } from "@heed/core/read-models/overdue-filter";
import { tableOf } from "@heed/core/tables/list-table";
import { obligationColumns } from "@heed/core/tables/obligation-columns";
import { z } from "zod";
import { knownAtOf } from "../contract/known-at.ts";
import { filterNamed } from "../contract/named.ts";
import { type Context, operation } from "../contract/operation.ts";
import { pageBody, pagingOf } from "../contract/page.ts";
import { against, minDaysOverdue, owed, paging } from "../contract/parameters.ts";
import { OverdueList } from "../schemas/overdue.ts";
import { obligationItem } from "../schemas/present.ts";

const query = z.object({
  ...owed,
  minDaysOverdue,
  dueSoon: z
    .boolean()
    .default(false)
    .describe("Instead: what is due within the installation's due-soon days. Not with minDaysOverdue."),
  against,
  pageSize: paging.pageSize,
  page: paging.page,
  after: paging.after,
});

export const listOverdue = operation({
  id: "listOverdue",
  path: "/overdue",
  tag: "overdue",
  summary: "What is overdue on a day, for whom, by how much, and why",
  description:
    "The longest overdue first. `total` and `totalsByKind` are always exact. Stale follow-ups are not among them: see listStale.",
  query,
  output: OverdueList,
  table: async (context, input) => {
    const items = context.reads.overdueItems(context.reader, await filterOf(context, input));
    return tableOf(obligationColumns, items, context.language);
  },
  async handle(context, input) {
    const filter = await filterOf(context, input);
    const answer = await context.reads.overdue(context.reader, filter, pagingOf(input));
    const { asOf: day, total, totalsByKind, totalsByAge } = answer;
    return {
      body: {
        ...pageBody("/overdue", { ...input, asOf: day }, answer, obligationItem),
        asOf: day,
        total,
        totalsByKind,
        totalsByAge,
      },
    };
  },
});

/** Errors: invalidInput when it asks for what is due soon and overdue at once, which nothing is. */
async function filterOf(context: Context, input: z.output<typeof query>): Promise<OverdueFilter> {
  const { kind, minDaysOverdue, dueSoon, against, responsible, addressee, report, theme } = input;
  if (dueSoon && minDaysOverdue !== undefined)
    throw new DomainError("invalidInput", "what is due soon is not overdue: ask for one of the two", [
      { name: "minDaysOverdue", value: String(minDaysOverdue), detail: "cannot be asked with dueSoon" },
    ]);
  return {
    asOf: input.asOf ?? context.today,
    ...(await knownAtOf(context, input.knownAt)),
    against,
    ...(kind && { kind }),
    ...(await filterNamed(context, { responsible, addressee, report, theme })),
    ...(minDaysOverdue !== undefined && { minDaysOverdue }),
    ...(dueSoon && { dueSoon }),
  };
}
