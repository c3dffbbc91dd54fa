import { textIn } from "@heed/core";
import type { FacetCount, FacetName, RecommendationFacet } from "@heed/core/read-models/recommendation-facets";
import type { RefDataList } from "@heed/core/ref-data/labels";
import { titles } from "@heed/core/tables/titles";
import { readerLanguage } from "@heed/core/wording/reader-language";
import type { Command } from "commander";
import { type Say, sayIn } from "../messages/say.ts";
import { recommendationFilterOf } from "../named/recommendation-filter.ts";
import { count, type Format, formatOption, languageOption, limitOption } from "../options/options.ts";
import { type RecommendationOptions, withRecommendationFilters } from "../options/recommendation-filters.ts";
import { warnIfEmpty } from "../present/filter-text.ts";
import { moreText } from "../present/obligation-columns.ts";
import { organizationJson } from "../present/organization-json.ts";
import { table } from "../present/table.ts";
import { dayText } from "../present/words.ts";
import { type Tracker, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";

type Options = RecommendationOptions & { limit: number; format: Format; lang?: string };

export function addRecommendationFacets(recommendation: Command): void {
  withRecommendationFilters(
    recommendation
      .command("facets")
      .description("How many of the recommendations that match have each value of the options of `list`"),
  )
    .addOption(limitOption().argParser(count).default(10))
    .addOption(formatOption())
    .addOption(languageOption())
    .action((options: Options, command: Command) => withTracker(command, (tracker) => showFacets(tracker, options)));
}

async function showFacets(tracker: Tracker, options: Options): Promise<void> {
  const { format, lang, limit } = options;
  const filter = await recommendationFilterOf(tracker, options);
  const all = await tracker.reads.recommendationFacets(tracker.reader, filter);
  const facets = all.map(({ counts, otherValues, ...facet }) => ({
    ...{ ...facet, counts: counts.slice(0, limit), otherValues: otherValues + Math.max(0, counts.length - limit) },
  }));
  const values = all.reduce((sum, { counts }) => sum + counts.length, 0);
  if (format === "json")
    await writeJson({
      asOf: filter.asOf,
      items: facets.map((facet) => ({ ...facet, counts: facet.counts.map((each) => countJson(each, lang)) })),
    });
  else {
    const say = sayIn(lang);
    const found = say.recommendation.countedOn(say.on(dayText(say, filter.asOf, options.knownAt)));
    const shown = facets.filter(({ counts }) => counts.length > 0).map((facet) => facetText(facet, say, lang));
    await write(`${found}\n${shown.length === 0 ? `${say.none}\n` : shown.join("")}`);
  }
  await warnIfEmpty(tracker, values, options);
}

function countJson({ organization, ...count }: FacetCount, lang: string | undefined) {
  return organization === undefined ? count : { ...count, organization: organizationJson(organization, lang) };
}

function facetText(
  { facet, countsAtLeast, counts, otherValues }: RecommendationFacet,
  say: Say,
  lang: string | undefined,
): string {
  const shown = table<FacetCount>(
    [
      { head: titles[facet][readerLanguage(lang)], wide: true, of: (each) => valueText(facet, each, say, lang) },
      {
        head: "",
        align: "right",
        of: (each) => (countsAtLeast ? say.recommendation.atLeast(each.count) : String(each.count)),
      },
    ],
    counts,
  );
  return `\n${shown}${moreText(otherValues, say)}`;
}

const codes: Partial<Record<FacetName, RefDataList>> = {
  position: "position",
  reported: "reportedLevel",
  assessed: "assessedLevel",
  lifecycle: "lifecycle",
};

function valueText(
  facet: FacetName,
  { value, organization, report }: FacetCount,
  say: Say,
  lang: string | undefined,
): string {
  if (organization !== undefined) return `${textIn(organization.name, lang)} (${organization.code})`;
  const list = codes[facet];
  return report?.reference ?? (list === undefined ? value : say.label(list, value));
}
