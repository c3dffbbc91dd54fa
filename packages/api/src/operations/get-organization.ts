import { hrefOf } from "../base-path.ts";
import { notFound } from "../http/problem.ts";
import { operation } from "../operation.ts";
import { Organization } from "../schemas/common.ts";
import { idParameter } from "../schemas/parameters.ts";

export const getOrganization = operation({
  id: "getOrganization",
  path: "/organizations/{id}",
  tag: "organizations",
  summary: "One organization",
  params: idParameter,
  output: Organization,
  single: true,
  sameForAll: true,
  async handle({ reads }, { id }) {
    const organization = await reads.organization(id);
    if (organization === undefined) throw notFound("organization", id);
    return { body: { ...organization, href: hrefOf("organizations", id) } };
  },
});
