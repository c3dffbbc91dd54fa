import { type Day, daysBetween, type Id, type Settings } from "@heed/core";
import type { OverdueFilter } from "@heed/core/read-models/overdue-filter";
import type { OwingOrganization } from "@heed/core/read-models/owing-organization";
import type { Source } from "../as-known/source.ts";
import { Where } from "../statements/where.ts";
import { localizedText } from "./localized-text.ts";
import { rowsOfParts } from "./owed-parts/joined.ts";
import { overdueOnDay } from "./owed-parts/owed-on-day.ts";
import { owedParts } from "./owed-parts/owed-parts.ts";
import { andRecorded } from "./recorded-where.ts";

type Row = { id: Id; code: string; name: string; overdue: number; earliest: Day };

/** The organizations that owe what is overdue on a day, the one that owes most first, then the one overdue longest. */
export async function readOwing(
  source: Source,
  filter: OverdueFilter,
  settings: Settings,
  limit?: number,
): Promise<readonly OwingOrganization[]> {
  await source.derive?.(andRecorded(new Where(source.dialect), filter));
  const { asOf } = filter;
  const parts = await owedParts(source, filter, overdueOnDay(source, filter, settings));
  const { text, values } = rowsOfParts(parts, "o.responsible_id");
  const rows = await source.all<Row>(
    `SELECT b.id, b.code, b.name, owing.overdue, owing.earliest FROM (
       SELECT responsible_id AS organization_id, count(*) AS overdue, min(due) AS earliest
       FROM (${text}) AS owed_then GROUP BY 1) owing
     JOIN organization b ON b.id = owing.organization_id
     ORDER BY owing.overdue DESC, owing.earliest, b.code${limit === undefined ? "" : ` LIMIT ${limit}`}`,
    values,
  );
  return rows.map(({ id, code, name, overdue, earliest }) => ({
    organization: { id, code, name: localizedText(name) },
    overdue: Number(overdue),
    longest: daysBetween(earliest, asOf),
  }));
}
