import { placeKey, type TableCell } from "./table-cells.ts";

type Arc = { from: string; to: string; of: string };

/**
 * Tells for each unknown cell of a table with totals whether another table fits what is known: the same known cells, every total the sum of
 * its cells, and no unknown cell below 1.
 *
 * The numbers of a table with totals flow round a network: a cell from its row to its column, the total of a row back from the
 * totals to the row. Two tables with the same known cells differ by flows round circles of unknown cells. So a cell can be one
 * more when a way leads from its end back to its beginning, over cells that can grow, or against cells that can shrink; and one
 * less when a way leads along it over others.
 */
export function canDiffer(table: readonly TableCell[], unknown: readonly TableCell[]): (cell: TableCell) => boolean {
  const arcOf = arcsOf(table);
  const ways = new Map<string, Arc[]>();
  const add = (arc: Arc) => {
    const ofPlace = ways.get(arc.from);
    if (ofPlace === undefined) ways.set(arc.from, [arc]);
    else ofPlace.push(arc);
  };
  for (const cell of unknown) {
    const { from, to } = arcOf(cell);
    const of = placeKey(cell);
    add({ from, to, of });
    if (cell.value > 1) add({ from: to, to: from, of });
  }
  return (cell) => {
    const { from, to } = arcOf(cell);
    const of = placeKey(cell);
    return leads(ways, to, from, of) || (cell.value > 1 && leads(ways, from, to, of));
  };
}

/** A row adds up only where the table has columns, and a column only where it has rows: others are one place of the network. */
function arcsOf(table: readonly TableCell[]): (cell: TableCell) => { from: string; to: string } {
  const hasRows = table.some(({ row }) => row !== undefined);
  const hasColumns = table.some(({ column }) => column !== undefined);
  return ({ row, column }) => {
    const inRow = hasColumns ? `row ${row ?? ""}` : "all";
    const inColumn = hasRows ? `column ${column ?? ""}` : hasColumns ? "columns" : "all";
    const isOneTotal = (hasRows && row === undefined) !== (hasColumns && column === undefined);
    return isOneTotal ? { from: inColumn, to: inRow } : { from: inRow, to: inColumn };
  };
}

/** Whether a way leads from one place to another without the cell itself. */
function leads(ways: ReadonlyMap<string, readonly Arc[]>, from: string, to: string, without: string): boolean {
  const seen = new Set([from]);
  const next = [from];
  for (let place = next.pop(); place !== undefined; place = next.pop()) {
    if (place === to) return true;
    for (const arc of ways.get(place) ?? [])
      if (arc.of !== without && !seen.has(arc.to)) {
        seen.add(arc.to);
        next.push(arc.to);
      }
  }
  return false;
}
