import { Day } from "@heed/core";
import { OwingOrganization as CoreOwingOrganization } from "@heed/core/read-models/owing-organization";
import { tableOf } from "@heed/core/tables/list-table";
import { owingColumns } from "@heed/core/tables/owing-columns";
import { withoutAbsent } from "@heed/core/without-absent";
import { z } from "zod";
import { listOf, OrganizationRef } from "../contract/common.ts";
import { knownAtOf } from "../contract/known-at.ts";
import { linked } from "../contract/linked.ts";
import { filterNamed } from "../contract/named.ts";
import { type Context, operation } from "../contract/operation.ts";
import { address } from "../contract/page.ts";
import { against, minDaysOverdue, owed } from "../contract/parameters.ts";
import { organizationRef } from "../schemas/present.ts";

const OwingOrganization = linked(CoreOwingOrganization, { organization: OrganizationRef });

const query = z.object({ ...owed, minDaysOverdue, against });

export const listOwingOrganizations = operation({
  id: "listOwingOrganizations",
  path: "/overdue/organizations",
  tag: "overdue",
  summary: "Who owes what is overdue on a day, the one that owes most first",
  description:
    "How many things each organization owes that are overdue, and by how many days the longest is. The same filters as of what is overdue.",
  query,
  output: listOf("OwingOrganizationList", OwingOrganization, { asOf: Day }),
  table: async (context, input) => tableOf(owingColumns, [(await owingOf(context, input)).items], context.language),
  async handle(context, input) {
    const { asOf, items } = await owingOf(context, input);
    return {
      body: {
        self: address("/overdue/organizations", { ...input, asOf }),
        asOf,
        total: items.length,
        items: items.map(({ organization, ...counts }) => ({ organization: organizationRef(organization), ...counts })),
      },
    };
  },
});

async function owingOf(context: Context, input: z.output<typeof query>) {
  const { kind, minDaysOverdue, against, responsible, addressee, report, theme } = input;
  const asOf = input.asOf ?? context.today;
  const items = await context.reads.owing(context.reader, {
    asOf,
    ...(await knownAtOf(context, input.knownAt)),
    against,
    ...withoutAbsent({ kind, minDaysOverdue }),
    ...(await filterNamed(context, { responsible, addressee, report, theme })),
  });
  return { asOf, items };
}
