import { Day } from "@heed/core";
import { requireInOrder } from "@heed/core/read-models/days-in-order";
import type { ObligationFilter } from "@heed/core/read-models/obligation-filter";
import { tableOf } from "@heed/core/tables/list-table";
import { obligationColumns } from "@heed/core/tables/obligation-columns";
import { withoutAbsent } from "@heed/core/without-absent";
import { z } from "zod";
import { knownAtOf } from "../contract/known-at.ts";
import { filterNamed } from "../contract/named.ts";
import { type Context, operation } from "../contract/operation.ts";
import { pageBody, pagingOf } from "../contract/page.ts";
import { owed, paging } from "../contract/parameters.ts";
import { ObligationList } from "../schemas/obligations.ts";
import { obligationItem } from "../schemas/present.ts";

const query = z.object({
  ...owed,
  dueFrom: Day.optional().describe("Due on that day or later; what has no date is left out."),
  dueUntil: Day.optional().describe("Due on that day or before; what has no date is left out."),
  overdue: z.boolean().optional().describe("Only what is overdue on the day asked about; false: only what is not."),
  ...paging,
});

export const listObligations = operation({
  id: "listObligations",
  path: "/obligations",
  tag: "overdue",
  summary: "Everything that is owed on a day, due or not yet, by date",
  description:
    "In the order of the due dates; what has none comes last. With `withTotal`, `totalsByKind` and `totalsByTimeliness` count all that match.",
  query,
  output: ObligationList,
  table: async (context, input) => {
    const items = context.reads.obligationItems(context.reader, await filterOf(context, input));
    return tableOf(obligationColumns, items, context.language);
  },
  async handle(context, input) {
    const filter = await filterOf(context, input);
    const answer = await context.reads.obligations(context.reader, filter, pagingOf(input));
    const { asOf: day, totalsByKind, totalsByTimeliness } = answer;
    return {
      body: {
        ...pageBody("/obligations", { ...input, asOf: day }, answer, obligationItem),
        asOf: day,
        ...(totalsByKind && { totalsByKind }),
        ...(totalsByTimeliness && { totalsByTimeliness }),
      },
    };
  },
});

/** Errors: invalidInput when dueUntil is before dueFrom. */
async function filterOf(context: Context, input: z.output<typeof query>): Promise<ObligationFilter> {
  const { kind, dueFrom, dueUntil, overdue, responsible, addressee, report, theme } = input;
  requireInOrder({ name: "dueFrom", day: dueFrom }, { name: "dueUntil", day: dueUntil });
  return {
    asOf: input.asOf ?? context.today,
    ...(await knownAtOf(context, input.knownAt)),
    ...withoutAbsent({ kind, dueFrom, dueUntil, overdue }),
    ...(await filterNamed(context, { responsible, addressee, report, theme })),
  };
}
