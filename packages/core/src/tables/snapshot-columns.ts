import { textIn } from "../localized-text.ts";
import type { SnapshotItem } from "../read-models/snapshot-item.ts";
import type { Columns } from "./list-table.ts";
import { titles } from "./titles.ts";

/** How each follow-up stood when its cycle was closed. */
export const snapshotColumns: Columns<SnapshotItem> = {
  recommendation: { title: titles.recommendation, of: ({ reference }) => reference },
  addressee: { title: titles.addressee, of: ({ addressee }, language) => textIn(addressee.name, language) },
  responsible: { title: titles.responsible, of: ({ responsible }, language) => textIn(responsible.name, language) },
  role: { title: titles.role, codes: "role", of: ({ role }) => role },
  position: { title: titles.position, codes: "position", of: ({ position }) => position },
  reported: { title: titles.reported, codes: "reportedLevel", of: ({ reported }) => reported },
  assessed: { title: titles.assessed, codes: "assessedLevel", of: ({ assessed }) => assessed },
  lifecycle: { title: titles.lifecycle, codes: "lifecycle", of: ({ lifecycle }) => lifecycle },
  closureReason: { title: titles.closureReason, codes: "closureReason", of: ({ closureReason = "" }) => closureReason },
  timeliness: { title: titles.timeliness, codes: "timeliness", of: ({ timeliness }) => timeliness },
  update: { title: titles.update, codes: "cycleUpdate", of: ({ update }) => update },
  followUp: { title: titles.followUp, of: ({ followUp }) => followUp },
};
