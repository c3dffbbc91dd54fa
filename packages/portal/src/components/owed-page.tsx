import { OverdueKind } from "@heed/core";
import type { ObligationItem } from "@heed/core/read-models/obligation-item";
import type { Paging } from "@heed/core/read-models/paging";
import type { Query } from "../address/query.ts";
import type { Asked } from "../asked/asked.ts";
import { choicesOf } from "../asked/choices.ts";
import type { Feed } from "../asked/feed.ts";
import { type OwedFilter, owedAsked } from "../asked/owed-asked.ts";
import type { Page } from "../asked/page.ts";
import { codesAsked, lastPage, pageAsked } from "../asked/parameters.ts";
import { FeedLinks } from "./feed-links.tsx";
import { FilterForm } from "./filter-form.tsx";
import { OwedList } from "./owed-list.tsx";

const pageSize = 25;

type Listing<Code extends string> = {
  title: string;
  description: string;
  address: string;
  /** The filter that this list has alone. */
  own: { name: "days" | "due"; codes: readonly Code[]; text: (code: Code) => string };
  /** What the list says of the number of its items. */
  lead: (total: number) => string;
  /** The list of the service that has the same, and its parameter for the list's own filter. */
  list: { name: string; parameter: string; value: (code: Code) => string };
  /** The same list as programs follow it. */
  feeds?: (kept: Query) => readonly Feed[];
  read: (
    filter: OwedFilter,
    own: Code | undefined,
    paging: Paging,
  ) => Promise<{ items: readonly ObligationItem[]; total?: number }>;
};

/** A list of what is owed on the day, with its filters, page by page. */
export async function owedPage<Code extends string>(asked: Asked, listing: Listing<Code>): Promise<Page> {
  const { say, asOf, parameters, data } = asked;
  const { title, description, address, own, list, lead, read, feeds } = listing;
  const page = pageAsked(asked, pageSize);
  const { responsible, report, theme } = parameters;
  const filter = await owedAsked(asked);
  const { kind, dueFrom: dueOn } = filter;
  const due = dueOn && { dueFrom: dueOn, dueUntil: dueOn };
  const [code] = codesAsked(asked, own.name, own.codes) ?? [];
  const [answer, choices] = await Promise.all([
    read(filter, code, { limit: pageSize, skip: (page - 1) * pageSize }),
    choicesOf(asked),
  ]);
  const { items, total = items.length } = answer;
  const kept: Query = { kind, [own.name]: code, dueOn, responsible, report, theme };
  const sameData = { asOf, kind, ...due, [list.parameter]: code && list.value(code), responsible, report, theme };
  return {
    title,
    description,
    address,
    kept: { ...kept, page: page === 1 ? undefined : page },
    last: lastPage(total, pageSize),
    data: data(`/${list.name}`, sameData),
    ...(feeds && { feeds: feeds(kept) }),
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <FilterForm
          asked={asked}
          address={address}
          isFiltered={Object.values(kept).some((value) => value !== undefined)}
          filters={[
            {
              name: "kind",
              choices: OverdueKind.options.map((value) => ({ value, text: say.label("overdueKind", value) })),
            },
            { name: own.name, choices: own.codes.map((value) => ({ value, text: own.text(value) })) },
            ...choices,
          ]}
        />
        <p class="govuk-body-l">
          {lead(total)} {dueOn && say.message("owed.dueOn", { day: say.day(dueOn) })}
        </p>
        <OwedList
          asked={asked}
          items={items}
          address={address}
          kept={kept}
          page={page}
          hasNext={page * pageSize < total}
          download={{ list: list.name, query: sameData, total }}
        />
        {feeds && <FeedLinks feeds={feeds(kept)} />}
      </>
    ),
  };
}
