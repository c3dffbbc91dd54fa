import type { Day } from "@heed/core";
import { Movement } from "@heed/core/comparison/movement";
import { type ComparisonFilter, comparedDays } from "@heed/core/read-models/comparison-filter";
import { addresses } from "../address/addresses.ts";
import type { Query } from "../address/query.ts";
import type { Asked } from "../asked/asked.ts";
import { choicesOf } from "../asked/choices.ts";
import { filterAsked } from "../asked/filters.ts";
import type { Page } from "../asked/page.ts";
import { codesAsked, lastPage, pageAsked, periodAsked } from "../asked/parameters.ts";
import type { Overdue } from "../components/answers-table.tsx";
import { ComparedFollowUps } from "../components/compared-follow-ups.tsx";
import { ComparisonView, toldBetween } from "../components/comparison-view.tsx";
import { Downloads } from "../components/downloads.tsx";
import { FilterForm } from "../components/filter-form.tsx";
import { Pager } from "../components/pager.tsx";

const pageSize = 25;

/** Two days side by side, the day of the page and a year before or another one: the answers, and who moved. */
export async function comparison(asked: Asked): Promise<Page> {
  const { reads, reader, say, asOf, parameters, data } = asked;
  const page = pageAsked(asked, pageSize);
  const { issuingBody, responsible, report, theme } = parameters;
  const [movement] = codesAsked(asked, "movement", Movement.options) ?? [];
  const period = periodAsked(asked, comparedDays({ from: "from", to: "asOf" }, {}, asOf).from);
  const filter: ComparisonFilter = {
    ...period,
    ...(await filterAsked(asked, { issuingBody, responsible, report, theme })),
  };
  const paging = movement === undefined ? { limit: 0 } : { limit: pageSize, skip: (page - 1) * pageSize };
  const [answer, between, choices, overdue] = await Promise.all([
    reads.comparison(reader, { ...filter, ...(movement && { movement: [movement] }) }, paging),
    reads.changes(reader, { ...filter, kind: toldBetween }, { limit: 0, withTotal: true }),
    choicesOf(asked),
    overdueOnBoth(asked, filter),
  ]);
  const { totalsByMovement, items } = answer;
  const kept: Query = { from: parameters.from && period.from, movement, issuingBody, responsible, report, theme };
  const sameData: Query = { ...period, movement, issuingBody, responsible, report, theme };
  const days = { from: say.day(period.from), to: say.day(asOf) };
  const count = movement === undefined ? 0 : totalsByMovement[movement];
  return {
    title: say.message("comparison.title", days),
    description: say.message("comparison.description", days),
    address: addresses.comparison(),
    kept: { ...kept, page: page === 1 ? undefined : page },
    last: lastPage(count, pageSize),
    data: data("/comparison", sameData),
    body: (
      <>
        <h1 class="govuk-heading-l">{say.message("comparison.title", days)}</h1>
        <FilterForm
          asked={asked}
          address={addresses.comparison()}
          from={period.from}
          isFiltered={Object.values(kept).some((value) => value !== undefined)}
          filters={[
            {
              name: "movement",
              choices: Movement.options.map((value) => ({ value, text: say.label("movement", value) })),
            },
            ...choices,
          ]}
        />
        {movement !== undefined && (
          <section>
            <h2 class="govuk-heading-m">
              {say.label("movement", movement)}
              {say.colon}
              {say.number(count)}
            </h2>
            <ComparedFollowUps asked={asked} items={items} />
            <Pager
              asked={asked}
              address={addresses.comparison()}
              kept={kept}
              page={page}
              hasNext={page * pageSize < count}
            />
          </section>
        )}
        <ComparisonView
          asked={asked}
          comparison={answer}
          between={between.totalsByKind ?? {}}
          kept={{ ...kept, from: period.from, movement: undefined }}
          overdue={overdue}
        />
        <Downloads asked={asked} list="comparison" query={sameData} />
      </>
    ),
  };
}

/** How much was overdue on the two days. The lists of what is overdue are not asked by issuing body. */
async function overdueOnBoth(
  { reads, reader }: Asked,
  { from, to, issuingBody, movement: _, ...others }: ComparisonFilter,
): Promise<Overdue | undefined> {
  if (issuingBody !== undefined) return undefined;
  const on = async (asOf: Day) => (await reads.overdue(reader, { ...others, asOf }, { limit: 1 })).total;
  const [before, after] = await Promise.all([on(from), on(to)]);
  return { before, after };
}
