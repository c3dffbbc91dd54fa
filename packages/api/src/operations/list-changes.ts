import { ChangeKind } from "@heed/core/follow-up/changes/change";
import { type ChangeFilter, changePeriod } from "@heed/core/read-models/change-filter";
import { changeColumns } from "@heed/core/tables/change-columns";
import { tableOf } from "@heed/core/tables/list-table";
import { AsOf } from "@heed/core/time/day";
import { z } from "zod";
import { knownAtOf } from "../contract/known-at.ts";
import { filterNamed } from "../contract/named.ts";
import { type Context, operation } from "../contract/operation.ts";
import { pageBody, pagingOf } from "../contract/page.ts";
import { followUpsOnLastDay, knownAt, paging, several } from "../contract/parameters.ts";
import { ChangeList } from "../schemas/changes.ts";
import { followUpItem } from "../schemas/present.ts";

const query = z.object({
  from: AsOf.optional().describe("The first day; thirty days before the last one when absent."),
  to: AsOf.optional().describe("The last day, past or future; today when absent."),
  knownAt,
  kind: several(ChangeKind, "What changed"),
  ...followUpsOnLastDay,
  ...paging,
});

export const listChanges = operation({
  id: "listChanges",
  path: "/changes",
  tag: "changes",
  summary: "What changed between two days, both included, the newest first",
  description:
    "By what is known now, or was at `knownAt`: what was recorded later about these days is there too, what was retracted is not. With `withTotal`, `totalsByKind` counts all that match.",
  query,
  output: ChangeList,
  table: async (context, input) => {
    const items = context.reads.changeItems(context.reader, await filterOf(context, input));
    return tableOf(changeColumns, items, context.language);
  },
  async handle(context, input) {
    const filter = await filterOf(context, input);
    const answer = await context.reads.changes(context.reader, filter, pagingOf(input));
    const { from, to, totalsByKind } = answer;
    return {
      body: {
        ...pageBody("/changes", { ...input, from, to }, answer, followUpItem),
        from,
        to,
        ...(totalsByKind && { totalsByKind }),
      },
    };
  },
});

/** Errors: invalidInput when the last day is before the first. */
async function filterOf(context: Context, input: z.output<typeof query>): Promise<ChangeFilter> {
  const { kind, issuingBody, responsible, addressee, report, theme } = input;
  return {
    ...changePeriod({ from: "from", to: "to" }, input, context.today),
    ...(await knownAtOf(context, input.knownAt)),
    ...(kind && { kind }),
    ...(await filterNamed(context, { issuingBody, responsible, addressee, report, theme })),
  };
}
