import { mostBriefs, readBriefing } from "@heed/core/briefing/read-briefing";
import { addresses } from "../address/addresses.ts";
import type { Query } from "../address/query.ts";
import type { Asked } from "../asked/asked.ts";
import { choicesOf } from "../asked/choices.ts";
import { filterAsked } from "../asked/filters.ts";
import type { Page } from "../asked/page.ts";
import { lastPage, pageAsked } from "../asked/parameters.ts";
import { referencesAsked } from "../asked/references.ts";
import { BriefView } from "../components/brief-view.tsx";
import { DocumentLinks } from "../components/document-links.tsx";
import { FilterForm } from "../components/filter-form.tsx";
import { Pager } from "../components/pager.tsx";

/** A chosen set of recommendations, each on a page of its own when printed: three sentences, the years, dates, and a question. */
export async function briefing(asked: Asked): Promise<Page> {
  const { reads, reader, say, asOf, parameters, data } = asked;
  const page = pageAsked(asked, mostBriefs);
  const { responsible, report, theme } = parameters;
  const q = parameters.q?.[0]?.slice(0, 200);
  const reference = await referencesAsked(asked);
  const kept: Query = { q, reference: parameters.reference, responsible, report, theme };
  const isChosen = Object.values(kept).some((value) => value !== undefined);
  const filter = { asOf, ...(await filterAsked(asked, { q, reference, responsible, report, theme })) };
  const paging = { skip: (page - 1) * mostBriefs, limit: isChosen ? mostBriefs : 0, withTotal: true };
  const [answer, choices] = await Promise.all([
    isChosen ? readBriefing(reads, reader, filter, paging) : { items: [], total: 0 },
    choicesOf(asked),
  ]);
  const { items, total = items.length } = answer;
  const title = say.message("briefing.title");
  return {
    title,
    description: say.message("briefing.description", { day: say.day(asOf) }),
    address: addresses.briefing(),
    kept: { ...kept, page: page === 1 ? undefined : page },
    last: lastPage(total, mostBriefs),
    data: data("/briefing", { asOf, q, reference, responsible, report, theme, lang: say.language }),
    body: (
      <>
        <h1 class="govuk-heading-l heed-brief__title">{title}</h1>
        <FilterForm
          asked={asked}
          address={addresses.briefing()}
          words={q ?? ""}
          references={parameters.reference ?? []}
          isFiltered={isChosen}
          filters={choices}
        />
        <p class="govuk-body-l heed-brief__count">
          {isChosen
            ? say.message("briefing.count", { total, day: say.day(asOf) })
            : say.message("briefing.choose", { most: mostBriefs })}
        </p>
        {isChosen && total > 0 && (
          <DocumentLinks
            say={say}
            text="document.briefing"
            address={(format) =>
              data("/documents/briefing", {
                asOf,
                q,
                reference,
                responsible,
                report,
                theme,
                lang: say.language,
                format,
              })
            }
          />
        )}
        {total > mostBriefs && (
          <p class="govuk-inset-text">
            {say.message("briefing.more", {
              first: (page - 1) * mostBriefs + 1,
              last: (page - 1) * mostBriefs + items.length,
              total,
            })}
          </p>
        )}
        {items.map((brief, index) => (
          <BriefView
            key={brief.recommendation.id}
            asked={asked}
            brief={brief}
            place={(page - 1) * mostBriefs + index + 1}
            total={total}
          />
        ))}
        <Pager
          asked={asked}
          address={addresses.briefing()}
          kept={kept}
          page={page}
          hasNext={page * mostBriefs < total}
        />
      </>
    ),
  };
}
