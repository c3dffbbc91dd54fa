import { ItemKindName } from "@heed/core/collected-item/item-kinds";
import type { CollectedItemFilter } from "@heed/core/read-models/collected-item-filter";
import { withoutAbsent } from "@heed/core/without-absent";
import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import { itemFilterAsked } from "../asked/filters.ts";
import type { Page } from "../asked/page.ts";
import { codesAsked, lastPage, pageAsked, yearsAsked } from "../asked/parameters.ts";
import { CollectedItemRow } from "../components/collected-item-row.tsx";
import { Downloads } from "../components/downloads.tsx";
import { FilterForm } from "../components/filter-form.tsx";
import { Pager } from "../components/pager.tsx";

const pageSize = 50;

/** What bodies collected for their reports: laws, judgments, cases, practices. */
export async function collectedItems(asked: Asked): Promise<Page> {
  const { reads, reader, say, parameters, data } = asked;
  const page = pageAsked(asked, pageSize);
  const kind = codesAsked(asked, "kind", ItemKindName.options);
  const year = yearsAsked(asked, "year");
  const { theme } = parameters;
  const q = parameters.q?.[0]?.slice(0, 200);
  const filter: CollectedItemFilter = withoutAbsent({ ...(await itemFilterAsked(asked, { year, theme, q })), kind });
  const {
    items,
    next,
    total = 0,
  } = await reads.collectedItems(reader, filter, { limit: pageSize, skip: (page - 1) * pageSize, withTotal: true });
  const kept = { kind: kind?.[0], year: year?.map(String), theme, q };
  const title = say.message("nav.collectedItems");
  const address = addresses.collectedItems();
  return {
    title,
    description: say.message("collected.description"),
    address,
    kept: { ...kept, page: page === 1 ? undefined : page },
    last: lastPage(total, pageSize),
    data: data("/collectedItems", kept),
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{say.message("collected.description")}</p>
        <FilterForm
          asked={asked}
          address={address}
          words={q ?? ""}
          isFiltered={Object.values(kept).some((value) => value !== undefined)}
          filters={[
            {
              name: "kind",
              label: say.message("collected.kind"),
              choices: ItemKindName.options.map((value) => ({ value, text: say.label("collectedItemKind", value) })),
            },
          ]}
        />
        <Downloads asked={asked} list="collectedItems" query={kept} total={total} />
        {items.length === 0 ? (
          <p class="govuk-body">{say.message("collected.none")}</p>
        ) : (
          <ol class="heed-list">
            {items.map((item) => (
              <CollectedItemRow asked={asked} item={item} key={item.id} />
            ))}
          </ol>
        )}
        <Pager asked={asked} address={address} kept={kept} page={page} hasNext={next !== undefined} />
      </>
    ),
  };
}
