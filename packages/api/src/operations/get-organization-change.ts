import { OrganizationChange } from "@heed/core";
import { z } from "zod";
import { hrefOf } from "../base-path.ts";
import { notFound } from "../http/problem.ts";
import { operation } from "../operation.ts";
import { Href } from "../schemas/common.ts";
import { idParameter } from "../schemas/parameters.ts";

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
  single: true,
  sameForAll: true,
  async handle({ reads }, { id }) {
    const organizationChange = (await reads.organizationChanges(undefined)).find((each) => each.id === id);
    if (organizationChange === undefined) throw notFound("organization change", id);
    return { body: { href: hrefOf("organizationChanges", id), organizationChange } };
  },
});
