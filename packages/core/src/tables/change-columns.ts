import type { ChangeItem } from "../read-models/change-item.ts";
import { followUpColumns, followUpId, followUpTitle } from "./follow-up-columns.ts";
import type { Columns } from "./list-table.ts";
import { promiseCell } from "./promise-cell.ts";
import { shownDay } from "./shown-day.ts";
import { titles } from "./titles.ts";

/** What changed. */
export const changeColumns: Columns<ChangeItem> = {
  day: { title: titles.day, of: ({ day, dayPrecision }, language) => shownDay(day, dayPrecision, language) },
  kind: { title: titles.change, codes: "changeKind", of: ({ kind }) => kind },
  ...followUpColumns,
  position: { title: titles.position, codes: "position", of: ({ position = "" }) => position },
  positionBefore: { title: titles.positionBefore, codes: "position", of: ({ positionBefore = "" }) => positionBefore },
  reported: { title: titles.reported, codes: "reportedLevel", of: ({ reported = "" }) => reported },
  assessed: { title: titles.assessed, codes: "assessedLevel", of: ({ assessed = "" }) => assessed },
  assessedBefore: {
    title: titles.assessedBefore,
    codes: "assessedLevel",
    of: ({ assessedBefore = "" }) => assessedBefore,
  },
  closureReason: {
    title: titles.closureReason,
    codes: "closureReason",
    of: ({ closureReason = "" }) => closureReason,
  },
  owed: { title: titles.owed, codes: "overdueKind", of: ({ owed = "" }) => owed },
  commitment: { title: titles.commitment, of: promiseCell },
  due: { title: titles.due, of: ({ due, duePrecision }, language) => shownDay(due, duePrecision, language) },
  dueBefore: { title: titles.dueBefore, of: ({ dueBefore = "" }) => dueBefore },
  times: { title: titles.times, of: ({ times = "" }) => times },
  atTheLatest: { title: titles.atTheLatest, of: ({ atTheLatest }) => (atTheLatest ? "true" : "") },
  ...followUpId,
  dayPrecision: { title: titles.dayPrecision, codes: "precision", of: ({ dayPrecision = "" }) => dayPrecision },
  duePrecision: { title: titles.duePrecision, codes: "precision", of: ({ duePrecision = "" }) => duePrecision },
  ...followUpTitle,
};
