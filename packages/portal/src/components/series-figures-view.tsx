import { SeriesContent } from "@heed/core/collected-item/kinds/series";
import type { SeriesFigures } from "@heed/core/read-models/series-figures";
import { type Say, shown } from "../language/say.ts";
import { FiguresTable } from "./figures-table.tsx";

type Props = { say: Say; content: object; figures: SeriesFigures };

/** The numbers of a series, year by year; for who keeps the record, also what each one delivered and who is awaited. */
export function SeriesFiguresView({ say, content: given, figures }: Props) {
  const content = SeriesContent.parse(given);
  return (
    <>
      <h2 class="govuk-heading-m">{say.message("figures.title")}</h2>
      {figures.years.length === 0 && <p class="govuk-body">{say.message("figures.none")}</p>}
      {figures.years.map(({ year, cells, isPublic, deliveries = [], awaited = [] }) => (
        <section key={year}>
          <FiguresTable say={say} title={String(year)} content={content} cells={cells} />
          {!isPublic && <p class="heed-meta">{say.message("figures.notPublic")}</p>}
          {awaited.length > 0 && (
            <p class="govuk-body">
              {say.message("figures.awaited")} <bdi>{shown(say.list([...awaited]))}</bdi>
            </p>
          )}
          {deliveries.length > 1 &&
            deliveries.map(({ item, deliveredBy, cells: own }) => (
              <FiguresTable
                key={item}
                say={say}
                title={`${year}, ${shown(deliveredBy)}`}
                content={content}
                cells={own}
              />
            ))}
        </section>
      ))}
    </>
  );
}
