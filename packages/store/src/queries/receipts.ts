import type { Id } from "@heed/core";
import type { Page, Paging } from "@heed/core/read-models/paging";
import type { Receipt, ReceivedEntry } from "@heed/core/read-models/receipt";
import type { Dialect, Sql } from "../connection/sql.ts";
import { Where } from "../statements/where.ts";

/** What was recorded in the name of some organizations, the newest first, without what an import brought. */
export async function readReceipts(
  sql: Sql,
  organizations: readonly Id[],
  { limit, skip = 0 }: Required<Pick<Paging, "limit">> & Pick<Paging, "skip">,
): Promise<Required<Pick<Page<Receipt>, "items" | "total">>> {
  const author =
    sql.dialect === "sqlite" ? "e.body ->> '$.author.organization'" : "e.body::json -> 'author' ->> 'organization'";
  const { text, values } = new Where(sql.dialect)
    .and("e.import_key IS NULL")
    .and(`${actorOf(sql, "e")} IS NOT NULL`)
    .andInList(`(${author})`, organizations);
  const grouped = `FROM entry e JOIN follow_up f ON f.id = e.follow_up_id JOIN recommendation r ON r.id = f.recommendation_id
    WHERE ${text} GROUP BY e.recorded_at, ${actorOf(sql, "e")}`;
  const items = await sql.all<Receipt>(
    `SELECT e.recorded_at AS "recordedAt", ${actorOf(sql, "e")} AS actor, min(e.id) AS entry, count(*) AS entries,
       min(r.reference) AS reference ${grouped} ORDER BY e.recorded_at DESC, ${actorOf(sql, "e")} LIMIT ${limit} OFFSET ${skip}`,
    values,
  );
  const [counted] = await sql.all<{ total: number }>(
    `SELECT count(*) AS total FROM (SELECT 1 AS one ${grouped}) AS receipts`,
    values,
  );
  return { items, total: counted?.total ?? 0 };
}

/** All that was recorded with an entry, by the same person at the same moment; of an imported one, itself alone. None where there is no such entry. */
export function readReceipt(sql: Sql, entry: Id): Promise<ReceivedEntry[]> {
  return sql.all<ReceivedEntry>(
    `SELECT o.follow_up_id AS "followUp", o.id AS entry FROM entry e JOIN entry o ON o.recorded_at = e.recorded_at
     WHERE e.id = ? AND (o.id = e.id OR
       (e.import_key IS NULL AND o.import_key IS NULL AND ${actorOf(sql, "o")} = ${actorOf(sql, "e")}))
     ORDER BY o.follow_up_id, o.id`,
    [entry],
  );
}

function actorOf({ dialect }: { dialect: Dialect }, row: string): string {
  return dialect === "sqlite" ? `(${row}.body ->> '$.actor')` : `(${row}.body::json ->> 'actor')`;
}
