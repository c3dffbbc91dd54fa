import type { FiguresContent } from "../collected-item/kinds/figures.ts";
import type { SeriesContent } from "../collected-item/kinds/series.ts";
import type { Issue } from "../domain-error.ts";
import { placeKey, placesOf } from "./table-cells.ts";

/** What in the numbers of a year does not fit their series, each with its place below `content`; nothing where all is well. */
export function figuresFaults(series: SeriesContent, { deliveredBy, cells }: FiguresContent): readonly Issue[] {
  const places = new Set(placesOf(series).map(placeKey));
  const given = new Set(cells.map(placeKey));
  const { filledBy } = series;
  return [
    ...(filledBy === undefined || filledBy.includes(deliveredBy)
      ? []
      : [{ name: "content.deliveredBy", value: deliveredBy, detail: `one of: ${filledBy.join(", ")}` }]),
    ...cells.flatMap((cell, place) =>
      places.has(placeKey(cell))
        ? []
        : [{ name: `content.cells.${place}`, value: namedPlace(cell), detail: "the series has no such cell" }],
    ),
    ...placesOf(series)
      .filter((place) => !given.has(placeKey(place)))
      .map((place) => ({ name: "content.cells", value: namedPlace(place), detail: "this cell has no number" })),
  ];
}

function namedPlace({ row = "", column = "" }: { row?: string; column?: string }): string {
  return `${row} | ${column}`;
}
