import { DomainError } from "@heed/core";
import { Movement } from "@heed/core/comparison/movement";
import { cycleComparison } from "@heed/core/cycle-comparison/cycle-comparison";
import { type ComparisonFilter, comparedDays } from "@heed/core/read-models/comparison-filter";
import { comparisonColumns } from "@heed/core/tables/comparison-columns";
import { tableOf } from "@heed/core/tables/list-table";
import { ShortText } from "@heed/core/text/bounded-text";
import { AsOf } from "@heed/core/time/day";
import { z } from "zod";
import { knownAtOf } from "../contract/known-at.ts";
import { filterNamed, theCycle } from "../contract/named.ts";
import { type Context, operation } from "../contract/operation.ts";
import { pageBody, pagingOf } from "../contract/page.ts";
import { followUpsOnLastDay, knownAt, paging, several } from "../contract/parameters.ts";
import { ComparisonList } from "../schemas/comparison.ts";
import { followUpItem } from "../schemas/present.ts";

const query = z.object({
  from: AsOf.optional().describe("The first day; a year before the last one when absent."),
  to: AsOf.optional().describe("The last day, past or future; today when absent."),
  reportingCycle: ShortText.min(1)
    .optional()
    .describe(
      "A reporting cycle, by id or year, against the one before it of its issuing body: it gives the days and the body.",
    ),
  knownAt,
  movement: several(Movement, "How it moved; the counts are of all"),
  ...followUpsOnLastDay,
  ...paging,
});

export const getComparison = operation({
  id: "getComparison",
  path: "/comparison",
  tag: "changes",
  summary: "Two days side by side: how many follow-ups have each answer, and how each moved",
  description:
    "`before` and `after` count the answers on the two days, `totalsByMovement` how many follow-ups moved in each way: each follow-up of the last day in one. The items are the follow-ups that moved as `movement` asks. Those for information are not counted (R5).",
  query,
  output: ComparisonList,
  table: async (context, input) => {
    const items = context.reads.comparisonItems(context.reader, await filterOf(context, input));
    return tableOf(comparisonColumns, items, context.language);
  },
  async handle(context, input) {
    const filter = await filterOf(context, input);
    const answer = await context.reads.comparison(context.reader, filter, pagingOf(input));
    const { from, to, before, after, totalsByMovement } = answer;
    const asked = input.reportingCycle === undefined ? { ...input, from, to } : input;
    return {
      body: { ...pageBody("/comparison", asked, answer, followUpItem), from, to, before, after, totalsByMovement },
    };
  },
});

/** Errors: invalidInput when the last day is before the first, or days are given for a cycle, or it has not opened. */
async function filterOf(context: Context, input: z.output<typeof query>): Promise<ComparisonFilter> {
  const { movement, issuingBody, responsible, addressee, report, theme } = input;
  return {
    ...(await filterNamed(context, { issuingBody, responsible, addressee, report, theme })),
    ...(input.reportingCycle === undefined
      ? comparedDays({ from: "from", to: "to" }, input, context.today)
      : await daysOfCycle(context, input.reportingCycle, input)),
    ...(await knownAtOf(context, input.knownAt)),
    ...(movement && { movement }),
  };
}

async function daysOfCycle(
  { reads, today }: Context,
  name: string,
  given: Pick<z.output<typeof query>, "from" | "to" | "issuingBody">,
): Promise<Pick<ComparisonFilter, "from" | "to" | "issuingBody">> {
  const other = (["from", "to", "issuingBody"] as const).find((each) => given[each] !== undefined);
  if (other !== undefined)
    throw new DomainError("invalidInput", "a reporting cycle has its own days and issuing body", [
      { name: other, value: String(given[other]), detail: "cannot be asked with reportingCycle" },
    ]);
  const detail = await reads.reportingCycle(await theCycle(reads, name, { in: "query", name: "reportingCycle" }));
  const days = detail && (await cycleComparison(reads, detail.cycle, today));
  if (days === undefined)
    throw new DomainError("invalidInput", "there is nothing to compare yet", [
      { name: "reportingCycle", value: name, detail: "it has not opened" },
    ]);
  const { from, to, issuingBody } = days;
  return { from, to, issuingBody };
}
