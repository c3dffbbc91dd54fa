import { OverdueKind } from "@heed/core";
import type { OverdueFilter } from "@heed/core/read-models/overdue-filter";
import { addresses } from "../address/addresses.ts";
import type { Query } from "../address/query.ts";
import type { Asked } from "../asked/asked.ts";
import { choicesOf } from "../asked/choices.ts";
import { filterAsked } from "../asked/filters.ts";
import type { Page } from "../asked/page.ts";
import { codesAsked, pageAsked } from "../asked/parameters.ts";
import { FilterForm } from "../components/filter-form.tsx";
import { OwedList } from "../components/owed-list.tsx";

const pageSize = 25;

/** The choices of the filter by age: at least this number of days. */
const ages = ["31", "91", "181", "366"] as const;

/** What is overdue on the day, the longest first: each thing with its reason, and its days by both dates. */
export async function overdue(asked: Asked): Promise<Page> {
  const { reads, reader, say, asOf, parameters, data } = asked;
  const page = pageAsked(asked, pageSize);
  const { responsible, report, theme } = parameters;
  const kind = codesAsked(asked, "kind", OverdueKind.options);
  const [age] = codesAsked(asked, "days", ages) ?? [];
  const filter: OverdueFilter = {
    asOf,
    ...(kind && { kind }),
    ...(await filterAsked(asked, { responsible, report, theme })),
    ...(age !== undefined && { minDaysOverdue: Number(age) }),
  };
  const [answer, choices] = await Promise.all([
    reads.overdue(reader, filter, { limit: pageSize, skip: (page - 1) * pageSize }),
    choicesOf(asked),
  ]);
  const kept: Query = { kind, days: age, responsible, report, theme };
  const day = say.day(asOf);
  return {
    title: say.message("overdue.title"),
    description: say.message("overdue.description", { day }),
    address: addresses.overdue(),
    kept: { ...kept, page: page === 1 ? undefined : page },
    data: data("/overdue", { asOf, kind, minDaysOverdue: age, responsible, report, theme }),
    body: (
      <>
        <h1 class="govuk-heading-l">{say.message("overdue.title")}</h1>
        <FilterForm
          asked={asked}
          address={addresses.overdue()}
          isFiltered={Object.values(kept).some((value) => value !== undefined)}
          filters={[
            {
              name: "kind",
              choices: OverdueKind.options.map((value) => ({ value, text: say.label("overdueKind", value) })),
            },
            {
              name: "days",
              choices: ages.map((value) => ({
                value,
                text: say.message("overdue.more", { days: Number(value) - 1 }),
              })),
            },
            ...choices,
          ]}
        />
        <p class="govuk-body-l">
          {say.message("overdue.count", { total: answer.total, day })}{" "}
          {answer.total > 1 && say.message("overdue.order")}
        </p>
        <OwedList
          asked={asked}
          items={answer.items}
          address={addresses.overdue()}
          kept={kept}
          page={page}
          hasNext={page * pageSize < answer.total}
          download={data("/exports/overdue", {
            ...{ asOf, kind, minDaysOverdue: age, responsible, report, theme, lang: say.language },
          })}
        />
      </>
    ),
  };
}
