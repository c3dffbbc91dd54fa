import { ShortText } from "@heed/core/text/bounded-text";
import { z } from "zod";
import { hrefOf } from "../contract/base-path.ts";
import { theOrganization } from "../contract/named.ts";
import { operation } from "../contract/operation.ts";
import { address } from "../contract/page.ts";
import { OrganizationChangeList } from "../schemas/register.ts";

export const listOrganizationChanges = operation({
  id: "listOrganizationChanges",
  path: "/organizationChanges",
  tag: "organizations",
  summary: "The changes of organizations, in the order of their days",
  query: z.object({
    organization: ShortText.min(1).optional().describe("The organization, by id, code or name; all when absent."),
  }),
  output: OrganizationChangeList,
  sameForAll: true,
  async handle(context, input) {
    const { organization } = input;
    const named = organization === undefined ? undefined : await theOrganization(context, "organization", organization);
    const changes = await context.reads.organizationChanges(named);
    const items = changes.map((change) => ({ ...change, href: hrefOf("organizationChanges", change.id) }));
    return { body: { self: address("/organizationChanges", input), items, total: items.length } };
  },
});
