import type { ListedFollowUp } from "../read-models/listed-follow-up.ts";
import { followUpColumns, followUpId, followUpTitle } from "./follow-up-columns.ts";
import type { Columns } from "./list-table.ts";
import { titles } from "./titles.ts";

/** Follow-ups, and how each stands. */
export const listedFollowUpColumns: Columns<ListedFollowUp> = {
  ...followUpColumns,
  reportingYear: { title: titles.reportingYear, type: "integer", of: ({ report }) => report.reportingYear },
  ...followUpTitle,
  role: { title: titles.role, codes: "role", of: ({ role }) => role },
  position: { title: titles.position, codes: "position", of: ({ position }) => position ?? "" },
  reported: { title: titles.reported, codes: "reportedLevel", of: ({ reported }) => reported ?? "" },
  assessed: { title: titles.assessed, codes: "assessedLevel", of: ({ assessed }) => assessed ?? "" },
  lifecycle: { title: titles.lifecycle, codes: "lifecycle", of: ({ lifecycle }) => lifecycle ?? "" },
  closureReason: {
    title: titles.closureReason,
    codes: "closureReason",
    of: ({ closureReason }) => closureReason ?? "",
  },
  timeliness: { title: titles.timeliness, codes: "timeliness", of: ({ timeliness }) => timeliness ?? "" },
  ...followUpId,
};
