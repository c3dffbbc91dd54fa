import { textIn } from "../localized-text.ts";
import { dateText } from "../time/shown-date.ts";
import type { ChangeItem } from "./change-item.ts";

type Cell = string | number;

/** The columns of what changed as a table, such as a CSV file; the same conventions as for what is owed. */
const columns: Readonly<Record<string, (item: ChangeItem, language: string | undefined) => Cell>> = {
  day: ({ day, dayPrecision }) => dateText(day, dayPrecision),
  kind: ({ kind }) => kind,
  recommendation: ({ recommendation }) => recommendation.reference,
  report: ({ report }) => report.reference,
  addressee: ({ addressee }, language) => textIn(addressee.name, language),
  responsible: ({ responsible }, language) => textIn(responsible.name, language),
  position: ({ position = "" }) => position,
  positionBefore: ({ positionBefore = "" }) => positionBefore,
  reported: ({ reported = "" }) => reported,
  assessed: ({ assessed = "" }) => assessed,
  assessedBefore: ({ assessedBefore = "" }) => assessedBefore,
  closureReason: ({ closureReason = "" }) => closureReason,
  owed: ({ owed = "" }) => owed,
  commitment: ({ commitment }) => commitment?.description ?? "",
  due: ({ due, duePrecision }) => (due === undefined ? "" : dateText(due, duePrecision)),
  dueBefore: ({ dueBefore = "" }) => dueBefore,
  times: ({ times = "" }) => times,
  atTheLatest: ({ atTheLatest }) => (atTheLatest ? "true" : ""),
  followUp: ({ followUp }) => followUp,
  dayPrecision: ({ dayPrecision = "" }) => dayPrecision,
  duePrecision: ({ duePrecision = "" }) => duePrecision,
};

export const changeHead: readonly string[] = Object.keys(columns);

/** The row of an item, a cell for each column. */
export function changeRow(item: ChangeItem, language: string | undefined): Cell[] {
  return Object.values(columns).map((of) => of(item, language));
}
