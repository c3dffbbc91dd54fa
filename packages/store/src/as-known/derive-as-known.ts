import type { Day, Id, Instant, Settings } from "@heed/core";
import type { Sql } from "../connection/sql.ts";
import { loadCases } from "../derived/load-cases.ts";
import { appendProjectionChanges, ProjectionChanges } from "../derived/projection-changes.ts";
import { derivedRows, type ProjectionRows } from "../derived/projection-rows.ts";
import { writeProjections } from "../derived/write-projections.ts";
import type { Where } from "../statements/where.ts";

const followUpsPerPage = 500;

/** Without a day the question is about several: what changed between two. */
export type Asking = { knownAt: Instant; asOf?: Day | undefined; settings: Settings };

/**
 * Derives the follow-ups that fulfil some conditions and are not derived yet, by what was known at the moment, and writes
 * what holds on the day, or over all time, with its counts. At most a page of them is in memory.
 */
export async function deriveAsKnown(sql: Sql, which: Where, { knownAt, asOf, settings }: Asking): Promise<void> {
  const changes = new ProjectionChanges();
  let pages = 0;
  let ids: Id[] = [];
  do {
    ids = await underivedAfter(sql, ids.at(-1) ?? "", which);
    for await (const cases of loadCases(sql, ids, { knownAt }))
      await writeProjections(sql, nothing, derivedRows(cases, settings, asOf), changes);
    pages += 1;
  } while (ids.length === followUpsPerPage);
  await appendProjectionChanges(sql, changes);
  // The server has no statistics of new tables, and would read them whole for each row of another.
  if (sql.dialect === "postgresql" && pages > 1)
    await sql.run(
      `ANALYZE standing, owed, responsibility, late_year, report${asOf === undefined ? ", follow_up_change" : ""}`,
    );
}

const nothing: ProjectionRows = { responsibility: [], owed: [], standing: [], follow_up_change: [] };

async function underivedAfter(sql: Sql, after: Id, which: Where): Promise<Id[]> {
  const rows = await sql.all<{ id: Id }>(
    `SELECT f.id FROM follow_up f JOIN recommendation r ON r.id = f.recommendation_id JOIN report p ON p.id = r.report_id
     WHERE f.id > ? AND NOT EXISTS (SELECT 1 FROM standing s WHERE s.follow_up_id = f.id)
       AND ${which.text} ORDER BY f.id LIMIT ${followUpsPerPage}`,
    [after, ...which.values],
  );
  return rows.map(({ id }) => id);
}
