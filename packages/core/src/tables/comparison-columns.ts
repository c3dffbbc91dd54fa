import type { ComparisonItem } from "../read-models/comparison-answer.ts";
import { followUpColumns, followUpId, followUpTitle } from "./follow-up-columns.ts";
import type { Columns } from "./list-table.ts";
import { titles } from "./titles.ts";

/** Two days side by side. */
export const comparisonColumns: Columns<ComparisonItem> = {
  movement: { title: titles.movement, codes: "movement", of: ({ movement }) => movement },
  ...followUpColumns,
  positionBefore: { title: titles.positionBefore, codes: "position", of: ({ before }) => before?.position ?? "" },
  position: { title: titles.position, codes: "position", of: ({ after }) => after.position },
  reportedBefore: { title: titles.reportedBefore, codes: "reportedLevel", of: ({ before }) => before?.reported ?? "" },
  reported: { title: titles.reported, codes: "reportedLevel", of: ({ after }) => after.reported },
  assessedBefore: { title: titles.assessedBefore, codes: "assessedLevel", of: ({ before }) => before?.assessed ?? "" },
  assessed: { title: titles.assessed, codes: "assessedLevel", of: ({ after }) => after.assessed },
  lifecycleBefore: { title: titles.lifecycleBefore, codes: "lifecycle", of: ({ before }) => before?.lifecycle ?? "" },
  lifecycle: { title: titles.lifecycle, codes: "lifecycle", of: ({ after }) => after.lifecycle },
  ...followUpId,
  ...followUpTitle,
};
