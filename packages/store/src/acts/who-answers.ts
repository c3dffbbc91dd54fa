import type { ActContext, Actor, Day, Id } from "@heed/core";
import { isOwnFollowUp, type responsibleNow } from "@heed/core/acts/act";
import type { Sql } from "../connection/sql.ts";
import { readCoordination } from "../organizations/coordination.ts";
import { inList } from "../statements/in-list.ts";

export type ResponsibleNow = ReturnType<typeof responsibleNow>;

/** Organizations of a respondent that exist no more, by their own day of dissolution; a change of organizations is read with the case. */
export async function dissolvedOf(
  sql: Sql,
  { role, organizations }: Pick<Actor, "role" | "organizations">,
  today: Day,
): Promise<readonly Id[]> {
  if (role !== "respondent") return [];
  const rows = await sql.all<{ id: Id }>(
    `SELECT id FROM organization WHERE dissolved_on <= ? AND ${inList(sql, "id")}`,
    [today, JSON.stringify(organizations)],
  );
  return rows.map(({ id }) => id);
}

/** Read only for a respondent whose own organization is not responsible: it may be the coordinator (R40). */
export async function coordinatorsAsked(
  sql: Sql,
  context: ActContext,
  responsible: ResponsibleNow,
): Promise<readonly Id[]> {
  if (context.actor.role !== "respondent" || isOwnFollowUp(context, responsible)) return [];
  return (await readCoordination(sql))(responsible.addressee.organization, context.today);
}
