import type { Figure } from "../../collected-item/kinds/figures.ts";
import type { Issue } from "../../domain-error.ts";
import type { Label } from "../../label.ts";
import { cellName } from "../../text/cell-name.ts";
import { joinedTable, placeKey, placesOf, type TableCell } from "../table-cells.ts";
import { figuresWords } from "./figures-words.ts";
import type { SeriesRead } from "./read-series.ts";
import { type PlacedCell, sheetLayout } from "./sheet-layout.ts";

/** A sheet as it came back: the text of each cell by its name, such as B6. */
export type FilledSheet = { name: string; cells: ReadonlyMap<string, string> };

type Checked = { figures: readonly Figure[]; faults: readonly Issue[] };

/**
 * The numbers of a filled sheet, and what is wrong in it, each by its cell: a cell without a number or with something else, a total that is
 * not the sum of its row or column, and a number of the year before that is not what was delivered then.
 */
export function checkFigures(
  { name: sheet, cells }: FilledSheet,
  { content, deliveryOf }: SeriesRead,
  { deliveredBy, year, language }: { deliveredBy: string; year: number; language: keyof Label },
): Checked {
  const words = figuresWords(language);
  const { current, former } = sheetLayout(content);
  const faultAt = ({ row, column }: PlacedCell, detail: string): Issue => {
    const name = cellName(column, row);
    const value = cells.get(name)?.trim();
    return { name: `${sheet}!${name}`, ...(value && { value }), detail };
  };
  const textAt = ({ row, column }: PlacedCell) => (cells.get(cellName(column, row)) ?? "").trim();

  const read = current.map((placed) => ({ placed, text: textAt(placed), value: numberIn(textAt(placed)) }));
  const unread = read
    .filter(({ value }) => value === undefined)
    .map(({ placed, text }) => faultAt(placed, text === "" ? words.empty : words.noNumber));
  const values = new Map(
    read.flatMap(({ placed, value }) => (value === undefined ? [] : [[placeKey(placed.place), value]])),
  );
  const inner = placesOf(content).flatMap((place): TableCell[] => {
    const value = values.get(placeKey(place));
    return value === undefined ? [] : [{ ...place, value }];
  });
  // A sum is told only where all of it could be read.
  const sums = unread.length > 0 ? [] : joinedTable(content, [inner]);
  const wrongTotals = sums.flatMap((sum) => {
    const found = read.find(({ placed }) => placeKey(placed.place) === placeKey(sum));
    if (found === undefined || found.value === sum.value) return [];
    const isOfRow = sum.column === undefined && content.columns.length > 0;
    return [faultAt(found.placed, (isOfRow ? words.rowTotal : words.columnTotal)(sum.value))];
  });
  const before = deliveryOf(deliveredBy, year - 1)?.cells;
  const known = new Map(before?.map((cell) => [placeKey(cell), cell.value]));
  const formerDiffers = former.flatMap((placed) => {
    const said = textAt(placed);
    const value = known.get(placeKey(placed.place));
    if (numberIn(said) === value && (said === "" || value !== undefined)) return [];
    return [faultAt(placed, words.formerDiffers(year - 1, value))];
  });
  return { figures: inner, faults: [...unread, ...wrongTotals, ...(before ? formerDiffers : [])] };
}

/** A whole number from 0, with spaces between thousands where somebody typed them. */
function numberIn(text: string): number | undefined {
  const plain = text.replace(/[\s\u00a0\u202f]/g, "");
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined;
}
