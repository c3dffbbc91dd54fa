import type { FacetCount, FacetName, RecommendationFacet } from "@heed/core/read-models/recommendation-facets";
import type { RefDataList } from "@heed/core/ref-data/labels";
import { titles } from "@heed/core/tables/titles";
import { addresses } from "../address/addresses.ts";
import type { Query } from "../address/query.ts";
import type { Asked } from "../asked/asked.ts";
import { type Say, type Shown, shown } from "../language/say.ts";
import { Text } from "./text.tsx";

/** The part of the page that narrows what was found. */
export const facetsPart = "narrow";

/** The facets of a page, each a filter of its address. Beyond `most` values a reader names one in the filters. */
const facetsShown = [
  { name: "assessed", codes: "assessedLevel" },
  { name: "reported", codes: "reportedLevel" },
  { name: "position", codes: "position" },
  { name: "lifecycle", codes: "lifecycle" },
  { name: "responsible", most: 10 },
  { name: "theme", most: 10 },
  { name: "reportingYear", most: 10 },
  { name: "report", most: 10 },
] as const satisfies readonly { name: FacetName; codes?: RefDataList; most?: number }[];

type Props = { asked: Pick<Asked, "say" | "way">; facets: readonly RecommendationFacet[]; kept: Query };

/** How many of what was found have each value: each value is the way to the list of those, with all else kept. */
export function Facets({ asked, facets, kept }: Props) {
  const { say } = asked;
  const filled = facetsShown.flatMap(({ name, ...how }) => {
    const facet = facets.find((each) => each.facet === name);
    return facet === undefined || facet.counts.length === 0 ? [] : [{ facet, ...how }];
  });
  if (filled.length === 0) return null;
  return (
    <nav class="heed-facets" id={facetsPart} aria-label={say.message("facets.title")}>
      <h2 class="govuk-heading-m">{say.message("facets.title")}</h2>
      {filled.some(({ facet }) => facet.countsAtLeast) && <p class="heed-meta">{say.message("facets.most")}</p>}
      <div class="heed-facets__all">
        {filled.map((each) => (
          <Facet key={each.facet.facet} asked={asked} kept={kept} {...each} />
        ))}
      </div>
    </nav>
  );
}

type FacetProps = Omit<Props, "facets"> & { facet: RecommendationFacet; codes?: RefDataList; most?: number };

function Facet({ asked: { say, way }, kept, facet, codes, most = Number.POSITIVE_INFINITY }: FacetProps) {
  const { facet: name, countsAtLeast, counts, otherValues } = facet;
  const asked = [kept[name] ?? []].flat().map(String);
  const values = counts.map((each) => ({ ...each, value: addressValue(each, counts), text: textOf(each, say, codes) }));
  // What is chosen is shown, whatever its number.
  const isChosen = ({ value }: { value: string }) => asked.includes(value);
  const shownValues = [...values.filter(isChosen), ...values.filter((each) => !isChosen(each))].slice(0, most);
  const first = codes === undefined ? shownValues : values;
  const others = otherValues + values.length - first.length;
  const to = (value: string | undefined) => way(addresses.recommendations(), { ...kept, [name]: value });
  return (
    <section>
      <h3 class="govuk-heading-s">{titles[name][say.language]}</h3>
      <ul class="govuk-list">
        {first.map((each) => (
          <li key={each.value}>
            {isChosen(each) ? (
              <>
                <strong>
                  <Text of={each.text} />
                </strong>{" "}
                <a class="govuk-link" href={to(undefined)} rel="nofollow">
                  {say.message("facets.without")}
                  <span class="govuk-visually-hidden"> {each.text.text}</span>
                </a>
              </>
            ) : (
              <a class="govuk-link" href={to(each.value)} rel="nofollow">
                <Text of={each.text} />
              </a>
            )}{" "}
            <span class="heed-facets__count">
              {say.message(countsAtLeast ? "facets.atLeast" : "facets.count", { count: each.count })}
            </span>
          </li>
        ))}
      </ul>
      {others > 0 && <p class="heed-meta">{say.message("facets.others", { count: others })}</p>}
    </section>
  );
}

/** As an address names it; by the id where another report has the same reference. */
function addressValue({ value, organization, report }: FacetCount, all: readonly FacetCount[]): string {
  if (organization !== undefined) return organization.code;
  const isAlone = all.filter((each) => each.report?.reference === report?.reference).length === 1;
  return report !== undefined && isAlone ? report.reference : value;
}

function textOf({ value, organization, report }: FacetCount, say: Say, codes: RefDataList | undefined): Shown {
  if (organization !== undefined) return say.text(organization.name);
  if (report !== undefined) return { text: shown(report.reference) };
  return { text: codes === undefined ? shown(value) : say.label(codes, value) };
}
