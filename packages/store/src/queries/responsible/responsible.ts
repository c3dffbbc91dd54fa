import type { Day, Id } from "@heed/core";
import type { Dialect, Sql } from "../../connection/sql.ts";
import { inList } from "../../statements/in-list.ts";
import { Where } from "../../statements/where.ts";

/**
 * A table, the id of its rows, and the SQL for the printed organization of a row and the side of the follow-up that it
 * is on.
 */
export type Printed = { table: string; id: string; followUp: string; organization: string; side: string };

/** The addressee of a follow-up `f`. */
export const printedAddressee: Printed = {
  table: "follow_up f",
  id: "f.id",
  followUp: "f.id",
  organization: "f.addressee_id",
  side: "'addressee'",
};

/** Who verifies a follow-up `f`: the body that issued the recommendation, or its successor. */
export const printedIssuingBody: Printed = {
  table: "(SELECT i.id, r.issuing_body_id FROM follow_up i JOIN recommendation r ON r.id = i.recommendation_id) AS f",
  id: "f.id",
  followUp: "f.id",
  organization: "f.issuing_body_id",
  side: "'issuingBody'",
};

/**
 * The join that finds the responsible organization of a row on a day, when it is no longer the printed one (R14); it
 * takes the day twice. It gives `responsible.organization_id` and `responsible.state`.
 */
export function responsibleJoin({ followUp, side }: Printed): string {
  return `LEFT JOIN responsibility responsible ON responsible.follow_up_id = ${followUp} AND responsible.side = ${side}
    AND responsible.state <> 'candidate' AND responsible.from_on <= ? AND responsible.until_on > ?`;
}

/** The columns that responsibleJoin() finds. */
export function responsibleColumns({ organization }: Printed): string {
  return `COALESCE(responsible.organization_id, ${organization}) AS responsible, responsible.state AS "responsibleState"`;
}

/**
 * Adds the condition that one of the organizations is responsible on the day: by succession, as the printed one, or as
 * a candidate while nobody has decided (R41). Both ways start from the organization, by the index of printed
 * organizations and by that of responsible ones; `which` adds conditions so that fewer rows are found.
 */
export function andResponsible(
  sql: Sql,
  where: Where,
  asOf: Day,
  organizations: readonly Id[] | undefined,
  { table, id, followUp, organization, side }: Printed,
  which = new Where(sql.dialect),
): Where {
  if (organizations === undefined) return where;
  const list = JSON.stringify(organizations);
  return where.and(
    `${id} IN (SELECT ${id} FROM ${table} WHERE ${which.text} AND ${inList(sql, organization)}
        AND NOT EXISTS (SELECT 1 FROM responsibility
          WHERE follow_up_id = ${followUp} AND side = ${side} AND from_on <= ? AND until_on > ?)
      UNION ALL SELECT ${id} FROM responsibility taken JOIN ${table} ON ${followUp} = taken.follow_up_id AND ${side} = taken.side
        WHERE ${which.text} AND ${inList(sql, "taken.organization_id")} AND taken.from_on <= ? AND taken.until_on > ?)`,
    ...[...which.values, list, asOf, asOf],
    ...[...which.values, list, asOf, asOf],
  );
}

/**
 * Adds the condition that one of the organizations is responsible on the day in a row of `standing` or `owed` that applies
 * then, or a candidate while nobody has decided (R41). `side` is the SQL for the side of the follow-up that it is on.
 */
export function andResponsibleIn(
  where: Where,
  row: string,
  side: string,
  { asOf, responsible }: { asOf: Day; responsible?: readonly Id[] },
): Where {
  if (responsible === undefined) return where;
  const itself = new Where(where.dialect).andInList(`${row}.responsible_id`, responsible);
  const candidate = candidatesOn(where.dialect, asOf, responsible).and(
    `candidate.follow_up_id = ${row}.follow_up_id AND candidate.side = ${side}`,
  );
  return where.and(
    `${itself.text} OR EXISTS (SELECT 1 FROM responsibility candidate WHERE ${candidate.text})`,
    ...itself.values,
    ...candidate.values,
  );
}

/** The conditions for rows `candidate` of responsibility: the organizations may turn out to be responsible on the day (R41). */
export function candidatesOn(dialect: Dialect, asOf: Day, organizations: readonly Id[] | undefined): Where {
  return new Where(dialect)
    .and("candidate.state = 'candidate'")
    .andInList("candidate.organization_id", organizations)
    .and("candidate.from_on <= ? AND candidate.until_on > ?", asOf, asOf);
}
