import { textIn } from "../localized-text.ts";
import { dateText } from "../time/shown-date.ts";
import type { ObligationItem } from "./obligation-item.ts";

type Cell = string | number;

/** The columns of what is owed or overdue as a table, such as a CSV file. Names are in the language that is asked for; a date that is known only to its month or year is shown so, never as a day (D9). */
const columns: Readonly<Record<string, (item: ObligationItem, language: string | undefined) => Cell>> = {
  recommendation: ({ recommendation }) => recommendation.reference,
  report: ({ report }) => report.reference,
  addressee: ({ addressee }, language) => textIn(addressee.name, language),
  responsible: ({ responsible }, language) => textIn(responsible.name, language),
  kind: ({ kind }) => kind,
  due: ({ due, duePrecision }) => (due === undefined ? "" : dateText(due, duePrecision)),
  originalDue: ({ originalDue, originalDuePrecision }) =>
    originalDue === undefined ? "" : dateText(originalDue, originalDuePrecision),
  daysOverdue: ({ daysOverdue }) => daysOverdue,
  daysOverdueOriginal: ({ daysOverdueOriginal }) => daysOverdueOriginal,
  position: ({ position }) => position,
  reported: ({ reported }) => reported,
  assessed: ({ assessed }) => assessed,
  followUp: ({ followUp }) => followUp,
  duePrecision: ({ duePrecision = "" }) => duePrecision,
  originalDuePrecision: ({ originalDuePrecision = "" }) => originalDuePrecision,
  timeliness: ({ timeliness }) => timeliness,
};

export const obligationHead: readonly string[] = Object.keys(columns);

/** The row of an item, a cell for each column. */
export function obligationRow(item: ObligationItem, language: string | undefined): Cell[] {
  return Object.values(columns).map((of) => of(item, language));
}
