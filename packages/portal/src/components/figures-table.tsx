import type { SeriesContent } from "@heed/core/collected-item/kinds/series";
import type { FigureCell } from "@heed/core/read-models/series-figures";
import { figureGrid } from "@heed/core/statistics/figure-grid";
import { type Say, shown } from "../language/say.ts";
import { Scrolling } from "./scrolling.tsx";

type Props = { say: Say; title: string; content: SeriesContent; cells: readonly FigureCell[] };

/** The numbers of a series for a year, with the totals. */
export function FiguresTable({ say, title, content, cells }: Props) {
  const { heads, lines } = figureGrid(content, cells, say.language);
  const left = cells.find(({ suppressed }) => suppressed);
  return (
    <>
      <Scrolling label={title}>
        <table class="govuk-table">
          <caption class="govuk-table__caption govuk-table__caption--s">{title}</caption>
          <thead>
            <tr>
              <td>{content.rowsBy && <bdi>{say.text(content.rowsBy).text}</bdi>}</td>
              {heads.map(({ name }) => (
                <th scope="col" class="heed-number" key={name}>
                  <bdi>{shown(name || content.unit)}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ name, cells: numbers }) => (
              <tr key={name}>
                <th scope="row" class="heed-plain">
                  <bdi>{shown(name || content.unit)}</bdi>
                </th>
                {numbers.map((cell, place) => (
                  <td class="heed-number" key={heads[place]?.name}>
                    <FigureValue say={say} cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
      {left && (
        <p class="heed-meta">{say.message(left.value === undefined ? "figures.suppressed" : "figures.inBrackets")}</p>
      )}
    </>
  );
}

function FigureValue({ say, cell }: { say: Say; cell: FigureCell | undefined }) {
  if (cell === undefined) return <>–</>;
  if (cell.value === undefined)
    return (
      <>
        <span aria-hidden="true">*</span>
        <span class="govuk-visually-hidden">{say.message("figures.suppressed.short")}</span>
      </>
    );
  return <>{cell.suppressed ? `[${say.number(cell.value)}]` : say.number(cell.value)}</>;
}
