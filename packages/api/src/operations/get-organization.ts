import { hrefOf } from "../contract/base-path.ts";
import { OrganizationDetail } from "../contract/common.ts";
import { operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";

export const getOrganization = operation({
  id: "getOrganization",
  path: "/organizations/{id}",
  tag: "organizations",
  summary: "One organization; its tag is for the next If-Match",
  params: idParameter,
  output: OrganizationDetail,
  sameForAll: true,
  async handle({ reads }, { id }) {
    const organization = await reads.organization(id);
    if (organization === undefined) throw notFound("organization", id);
    return { version: organization.version, body: { ...organization, href: hrefOf("organizations", id) } };
  },
});
