import type { ObligationItem } from "../read-models/obligation-item.ts";
import { followUpColumns, followUpId, followUpTitle } from "./follow-up-columns.ts";
import type { Columns } from "./list-table.ts";
import { promiseCell } from "./promise-cell.ts";
import { shownDay } from "./shown-day.ts";
import { titles } from "./titles.ts";

/** What is owed or overdue. */
export const obligationColumns: Columns<ObligationItem> = {
  ...followUpColumns,
  kind: { title: titles.owed, codes: "overdueKind", of: ({ kind }) => kind },
  due: { title: titles.due, of: ({ due, duePrecision }, language) => shownDay(due, duePrecision, language) },
  originalDue: {
    title: titles.originalDue,
    of: ({ originalDue, originalDuePrecision }, language) => shownDay(originalDue, originalDuePrecision, language),
  },
  daysOverdue: { title: titles.daysOverdue, type: "integer", of: ({ daysOverdue }) => daysOverdue },
  daysOverdueOriginal: {
    title: titles.daysOverdueOriginal,
    type: "integer",
    of: ({ daysOverdueOriginal }) => daysOverdueOriginal,
  },
  position: { title: titles.position, codes: "position", of: ({ position }) => position },
  reported: { title: titles.reported, codes: "reportedLevel", of: ({ reported }) => reported },
  assessed: { title: titles.assessed, codes: "assessedLevel", of: ({ assessed }) => assessed },
  ...followUpId,
  duePrecision: { title: titles.duePrecision, codes: "precision", of: ({ duePrecision = "" }) => duePrecision },
  originalDuePrecision: {
    title: titles.originalDuePrecision,
    codes: "precision",
    of: ({ originalDuePrecision = "" }) => originalDuePrecision,
  },
  timeliness: { title: titles.timeliness, codes: "timeliness", of: ({ timeliness }) => timeliness },
  ...followUpTitle,
  commitment: { title: titles.commitment, of: promiseCell },
};
