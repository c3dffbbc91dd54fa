import { Day } from "@heed/core";
import { z } from "zod";
import { listOf } from "../contract/common.ts";
import { knownAtOf } from "../contract/known-at.ts";
import { filterNamed } from "../contract/named.ts";
import { operation } from "../contract/operation.ts";
import { address } from "../contract/page.ts";
import { asOf, knownAt, organizationNames, reportingYears, reportNames, themes } from "../contract/parameters.ts";

const counts = z.record(z.string(), z.int());

const Rate = z
  .strictObject({
    name: z.enum(["responded", "accepted", "implemented"]),
    numerator: z.int(),
    denominator: z.int(),
    cohort: z.string().describe("What the denominator counts."),
    asOf: Day,
    tooYoung: z.int().describe("Too young to judge: in neither number."),
    notAssessed: z
      .int()
      .optional()
      .describe(
        "Only for the rate of implemented ones: those that the issuing body has not assessed, in neither number: silence is not a finding.",
      ),
    undetermined: z.int().describe("Undetermined: in neither number."),
  })
  .meta({ id: "Rate", description: "A share, always with the numbers behind it (R13)." });

const GroupProgress = z
  .strictObject({
    group: z.string(),
    label: z.string(),
    followUps: z.int(),
    byPosition: counts,
    byReported: counts,
    byAssessed: counts,
    byLifecycle: counts,
    closedBySingleReader: z.int().describe("Of the closed ones, those that nobody but the assessor read (R35)."),
    rates: z.array(Rate),
  })
  .meta({ id: "GroupProgress", description: "The counts and rates of one group of follow-ups." });

export const getProgress = operation({
  id: "getProgress",
  path: "/progress",
  tag: "progress",
  summary: "How far it is: counts and rates with their denominators, per group",
  query: z.object({
    asOf,
    knownAt,
    groupBy: z.enum(["all", "addressee", "responsible", "reportingYear", "theme", "report"]).default("all"),
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
