import { type Day, type Entry, type Id, type Instant, type Settings, yearLevels } from "@heed/core";
import type { FollowUpYears } from "@heed/core/read-models/follow-up-years";
import type { Database } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";

type Row = { id: Id; body: string; source: string | null };

/**
 * The levels of follow-ups year by year, as of a day, and what their source itself said. The caller has checked that
 * the reader may see them.
 */
export async function readYearLevels(
  database: Database,
  followUps: readonly Id[],
  asOf: Day,
  settings: Settings,
  knownAt?: Instant,
): Promise<ReadonlyMap<Id, FollowUpYears>> {
  const list = JSON.stringify(followUps);
  const rows = await database.all<Row>(
    `SELECT f.id, r.body, f.source FROM follow_up f JOIN recommendation r ON r.id = f.recommendation_id
     WHERE ${inList(database, "f.id")}`,
    [list],
  );
  const known = knownAt === undefined ? "" : " AND recorded_at <= ?";
  const stored = await database.all<{ followUp: Id; body: string }>(
    `SELECT follow_up_id AS "followUp", body FROM entry WHERE ${inList(database, "follow_up_id")}${known}
     ORDER BY follow_up_id, recorded_at, id`,
    knownAt === undefined ? [list] : [list, knownAt],
  );
  const entries = new Map<Id, Entry[]>(rows.map(({ id }) => [id, []]));
  for (const { followUp, body } of stored) entries.get(followUp)?.push(JSON.parse(body));
  return new Map(
    rows.map(({ id, body, source }) => {
      const said = { ...JSON.parse(body).source?.said, ...(source === null ? {} : JSON.parse(source).said) };
      return [id, { years: yearLevels(entries.get(id) ?? [], asOf, settings), said }];
    }),
  );
}
