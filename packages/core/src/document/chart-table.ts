import type { Chart, Table } from "./document.ts";

const text = (value: string) => [{ kind: "text" as const, text: value }];

/** The numbers of a chart, for who reads them: a row for each category. */
export function chartTable({ id, caption, categoriesLabel, categories, series }: Chart): Table {
  return {
    kind: "table",
    id: `${id}-numbers`,
    caption,
    columns: [
      { label: categoriesLabel, weight: 2, rowHeader: true },
      ...series.map(({ label }) => ({ label, weight: 2, align: "end" as const })),
    ],
    rows: categories.map((category, index) => [
      text(category),
      ...series.map(({ values }) => text(String(values[index] ?? 0))),
    ]),
  };
}
