import { Day } from "@heed/core";
import { z } from "zod";
import { hrefOf } from "../base-path.ts";
import { operation } from "../operation.ts";
import { pageBody, pagingOf } from "../page.ts";
import { listOf, Organization } from "../schemas/common.ts";
import { paging } from "../schemas/parameters.ts";

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
