import { type Day, type FollowUpSummary, type Id, type Role, type Settings, standingFrom } from "@heed/core";
import { among } from "../bulk/among.ts";
import { owedRowOf, type StoredOwed, type StoredStanding, standingRowOf } from "../projection/projection-rows.ts";
import type { Sql } from "../sql.ts";
import { organizationRefs } from "./organization-refs.ts";
import { printedAddressee, responsibleColumns, responsibleJoin } from "./responsible.ts";

type Row = { id: Id; recommendation: Id; addressee: Id; responsible: Id; role: Role } & StoredStanding;

/** The follow-ups of some recommendations on a day, by recommendation: three queries for a page. */
export async function followUpSummaries(
  sql: Sql,
  recommendations: readonly Id[],
  asOf: Day,
  settings: Settings,
): Promise<Map<Id, FollowUpSummary[]>> {
  const rows = await sql.all<Row>(
    `SELECT s.*, f.id, f.recommendation_id AS recommendation, f.addressee_id AS addressee,
       COALESCE(s.role, f.role) AS role,
       ${responsibleColumns(printedAddressee)}
     FROM follow_up f LEFT JOIN standing s ON s.follow_up_id = f.id AND s.from_on <= ? AND s.until_on > ?
       ${responsibleJoin(printedAddressee)}
     WHERE ${among(sql, "f.recommendation_id")} ORDER BY f.recommendation_id, f.id`,
    [asOf, asOf, asOf, asOf, JSON.stringify(recommendations)],
  );
  const owed = await owedOn(
    sql,
    rows.map(({ id }) => id),
    asOf,
  );
  const refs = await organizationRefs(
    sql,
    rows.flatMap(({ addressee, responsible }) => [addressee, responsible]),
  );
  const summaries = new Map<Id, FollowUpSummary[]>(recommendations.map((id) => [id, []]));
  for (const row of rows)
    summaries.get(row.recommendation)?.push({
      id: row.id,
      recommendation: row.recommendation,
      addressee: refs.get(row.addressee),
      responsible: refs.get(row.responsible),
      role: row.role,
      ...answersOf(row, owed.get(row.id) ?? [], asOf, settings),
    });
  return summaries;
}

/** Nothing while it is a draft and before publication. */
function answersOf(row: Row, owed: readonly StoredOwed[], asOf: Day, settings: Settings): Partial<FollowUpSummary> {
  if (row.from_on === null) return {};
  const { from: _, until: __, ...answers } = standingRowOf(row);
  const standing = standingFrom(answers, owed.map(owedRowOf), asOf, settings);
  const { position, reported, assessed, lifecycle, closureReason, timeliness, verificationTimeliness } = standing;
  return {
    position,
    reported,
    assessed,
    lifecycle,
    ...(closureReason && { closureReason }),
    timeliness,
    ...(verificationTimeliness && { verificationTimeliness }),
    divergent: standing.divergent,
    unverified: standing.unverified,
  };
}

async function owedOn(sql: Sql, followUps: readonly Id[], asOf: Day): Promise<Map<Id, StoredOwed[]>> {
  const rows = await sql.all<StoredOwed>(
    `SELECT * FROM owed WHERE ${among(sql, "follow_up_id")} AND owed_from <= ? AND owed_until > ?`,
    [JSON.stringify(followUps), asOf, asOf],
  );
  const byFollowUp = new Map<Id, StoredOwed[]>();
  for (const row of rows) {
    const id = String(row.follow_up_id);
    const known = byFollowUp.get(id);
    if (known) known.push(row);
    else byFollowUp.set(id, [row]);
  }
  return byFollowUp;
}
