import { canDiffer } from "./can-differ.ts";
import { placeKey, type TableCell } from "./table-cells.ts";

/**
 * The cells of a table with totals that are not published, by placeKey(): every number from 1 to below `smallBelow`, and so many others
 * that none of those left out can be computed from what is published. 0 tells nobody apart and is always published.
 *
 * Somebody who knows the whole published table, how totals are made, and that nothing left out is 0, can think of at least two tables
 * for each cell left out. What this does not cover: who knows numbers from elsewhere, such as a centre its own; and two tables
 * published one after the other that differ by one delivery, for which a year is published once all is in.
 */
export function suppressedCells(table: readonly TableCell[], smallBelow: number): ReadonlySet<string> {
  const left = new LeftOut(table);
  for (const cell of table) if (cell.value > 0 && cell.value < smallBelow) left.add(cell);
  for (;;) {
    const exposed = exposedIn(table, left.keys);
    const [first] = exposed;
    if (first === undefined) return left.keys;
    const before = left.keys.size;
    // Each that is the only one left out of its row or column; what was added for one may have helped another.
    for (const cell of exposed) {
      const alone = left.linesAlone(cell);
      if (alone.length > 0) left.addOne((each) => linesOf(each).some((line) => alone.includes(line)));
    }
    // Else one beside the first, or from anywhere: where nothing but 0 is published, nothing is exposed.
    const own = linesOf(first);
    if (left.keys.size === before) left.addOne((each) => linesOf(each).some((line) => own.includes(line)));
    if (left.keys.size === before) left.addOne(() => true);
  }
}

/** Of the tables that were asked for last, by what is in them: a table is asked for by every reader of its page. */
const remembered = new Map<string, ReadonlySet<string>>();
const mostRemembered = 64;

/** As suppressedCells(), worked out once for a table as long as it is asked for. */
export function rememberedSuppressedCells(table: readonly TableCell[], smallBelow: number): ReadonlySet<string> {
  const key = JSON.stringify([smallBelow, table.map((cell) => [placeKey(cell), cell.value])]);
  const left = remembered.get(key) ?? suppressedCells(table, smallBelow);
  // The one that was asked for last stands last.
  remembered.delete(key);
  remembered.set(key, left);
  const [oldest] = remembered.keys();
  if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
  return left;
}

function exposedIn(table: readonly TableCell[], left: ReadonlySet<string>): readonly TableCell[] {
  const unknown = table.filter((cell) => left.has(placeKey(cell)));
  const differs = canDiffer(table, unknown);
  return unknown.filter((cell) => !differs(cell));
}

/** What is left out of a table, and how much of each row and column. */
class LeftOut {
  readonly keys = new Set<string>();
  private readonly counts = new Map<string, number>();

  constructor(private readonly table: readonly TableCell[]) {}

  add(cell: TableCell): void {
    this.keys.add(placeKey(cell));
    for (const line of linesOf(cell)) this.counts.set(line, (this.counts.get(line) ?? 0) + 1);
  }

  /** The lines in which nothing but the cell is left out. */
  linesAlone(cell: TableCell): readonly string[] {
    const own = this.keys.has(placeKey(cell)) ? 1 : 0;
    return linesOf(cell).filter((line) => (this.counts.get(line) ?? 0) === own);
  }

  /** No total where another one is there; rather one that is not alone in its lines, which would need others again; the smallest. */
  addOne(isMeant: (cell: TableCell) => boolean): void {
    const [best] = this.table
      .filter((cell) => cell.value > 0 && isMeant(cell) && !this.keys.has(placeKey(cell)))
      .map((cell) => ({ cell, alone: this.linesAlone(cell).length }))
      .sort((a, b) => totalsIn(a.cell) - totalsIn(b.cell) || a.alone - b.alone || a.cell.value - b.cell.value);
    if (best !== undefined) this.add(best.cell);
  }
}

function totalsIn({ row, column }: TableCell): number {
  return (row === undefined ? 1 : 0) + (column === undefined ? 1 : 0);
}

function linesOf({ row, column }: TableCell): readonly [string, string] {
  return [`row ${row ?? ""}`, `column ${column ?? ""}`];
}
