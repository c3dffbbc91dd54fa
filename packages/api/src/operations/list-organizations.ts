import { z } from "zod";
import { hrefOf } from "../base-path.ts";
import { operation } from "../operation.ts";
import { pageBody } from "../page.ts";
import { listOf, Organization } from "../schemas/common.ts";
import { paging } from "../schemas/parameters.ts";

export const listOrganizations = operation({
  id: "listOrganizations",
  path: "/organizations",
  tag: "organizations",
  summary: "The bodies that issue, receive or contribute, in order of their codes",
  query: z.object(paging),
  output: listOf("OrganizationList", Organization),
  async handle({ reads }, input) {
    const { pageSize, after, withTotal } = input;
    const page = await reads.organizations({ limit: pageSize, withTotal, ...(after && { after }) });
    return {
      body: pageBody("/organizations", input, page, (each) => ({ ...each, href: hrefOf("organizations", each.id) })),
    };
  },
});
