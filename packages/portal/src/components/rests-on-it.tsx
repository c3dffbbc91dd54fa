import type { RestsOnIt } from "@heed/core/read-models/ground";
import type { Asked } from "../asked/asked.ts";
import { shown } from "../language/say.ts";
import { RecommendationLink } from "./recommendation-link.tsx";

type Props = { asked: Pick<Asked, "say" | "way">; restsOnIt: RestsOnIt };

/** What rests on something that was collected, or on a section: recommendations, and the entries that cite it. */
export function RestsOnItView({ asked, restsOnIt: { recommendations, entries } }: Props) {
  const { say } = asked;
  if (recommendations.length + entries.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">{say.message("grounds.restsOnIt")}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {recommendations.map(({ recommendation, link, year, place, reason }) => (
          <li key={link}>
            <RecommendationLink asked={asked} recommendation={recommendation} report={recommendation.report} />{" "}
            <PlaceView {...{ year, place, reason }} />
          </li>
        ))}
        {entries.map(({ recommendation, entry, type }) => (
          <li key={entry}>
            {say.label("entryType", type)}
            {say.colon}
            <RecommendationLink asked={asked} recommendation={recommendation} report={recommendation.report} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type Place = { year?: number | undefined; place?: string | undefined; reason?: string | undefined };

/** Where in it, and why. */
export function PlaceView({ year, place, reason }: Place) {
  const told = [...(year === undefined ? [] : [String(year)]), ...(place === undefined ? [] : [shown(place)])];
  return (
    <>
      {told.length > 0 && (
        <span class="heed-meta">
          (<bdi>{told.join(", ")}</bdi>)
        </span>
      )}{" "}
      {reason && <bdi>{shown(reason)}</bdi>}
    </>
  );
}
