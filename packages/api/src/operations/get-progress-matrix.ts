import { Day } from "@heed/core";
import { ProgressMatrixLine } from "@heed/core/read-models/progress-matrix-line";
import { tableOf } from "@heed/core/tables/list-table";
import { matrixColumns, matrixRows } from "@heed/core/tables/progress-columns";
import { z } from "zod";
import { listOf, OrganizationRef } from "../contract/common.ts";
import { knownAtOf } from "../contract/known-at.ts";
import { linked } from "../contract/linked.ts";
import { filterNamed } from "../contract/named.ts";
import { type Context, operation } from "../contract/operation.ts";
import { address } from "../contract/page.ts";
import { asOf, knownAt, organizationNames, reportingYears } from "../contract/parameters.ts";
import { organizationRef } from "../schemas/present.ts";

const query = z.object({
  asOf,
  knownAt,
  reportingYear: reportingYears,
  addressee: organizationNames("The addressee as printed"),
});

export const getProgressMatrix = operation({
  id: "getProgressMatrix",
  path: "/progressMatrix",
  tag: "progress",
  summary: "How far it is: assessed level by reporting year and addressee",
  description:
    "From stored counts, so that any day is answered at once, with only these filters. Follow-ups for information owe nothing and are not counted.",
  query,
  output: listOf("ProgressMatrix", linked(ProgressMatrixLine, { addressee: OrganizationRef }), { asOf: Day }),
  table: async (context, input) =>
    tableOf(matrixColumns, [matrixRows((await linesOf(context, input)).lines)], context.language),
  async handle(context, input) {
    const { day, lines } = await linesOf(context, input);
    return {
      body: {
        self: address("/progressMatrix", { ...input, asOf: day }),
        asOf: day,
        total: lines.length,
        items: lines.map((line) => ({ ...line, addressee: organizationRef(line.addressee) })),
      },
    };
  },
});

async function linesOf(context: Context, { asOf, knownAt, reportingYear, addressee }: z.output<typeof query>) {
  const day = asOf ?? context.today;
  const lines = await context.reads.progressMatrix(context.reader, {
    asOf: day,
    ...(await knownAtOf(context, knownAt)),
    ...(await filterNamed(context, { reportingYear, addressee })),
  });
  return { day, lines };
}
