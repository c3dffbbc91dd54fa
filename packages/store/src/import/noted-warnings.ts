import type { Issue } from "@heed/core";

/** The warnings of an import by what they say: the rows, each once, and some of them as examples. */
export type NotedWarnings = Map<string, { rows: Set<number | Issue>; examples: Issue[] }>;

const examplesPerWarning = 5;

/** Counts a row that is passed over, by the reason. */
export function noteSkipped(skipped: Map<string, { rows: number; examples: Issue[] }>, issue: Issue): void {
  const { rows, examples } = skipped.get(issue.detail) ?? { rows: 0, examples: [] };
  if (examples.length < examplesPerWarning) examples.push(issue);
  skipped.set(issue.detail, { rows: rows + 1, examples });
}

/** A row that gets one warning several times is one row; it is shown once for each value. */
export function noteWarning(warnings: NotedWarnings, issue: Issue): void {
  const noted = warnings.get(issue.detail) ?? { rows: new Set<number | Issue>(), examples: [] };
  const { rows, examples } = noted;
  rows.add(issue.row ?? issue);
  const isShown = examples.some(({ row, value }) => row !== undefined && row === issue.row && value === issue.value);
  if (!isShown && examples.length < examplesPerWarning) examples.push(issue);
  warnings.set(issue.detail, noted);
}

/** Takes back what was noted of rows that are not taken: what is told of them is why. */
export function withoutRows(warnings: NotedWarnings, gone: ReadonlySet<number | undefined>): NotedWarnings {
  const kept = [...warnings].map(([detail, { rows, examples }]) => {
    const left = [...rows].filter((row) => typeof row !== "number" || !gone.has(row));
    return [
      detail,
      { rows: new Set(left), examples: examples.filter(({ row }) => row === undefined || !gone.has(row)) },
    ] as const;
  });
  return new Map(kept.filter(([, { rows }]) => rows.size > 0));
}
