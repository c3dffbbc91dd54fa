import { textIn } from "../localized-text.ts";
import type { ComparisonItem } from "./comparison-answer.ts";

/** The columns of two days side by side as a table, such as a CSV file. */
const columns: Readonly<Record<string, (item: ComparisonItem, language: string | undefined) => string>> = {
  movement: ({ movement }) => movement,
  recommendation: ({ recommendation }) => recommendation.reference,
  report: ({ report }) => report.reference,
  addressee: ({ addressee }, language) => textIn(addressee.name, language),
  responsible: ({ responsible }, language) => textIn(responsible.name, language),
  positionBefore: ({ before }) => before?.position ?? "",
  position: ({ after }) => after.position,
  reportedBefore: ({ before }) => before?.reported ?? "",
  reported: ({ after }) => after.reported,
  assessedBefore: ({ before }) => before?.assessed ?? "",
  assessed: ({ after }) => after.assessed,
  lifecycleBefore: ({ before }) => before?.lifecycle ?? "",
  lifecycle: ({ after }) => after.lifecycle,
  followUp: ({ followUp }) => followUp,
};

export const comparisonHead: readonly string[] = Object.keys(columns);

/** The row of an item, a cell for each column. */
export function comparisonRow(item: ComparisonItem, language: string | undefined): string[] {
  return Object.values(columns).map((of) => of(item, language));
}
