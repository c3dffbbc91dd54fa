import type { StaleItem } from "../read-models/stale-item.ts";
import type { UnassessedItem } from "../read-models/unassessed-item.ts";
import { followUpColumns, followUpId, followUpTitle } from "./follow-up-columns.ts";
import type { Columns } from "./list-table.ts";
import { titles } from "./titles.ts";

export const staleColumns: Columns<StaleItem> = {
  staleFrom: { title: titles.staleFrom, of: ({ staleFrom }) => staleFrom },
  ...followUpColumns,
  ...followUpTitle,
  ...followUpId,
};

/** What a cycle selected for assessment, and nobody assessed. */
export const unassessedColumns: Columns<UnassessedItem> = {
  ...followUpColumns,
  ...followUpTitle,
  due: { title: titles.due, of: ({ due }) => due },
  daysOverdue: { title: titles.daysOverdue, type: "integer", of: ({ daysOverdue }) => daysOverdue },
  ...followUpId,
};
