import { Day, GroupProgress } from "@heed/core";
import { progressGroups } from "@heed/core/read-models/progress-filter";
import { z } from "zod";
import { listOf } from "../contract/common.ts";
import { knownAtOf } from "../contract/known-at.ts";
import { filterNamed } from "../contract/named.ts";
import { operation } from "../contract/operation.ts";
import { address } from "../contract/page.ts";
import { asOf, knownAt, organizationNames, reportingYears, reportNames, themes } from "../contract/parameters.ts";

export const getProgress = operation({
  id: "getProgress",
  path: "/progress",
  tag: "progress",
  summary: "How far it is: counts and rates with their denominators, per group",
  query: z.object({
    asOf,
    knownAt,
    groupBy: z.enum(progressGroups).default("all"),
    reportingYear: reportingYears,
    addressee: organizationNames("The addressee as printed"),
    report: reportNames,
    theme: themes,
  }),
  output: listOf("ProgressList", GroupProgress, { asOf: Day }),
  async handle(context, input) {
    const day = input.asOf ?? context.today;
    const { groupBy, reportingYear, addressee, report, theme } = input;
    const items = await context.reads.progress(context.reader, {
      asOf: day,
      ...(await knownAtOf(context, input.knownAt)),
      groupBy,
      ...(context.language && { language: context.language }),
      ...(await filterNamed(context, { reportingYear, addressee, report, theme })),
    });
    return {
      body: { self: address("/progress", { ...input, asOf: day }), asOf: day, total: items.length, items },
    };
  },
});
