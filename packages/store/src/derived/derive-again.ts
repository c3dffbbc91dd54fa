import type { Id, Settings } from "@heed/core";
import type { Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";
import { storedCases } from "./load-cases.ts";
import { ProjectionChanges, writeProjectionChanges } from "./projection-changes.ts";
import { derivedRows } from "./projection-rows.ts";
import { storedRows, writeProjections } from "./write-projections.ts";

/**
 * The follow-ups that an event affects: its own, all of some organizations and their predecessors (a cycle, a change of
 * organizations), or all (settings) (D3).
 */
export type Derivable = { followUps: readonly Id[] } | { organizations: readonly Id[] } | "all";

const followUpsPerPage = 1000;

/**
 * Derives the projections again from the entries, within a transaction, in bounded memory. Answers the number of
 * follow-ups.
 */
export async function deriveAgain(sql: Sql, which: Derivable, settings: Settings): Promise<number> {
  let derived = 0;
  let after: Id | undefined = "";
  while (after !== undefined) {
    const page: { last: Id | undefined; derived: number } = await derivePage(sql, which, after, settings);
    derived += page.derived;
    after = page.derived < followUpsPerPage ? undefined : page.last;
  }
  return derived;
}

/** Derives the next thousand after an id; `last` is undefined when there are none. */
export async function derivePage(
  sql: Sql,
  which: Derivable,
  after: Id,
  settings: Settings,
): Promise<{ last: Id | undefined; derived: number }> {
  const ids = await lockPage(sql, which, after);
  const [kept, stored] = await Promise.all([storedCases(sql, ids), storedRows(sql, ids)]);
  const cases = kept.map((each) => each.case);
  const changes = new ProjectionChanges();
  await writeProjections(sql, stored, derivedRows(cases, settings), changes);
  await writeProjectionChanges(sql, changes);
  return { last: ids.at(-1), derived: ids.length };
}

/**
 * On PostgreSQL the rows are locked in the order of their ids: without the lock an act at the same time would be
 * missing from its own projection.
 */
export function lockPage(sql: Sql, which: Derivable, after: Id): Promise<Id[]> {
  return readPage(sql, which, after, sql.dialect === "postgresql" ? " FOR UPDATE OF f" : "");
}

/** The same without locks, for who only looks. */
export function pageOfDerivable(sql: Sql, which: Derivable, after: Id): Promise<Id[]> {
  return readPage(sql, which, after, "");
}

async function readPage(sql: Sql, which: Derivable, after: Id, lock: string): Promise<Id[]> {
  const end = `ORDER BY f.id LIMIT ${followUpsPerPage}${lock}`;
  const rows = await (which === "all"
    ? sql.all<{ id: Id }>(`SELECT f.id FROM follow_up f WHERE f.id > ? ${end}`, [after])
    : "organizations" in which
      ? sql.all<{ id: Id }>(
          `WITH RECURSIVE before(id) AS (
             ${sql.dialect === "sqlite" ? "SELECT value FROM json_each(?)" : 'SELECT jsonb_array_elements_text(?::jsonb) COLLATE "C"'}
             UNION SELECT o.organization_id FROM before
               JOIN organization_change_part r ON r.organization_id = before.id AND r.part = 'result'
               JOIN organization_change_part o ON o.change_id = r.change_id AND o.part = 'original'
           )
           SELECT f.id FROM follow_up f JOIN recommendation r ON r.id = f.recommendation_id
           WHERE f.id > ? AND (f.addressee_id IN (SELECT id FROM before) OR r.issuing_body_id IN (SELECT id FROM before)
             -- found by an editor, where no change led to it; or replaced by what was asked of one of them
             OR f.recommendation_id IN (SELECT l.to_id FROM recommendation_link l
               JOIN follow_up newer ON newer.recommendation_id = l.from_id
               WHERE l.withdrawn_at IS NULL AND newer.addressee_id IN (SELECT id FROM before))
             OR f.id IN (SELECT follow_up_id FROM responsibility WHERE organization_id IN (SELECT id FROM before)))
           ${end}`,
          [JSON.stringify(which.organizations), after],
        )
      : sql.all<{ id: Id }>(`SELECT f.id FROM follow_up f WHERE f.id > ? AND ${inList(sql, "f.id")} ${end}`, [
          after,
          JSON.stringify(which.followUps),
        ]));
  return rows.map(({ id }) => id);
}
