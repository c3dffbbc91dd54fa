import { Day } from "@heed/core";
import { ItemKindName } from "@heed/core/collected-item/item-kinds";
import { allPages } from "@heed/core/read-models/all-pages";
import type { CollectedItemFilter } from "@heed/core/read-models/collected-item-filter";
import { collectedItemColumns } from "@heed/core/tables/collected-item-columns";
import { tableOf } from "@heed/core/tables/list-table";
import { LongText, ShortText } from "@heed/core/text/bounded-text";
import { withoutAbsent } from "@heed/core/without-absent";
import { z } from "zod";
import { hrefOf } from "../contract/base-path.ts";
import { itemFilterNamed } from "../contract/named.ts";
import { type Context, operation } from "../contract/operation.ts";
import { pageBody, pagingOf } from "../contract/page.ts";
import { organizationNames, paging, reportingYears, several } from "../contract/parameters.ts";
import { CollectedItemList } from "../schemas/collected-item.ts";

const filters = z.object({
  kind: several(ItemKindName, "What it is"),
  issuingBody: organizationNames("Who collects it"),
  reference: several(ShortText.min(1), "The reference; its own only among what one body collects"),
  year: reportingYears.describe('The year whose report it belongs to; repeated values mean "or".'),
  theme: several(ShortText.min(1), "The theme, as it is written there"),
  q: LongText.min(1).max(1_000).optional().describe("Words; each begins a word of it."),
  hidden: z.boolean().optional().describe("Whether it is confidential or withdrawn; seen by who keeps the record."),
  toEraseOn: Day.optional().describe(
    "Contacts that were to be kept until a day before this one: somebody erases them.",
  ),
});

export const listCollectedItems = operation({
  id: "listCollectedItems",
  path: "/collectedItems",
  tag: "collected",
  summary: "What bodies collected, the newest year first, and within it the latest",
  query: filters.extend(paging),
  output: CollectedItemList,
  table: async (context, input) => {
    const filter = await filterOf(context, input);
    const pages = allPages((part) => context.reads.collectedItems(context.reader, filter, part));
    return tableOf(
      collectedItemColumns(filter.kind, { isForProgram: context.language === undefined }),
      pages,
      context.language,
    );
  },
  async handle(context, input) {
    const page = await context.reads.collectedItems(context.reader, await filterOf(context, input), pagingOf(input));
    return {
      body: pageBody(
        "/collectedItems",
        input,
        page,
        ({ issuingBodyName: name, issuingBodyCode: code, issuingBody, ...item }) => ({
          ...item,
          href: hrefOf("collectedItems", item.id),
          issuingBody: { id: issuingBody, code, name, href: hrefOf("organizations", issuingBody) },
        }),
      ),
    };
  },
});

async function filterOf(context: Context, input: z.output<typeof filters>): Promise<CollectedItemFilter> {
  const { issuingBody, kind, reference, year, theme, q, hidden, toEraseOn } = input;
  const named = await itemFilterNamed(context, { issuingBody, reference, year, theme, q });
  return withoutAbsent({ ...named, kind, hidden, toEraseOn });
}
