import { textIn } from "../localized-text.ts";
import type { OwingOrganization } from "../read-models/owing-organization.ts";
import type { Columns } from "./list-table.ts";
import { titles } from "./titles.ts";

/** Who owes what is overdue. */
export const owingColumns: Columns<OwingOrganization> = {
  code: { title: titles.code, of: ({ organization }) => organization.code },
  name: { title: titles.name, of: ({ organization }, language) => textIn(organization.name, language) },
  overdue: { title: titles.overdue, type: "integer", of: ({ overdue }) => overdue },
  longest: { title: titles.longest, type: "integer", of: ({ longest }) => longest },
};
