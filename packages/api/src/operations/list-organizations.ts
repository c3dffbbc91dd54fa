import { Day } from "@heed/core";
import { allPages } from "@heed/core/read-models/all-pages";
import { tableOf } from "@heed/core/tables/list-table";
import { organizationColumns } from "@heed/core/tables/register-columns";
import { withoutAbsent } from "@heed/core/without-absent";
import { z } from "zod";
import { hrefOf } from "../contract/base-path.ts";
import { listOf, Organization } from "../contract/common.ts";
import { operation } from "../contract/operation.ts";
import { pageBody, pagingOf } from "../contract/page.ts";
import { paging } from "../contract/parameters.ts";

export const listOrganizations = operation({
  id: "listOrganizations",
  path: "/organizations",
  tag: "organizations",
  summary: "The bodies that issue, receive or contribute, in order of their codes",
  query: z.object({ validOn: Day.optional().describe("Only organizations that existed on that day."), ...paging }),
  output: listOf("OrganizationList", Organization),
  sameForAll: true,
  table: async ({ reads, language }, { validOn }) =>
    tableOf(
      organizationColumns,
      allPages((part) => reads.organizations(withoutAbsent({ validOn }), part)),
      language,
    ),
  async handle({ reads }, input) {
    const { validOn } = input;
    const page = await reads.organizations(withoutAbsent({ validOn }), pagingOf(input));
    return {
      body: pageBody("/organizations", input, page, (each) => ({ ...each, href: hrefOf("organizations", each.id) })),
    };
  },
});
