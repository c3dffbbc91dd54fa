import { AssessedLevel, Lifecycle, Position, ReportedLevel } from "@heed/core";
import type { RecommendationFacet } from "@heed/core/read-models/recommendation-facets";
import type { RecommendationFilter } from "@heed/core/read-models/recommendation-filter";
import { addresses } from "../address/addresses.ts";
import type { Query } from "../address/query.ts";
import type { Asked } from "../asked/asked.ts";
import { choicesOf } from "../asked/choices.ts";
import { filterAsked } from "../asked/filters.ts";
import type { Page } from "../asked/page.ts";
import { codesAsked, lastPage, pageAsked, yearsAsked } from "../asked/parameters.ts";
import { BriefingLink } from "../components/briefing-link.tsx";
import { Downloads } from "../components/downloads.tsx";
import { Facets, facetsPart } from "../components/facets.tsx";
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
  const reportingYear = yearsAsked(asked, "reportingYear");
  const position = codesAsked(asked, "position", Position.options);
  const reported = codesAsked(asked, "reported", ReportedLevel.options);
  const assessed = codesAsked(asked, "assessed", AssessedLevel.options);
  const lifecycle = codesAsked(asked, "lifecycle", Lifecycle.options);
  const [kind] = codesAsked(asked, "show", kinds) ?? [];
  const filter: RecommendationFilter = {
    asOf,
    ...(await filterAsked(asked, { responsible, report, reportingYear, theme, q })),
    ...(position && { position }),
    ...(reported && { reported }),
    ...(assessed && { assessed }),
    ...(lifecycle && { lifecycle }),
    ...(kind && { [kind]: true }),
  };
  const [answer, facets, choices] = await Promise.all([
    reads.recommendations(reader, filter, { limit: pageSize, skip: (page - 1) * pageSize, withTotal: true }),
    reads.recommendationFacets(reader, filter),
    choicesOf(asked),
  ]);
  const years = reportingYear?.map(String);
  const same: Query = { q, responsible, report, reportingYear: years, theme, position, reported, assessed, lifecycle };
  const kept: Query = { ...same, show: kind };
  const sameData = { asOf, ...same, ...(kind && { [kind]: "true" }) };
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
            { name: "reportingYear", choices: yearsOf(facets) },
            { name: "position", choices: codes(Position.options, (code) => say.label("position", code)) },
            { name: "reported", choices: codes(ReportedLevel.options, (code) => say.label("reportedLevel", code)) },
            { name: "assessed", choices: codes(AssessedLevel.options, (code) => say.label("assessedLevel", code)) },
            { name: "lifecycle", choices: codes(Lifecycle.options, (code) => say.label("lifecycle", code)) },
            { name: "show", choices: codes(kinds, (code) => say.message(`list.${code}`)) },
          ]}
        />
        <h2 class="govuk-heading-m">{say.message("list.count", { total })}</h2>
        {facets.some(({ counts }) => counts.length > 0) && (
          <p class="govuk-body">
            <a class="govuk-link" href={`#${facetsPart}`}>
              {say.message("facets.title")}
            </a>
          </p>
        )}
        {total > 0 && <BriefingLink asked={asked} chosen={{ q, responsible, report, theme }} />}
        {kind && <p class="govuk-body">{say.message(`list.${kind}`)}</p>}
        <Downloads asked={asked} list="recommendations" query={sameData} total={total} />
        <RecommendationList asked={asked} items={answer.items} words={q} />
        <Pager
          asked={asked}
          address={addresses.recommendations()}
          kept={kept}
          page={page}
          hasNext={page * pageSize < total}
        />
        <Facets asked={asked} facets={facets} kept={kept} />
      </>
    ),
  };
}

function yearsOf(facets: readonly RecommendationFacet[]) {
  const years = facets.find(({ facet }) => facet === "reportingYear")?.counts ?? [];
  return years.map(({ value }) => ({ value, text: value }));
}

function codes<Code extends string>(list: readonly Code[], label: (code: Code) => string) {
  return list.map((value) => ({ value, text: label(value) }));
}
