import type { Label } from "../label.ts";
import type { RefDataList } from "../ref-data/labels.ts";
import { labelOf } from "../wording/label-within.ts";
import { readerLanguage } from "../wording/reader-language.ts";

export type Cell = string | number;

/** A column of a list as a table, such as a CSV file. */
export type Column<Item> = {
  title: Label;
  of: (item: Item, language: string | undefined) => Cell;
  /** The list that its codes are of: a reader gets their labels beside them. */
  codes?: RefDataList;
  /** Its cells are whole numbers, or empty; texts when absent. */
  type?: "integer";
};

/** The columns of a list by their names for programs, in their order. */
export type Columns<Item> = Readonly<Record<string, Column<Item>>>;

/** A list as a table: its head, and its rows in batches. */
export type Table = {
  head: readonly string[];
  rows: AsyncIterable<readonly Cell[][]> | Iterable<readonly Cell[][]>;
};

/**
 * A list as a table. For a reader who asks for a language, the titles of columns are in it, and so are the labels of codes,
 * each before the column of its code. For a program, which asks for none, the head has the names of the columns, and codes stand alone.
 */
export function tableOf<Item>(
  columns: Columns<Item>,
  batches: AsyncIterable<readonly Item[]> | Iterable<readonly Item[]>,
  language: string | undefined,
): Table {
  return { head: headOf(columns, language), rows: rowsOf(columns, batches, language) };
}

function headOf<Item>(columns: Columns<Item>, language: string | undefined): string[] {
  if (language === undefined) return Object.keys(columns);
  const reader = readerLanguage(language);
  return Object.values(columns).flatMap(({ title, codes }) =>
    codes === undefined ? [title[reader]] : [title[reader], `${title[reader]} (code)`],
  );
}

async function* rowsOf<Item>(
  columns: Columns<Item>,
  batches: AsyncIterable<readonly Item[]> | Iterable<readonly Item[]>,
  language: string | undefined,
): AsyncGenerator<Cell[][]> {
  const all = Object.values(columns);
  const reader = readerLanguage(language);
  const cellsOf = ({ of, codes }: Column<Item>, item: Item): Cell[] => {
    const cell = of(item, language);
    return codes === undefined || language === undefined ? [cell] : [labelOf(codes, String(cell), reader), cell];
  };
  for await (const items of batches) yield items.map((item) => all.flatMap((column) => cellsOf(column, item)));
}
