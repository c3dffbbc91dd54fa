import { OverdueKind } from "@heed/core";
import type { ObligationFilter } from "@heed/core/read-models/obligation-filter";
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

const whether = ["overdue", "notYet"] as const;

/** Everything owed on the day, due or not yet, by date. */
export async function owed(asked: Asked): Promise<Page> {
  const { reads, reader, say, asOf, parameters, data } = asked;
  const page = pageAsked(asked, pageSize);
  const { responsible, report, theme } = parameters;
  const kind = codesAsked(asked, "kind", OverdueKind.options);
  const [due] = codesAsked(asked, "due", whether) ?? [];
  const filter: ObligationFilter = {
    asOf,
    ...(kind && { kind }),
    ...(await filterAsked(asked, { responsible, report, theme })),
    ...(due && { overdue: due === "overdue" }),
  };
  const [answer, choices] = await Promise.all([
    reads.obligations(reader, filter, { limit: pageSize, skip: (page - 1) * pageSize, withTotal: true }),
    choicesOf(asked),
  ]);
  const kept: Query = { kind, due, responsible, report, theme };
  const parametersOfData = {
    ...{ asOf, kind, responsible, report, theme },
    overdue: due && String(due === "overdue"),
  };
  const total = answer.total ?? answer.items.length;
  const day = say.day(asOf);
  return {
    title: say.message("owed.page.title"),
    description: say.message("owed.page.description", { day }),
    address: addresses.owed(),
    kept: { ...kept, page: page === 1 ? undefined : page },
    data: data("/obligations", parametersOfData),
    body: (
      <>
        <h1 class="govuk-heading-l">{say.message("owed.page.title")}</h1>
        <FilterForm
          asked={asked}
          address={addresses.owed()}
          isFiltered={Object.values(kept).some((value) => value !== undefined)}
          filters={[
            {
              name: "kind",
              choices: OverdueKind.options.map((value) => ({ value, text: say.label("overdueKind", value) })),
            },
            { name: "due", choices: whether.map((value) => ({ value, text: say.message(`owed.due.${value}`) })) },
            ...choices,
          ]}
        />
        <p class="govuk-body-l">
          {say.message("owed.page.count", { total, day })} {total > 1 && say.message("owed.page.order")}
        </p>
        <OwedList
          asked={asked}
          items={answer.items}
          address={addresses.owed()}
          kept={kept}
          page={page}
          hasNext={page * pageSize < total}
          download={data("/exports/obligations", { ...parametersOfData, lang: say.language })}
        />
      </>
    ),
  };
}
