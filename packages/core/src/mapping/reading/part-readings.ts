import { comparedText } from "../../text/compared-text.ts";
import { ownOf, type PartsMapping } from "../parts-mapping.ts";
import { cellOf, type RowReading } from "./read-value.ts";

/** The row as each of its parts reads it, with the columns of that part. All faults are reported for the row. */
export function partReadings({ list, marked }: PartsMapping, reading: RowReading): RowReading[] {
  if (marked !== undefined) {
    const pieces = markedPieces(cellOf(marked.column, reading), marked.by);
    return pieces.map(({ mark, text }) => withCells(reading, { "part.mark": mark, "part.text": text }));
  }
  const parts = new Map<number, Pick<RowReading, "cells" | "faults">>();
  for (const kind of ["cells", "faults"] as const)
    for (const [column, value] of Object.entries(reading[kind])) {
      const own = list === undefined ? undefined : ownOf(list, column);
      if (own === undefined) continue;
      const part = parts.get(own.number) ?? { cells: {}, faults: {} };
      parts.set(own.number, { ...part, [kind]: { ...part[kind], [own.name]: value } });
    }
  return [...parts]
    .sort(([a], [b]) => a - b)
    .filter(([, { cells, faults }]) => Object.values(cells).some(isShown) || Object.keys(faults).length > 0)
    .map(([, { cells, faults }]) => withCells(reading, cells, faults));
}

function withCells(reading: RowReading, cells: RowReading["cells"], faults: RowReading["faults"] = {}): RowReading {
  return { ...reading, cells: { ...reading.cells, ...cells }, faults: { ...reading.faults, ...faults } };
}

function isShown(cell: string): boolean {
  return comparedText(cell) !== "";
}

/** The text after each mark, up to the next mark. */
function markedPieces(cell: string, by: RegExp): { mark: string; text: string }[] {
  const marks = [...cell.matchAll(by)].filter(([whole]) => whole !== "");
  return marks.map((match, place) => ({
    mark: (match[1] ?? match[0]).trim(),
    text: cell.slice(match.index + match[0].length, marks[place + 1]?.index).trim(),
  }));
}
