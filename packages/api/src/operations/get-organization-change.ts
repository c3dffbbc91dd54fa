import { OrganizationChange } from "@heed/core";
import { z } from "zod";
import { hrefOf } from "../contract/base-path.ts";
import { Href } from "../contract/common.ts";
import { operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";

const OrganizationChangeDetail = z
  .strictObject({ href: Href, organizationChange: OrganizationChange })
  .meta({ id: "OrganizationChangeDetail" });

export const getOrganizationChange = operation({
  id: "getOrganizationChange",
  path: "/organizationChanges/{id}",
  tag: "organizations",
  summary: "One change of organizations",
  params: idParameter,
  output: OrganizationChangeDetail,
  sameForAll: true,
  async handle({ reads }, { id }) {
    const organizationChange = (await reads.organizationChanges(undefined)).find((each) => each.id === id);
    if (organizationChange === undefined) throw notFound("organization change", id);
    return { body: { href: hrefOf("organizationChanges", id), organizationChange } };
  },
});
