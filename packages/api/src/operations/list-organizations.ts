import { Day } from "@heed/core";
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
  async handle({ reads }, input) {
    const { validOn } = input;
    const page = await reads.organizations(validOn === undefined ? {} : { validOn }, pagingOf(input));
    return {
      body: pageBody("/organizations", input, page, (each) => ({ ...each, href: hrefOf("organizations", each.id) })),
    };
  },
});
