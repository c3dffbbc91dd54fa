import type { SeriesContent } from "../collected-item/kinds/series.ts";
import { label } from "../label.ts";
import type { FigureCell, SeriesFigures } from "../read-models/series-figures.ts";
import { categoryName, totalWord } from "../statistics/category-name.ts";
import type { Columns } from "./list-table.ts";

export type FigureOfYear = FigureCell & { year: number };

/** One row for each number and total of each year. */
export function figuresInRows({ years }: SeriesFigures): readonly FigureOfYear[] {
  return years.flatMap(({ year, cells }) => cells.map((cell) => ({ year, ...cell })));
}

/** What is suppressed has no number, whoever asks: the file may go further. */
export function seriesFigureColumns({ rows, columns }: Pick<SeriesContent, "rows" | "columns">): Columns<FigureOfYear> {
  return {
    year: { title: label("Year", "Année", "Jaar", "Jahr"), of: ({ year }) => year },
    row: {
      title: label("Row", "Ligne", "Rij", "Zeile"),
      of: ({ row }, language) => (rows.length === 0 ? "" : named(rows, row, language)),
    },
    column: {
      title: label("Column", "Colonne", "Kolom", "Spalte"),
      of: ({ column }, language) => (columns.length === 0 ? "" : named(columns, column, language)),
    },
    value: {
      title: label("Number", "Nombre", "Getal", "Wert"),
      of: ({ value, suppressed }) => (suppressed ? "" : (value ?? "")),
    },
    suppressed: {
      title: label("Suppressed", "Non publié", "Niet gepubliceerd", "Nicht veröffentlicht"),
      of: ({ suppressed }) => (suppressed ? "yes" : ""),
    },
  };
}

function named(categories: SeriesContent["rows"], code: string | undefined, language: string | undefined): string {
  return code === undefined ? totalWord(language) : categoryName(categories, code, language);
}
