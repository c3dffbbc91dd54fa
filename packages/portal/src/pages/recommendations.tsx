import { AssessedLevel, Lifecycle, Position } from "@heed/core";
import type { RecommendationFilter } from "@heed/core/read-models/recommendation-filter";
import { addresses } from "../address/addresses.ts";
import type { Query } from "../address/query.ts";
import type { Asked } from "../asked/asked.ts";
import { choicesOf } from "../asked/choices.ts";
import { filterAsked } from "../asked/filters.ts";
import type { Page } from "../asked/page.ts";
import { codesAsked, lastPage, pageAsked } from "../asked/parameters.ts";
import { BriefingLink } from "../components/briefing-link.tsx";
import { Downloads } from "../components/downloads.tsx";
import { FilterForm } from "../components/filter-form.tsx";
import { Pager } from "../components/pager.tsx";
import { RecommendationList } from "../components/recommendation-list.tsx";
import { shown } from "../language/say.ts";

const pageSize = 25;

/** What can be asked for that is no property of a follow-up alone. */
const kinds = [
  "divergent",
  "unverified",
  "longOutstanding",
  "acceptanceWithdrawn",
  "undecided",
  "withoutAddressee",
] as const;

/** Recommendations found by words and by how they stand, the newest reporting year first. */
export async function recommendations(asked: Asked): Promise<Page> {
  const { reads, reader, say, asOf, parameters, data } = asked;
  const page = pageAsked(asked, pageSize);
  const { responsible, report, theme } = parameters;
  const q = parameters.q?.[0]?.slice(0, 200);
  const position = codesAsked(asked, "position", Position.options);
  const assessed = codesAsked(asked, "assessed", AssessedLevel.options);
  const lifecycle = codesAsked(asked, "lifecycle", Lifecycle.options);
  const [kind] = codesAsked(asked, "show", kinds) ?? [];
  const filter: RecommendationFilter = {
    asOf,
    ...(await filterAsked(asked, { responsible, report, theme, q })),
    ...(position && { position }),
    ...(assessed && { assessed }),
    ...(lifecycle && { lifecycle }),
    ...(kind && { [kind]: true }),
  };
  const [answer, choices] = await Promise.all([
    reads.recommendations(reader, filter, { limit: pageSize, skip: (page - 1) * pageSize, withTotal: true }),
    choicesOf(asked),
  ]);
  const kept: Query = { q, responsible, report, theme, position, assessed, lifecycle, show: kind };
  const sameData = {
    ...{ asOf, q, responsible, report, theme, position, assessed, lifecycle },
    ...(kind && { [kind]: "true" }),
  };
  const total = answer.total ?? answer.items.length;
  const title = q === undefined ? say.message("nav.recommendations") : say.message("list.found", { words: shown(q) });
  return {
    title,
    description: say.message("list.description", { day: say.day(asOf) }),
    address: addresses.recommendations(),
    kept: { ...kept, page: page === 1 ? undefined : page },
    last: lastPage(total, pageSize),
    data: data("/recommendations", sameData),
    body: (
      <>
        <h1 class="govuk-heading-l">
          <bdi>{title}</bdi>
        </h1>
        <FilterForm
          asked={asked}
          address={addresses.recommendations()}
          words={q ?? ""}
          isFiltered={Object.values(kept).some((value) => value !== undefined)}
          filters={[
            ...choices,
            { name: "position", choices: codes(Position.options, (code) => say.label("position", code)) },
            { name: "assessed", choices: codes(AssessedLevel.options, (code) => say.label("assessedLevel", code)) },
            { name: "lifecycle", choices: codes(Lifecycle.options, (code) => say.label("lifecycle", code)) },
            { name: "show", choices: codes(kinds, (code) => say.message(`list.${code}`)) },
          ]}
        />
        <h2 class="govuk-heading-m">{say.message("list.count", { total })}</h2>
        {total > 0 && <BriefingLink asked={asked} chosen={{ q, responsible, report, theme }} />}
        {kind && <p class="govuk-body">{say.message(`list.${kind}`)}</p>}
        <Downloads asked={asked} list="recommendations" query={sameData} total={total} />
        <RecommendationList asked={asked} items={answer.items} />
        <Pager
          asked={asked}
          address={addresses.recommendations()}
          kept={kept}
          page={page}
          hasNext={page * pageSize < total}
        />
      </>
    ),
  };
}

function codes<Code extends string>(list: readonly Code[], label: (code: Code) => string) {
  return list.map((value) => ({ value, text: label(value) }));
}
