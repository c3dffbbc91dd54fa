import { Day, GroupProgress } from "@heed/core";
import { progressGroups } from "@heed/core/read-models/progress-filter";
import { tableOf } from "@heed/core/tables/list-table";
import { rateColumns, rateRows } from "@heed/core/tables/progress-columns";
import { z } from "zod";
import { listOf } from "../contract/common.ts";
import { knownAtOf } from "../contract/known-at.ts";
import { filterNamed } from "../contract/named.ts";
import { type Context, operation } from "../contract/operation.ts";
import { address } from "../contract/page.ts";
import { asOf, knownAt, organizationNames, reportingYears, reportNames, themes } from "../contract/parameters.ts";

const query = z.object({
  asOf,
  knownAt,
  groupBy: z.enum(progressGroups).default("all"),
  reportingYear: reportingYears,
  addressee: organizationNames("The addressee as printed"),
  report: reportNames,
  theme: themes,
});

export const getProgress = operation({
  id: "getProgress",
  path: "/progress",
  tag: "progress",
  summary: "How far it is: counts and rates with their denominators, per group",
  query,
  output: listOf("ProgressList", GroupProgress, { asOf: Day }),
  table: async (context, input) =>
    tableOf(rateColumns, [rateRows((await groupsOf(context, input)).items)], context.language),
  async handle(context, input) {
    const { day, items } = await groupsOf(context, input);
    return {
      body: { self: address("/progress", { ...input, asOf: day }), asOf: day, total: items.length, items },
    };
  },
});

async function groupsOf(context: Context, input: z.output<typeof query>) {
  const day = input.asOf ?? context.today;
  const { groupBy, reportingYear, addressee, report, theme } = input;
  const items = await context.reads.progress(context.reader, {
    asOf: day,
    ...(await knownAtOf(context, input.knownAt)),
    groupBy,
    ...(context.language && { language: context.language }),
    ...(await filterNamed(context, { reportingYear, addressee, report, theme })),
  });
  return { day, items };
}
