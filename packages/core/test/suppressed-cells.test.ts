import fc from "fast-check";
import { expect, test } from "vitest";
import { suppressedCells } from "../src/statistics/suppressed-cells.ts";
import { joinedTable, placeKey, type TableCell } from "../src/statistics/table-cells.ts";

type Inner = readonly (readonly number[])[];

const codes = (count: number) => Array.from({ length: count }, (_, place) => ({ code: String(place) }));

/** The table with totals of numbers in rows and columns; one row, or one column, is a series without that breakdown. */
function tableOf(inner: Inner): readonly TableCell[] {
  const [rows, columns] = [inner.length, inner[0]?.length ?? 0];
  const breakdowns = { rows: rows > 1 ? codes(rows) : [], columns: columns > 1 ? codes(columns) : [] };
  const cells = inner.flatMap((line, row) =>
    line.map((value, column) => ({
      ...(rows > 1 && { row: String(row) }),
      ...(columns > 1 && { column: String(column) }),
      value,
    })),
  );
  return joinedTable(breakdowns, [cells]);
}

function published(table: readonly TableCell[], left: ReadonlySet<string>): string {
  return JSON.stringify(table.map((cell) => (left.has(placeKey(cell)) ? "*" : cell.value)));
}

/** All tables whose numbers differ from those of the first by at most one, and that are not below 0. */
function* tablesNear(inner: Inner): Generator<Inner> {
  const flat = inner.flat();
  const width = inner[0]?.length ?? 1;
  for (let number = 0; number < 3 ** flat.length; number++) {
    let rest = number;
    const changed = flat.map((value) => {
      const by = (rest % 3) - 1;
      rest = Math.floor(rest / 3);
      return value + by;
    });
    if (changed.every((value) => value >= 0))
      yield inner.map((_, row) => changed.slice(row * width, (row + 1) * width));
  }
}

const inner = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .filter(([rows, columns]) => rows * columns <= 6)
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

test("no number that is left out can be computed from the table that is published with its totals", () => {
  fc.assert(
    fc.property(inner, fc.integer({ min: 0, max: 6 }), (numbers, smallBelow) => {
      const table = tableOf(numbers);
      const left = suppressedCells(table, smallBelow);
      for (const cell of table)
        if (cell.value > 0 && cell.value < smallBelow) expect(left.has(placeKey(cell))).toBe(true);
      const open = new Set(left);
      const seen = published(table, left);
      // Another table that gives the same publication, with nothing left out that is 0, and another number in the cell.
      for (const other of tablesNear(numbers)) {
        if (open.size === 0) break;
        const made = tableOf(other);
        if (published(made, left) !== seen || made.some((cell) => left.has(placeKey(cell)) && cell.value === 0))
          continue;
        made.forEach((cell, place) => {
          if (cell.value !== table[place]?.value) open.delete(placeKey(cell));
        });
      }
      expect([...open]).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("a number is left out together with those that would betray it, and no more", () => {
  const left = (numbers: Inner, smallBelow = 5) =>
    published(tableOf(numbers), suppressedCells(tableOf(numbers), smallBelow));
  // The smallest other of the line goes too.
  expect(left([[3, 20, 8]])).toBe('["*",20,"*",31]');
  // 1 + 1 = 2 could be nothing else, as nothing left out is 0.
  expect(left([[1, 1, 20, 30]])).toBe('["*","*","*",30,52]');
  expect(left([[2], [2], [20], [30]])).toBe('["*","*",20,30,54]');
  // A square: else the row or the column would tell.
  const square = [
    [3, 39],
    [36, 9],
    [9, 40],
  ];
  expect(left(square)).toBe('["*","*",42,36,9,45,"*","*",49,48,88,136]');
  expect(left([[0, 7, 0]])).toBe("[0,7,0,7]");
  expect(left([[4]])).toBe('["*"]');
  expect(left([[3, 20, 8]], 0)).toBe("[3,20,8,31]");
});

test("a large table takes no time", () => {
  const side = Array.from({ length: 40 }, (_, place) => place);
  const table = tableOf(
    side.map((row) => side.map((column) => (row === column ? 1 : 10 + ((row * 7 + column * 3) % 11)))),
  );
  // Each of the diagonal, and at least one more in its row.
  expect(suppressedCells(table, 5).size).toBeGreaterThanOrEqual(80);
});
