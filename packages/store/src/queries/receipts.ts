import type { Day, Id, Reader, Settings } from "@heed/core";
import type { Page, Paging } from "@heed/core/read-models/paging";
import type { Receipt, ReceivedEntry } from "@heed/core/read-models/receipt";
import { visibleTo } from "../access/visibility.ts";
import type { Database, Dialect, Sql } from "../connection/sql.ts";
import { loadCases } from "../derived/load-cases.ts";
import { readCoordination } from "../organizations/coordination.ts";
import { inList } from "../statements/in-list.ts";
import { Where } from "../statements/where.ts";
import { seenEntries } from "./follow-up.ts";

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

/**
 * What the reader may see of all that was recorded with an entry, by the same person at the same moment; of an imported one, itself
 * alone. None where there is no such entry, or the reader may not see it: what is hidden is not counted either (R59).
 */
export async function readReceipt(
  database: Database,
  reader: Reader & { today: Day },
  entry: Id,
  settings: Settings,
): Promise<ReceivedEntry[]> {
  const where = visibleTo(reader, new Where(database.dialect), "p")
    .and("e.id = ?", entry)
    .and(
      `o.id = e.id OR
       (e.import_key IS NULL AND o.import_key IS NULL AND ${actorOf(database, "o")} = ${actorOf(database, "e")})`,
    );
  const named = await database.all<ReceivedEntry>(
    `SELECT o.follow_up_id AS "followUp", o.id AS entry FROM entry e JOIN entry o ON o.recorded_at = e.recorded_at
       JOIN follow_up f ON f.id = o.follow_up_id JOIN recommendation r ON r.id = f.recommendation_id
       JOIN report p ON p.id = r.report_id
     WHERE ${where.text} ORDER BY o.follow_up_id, o.id`,
    where.values,
  );
  const followUps = [...new Set(named.map(({ followUp }) => followUp))];
  const coordination = await readCoordination(database);
  const hidden = new Set<Id>();
  for await (const cases of loadCases(database, await withSecrets(database, followUps)))
    for (const each of cases)
      for (const { id } of seenEntries(reader, each, settings, coordination).hidden) hidden.add(id);
  return hidden.has(entry) ? [] : named.filter((each) => !hidden.has(each.entry));
}

/** Those of some follow-ups on which evidence is, or was, confidential: on others nothing is hidden as a whole. */
async function withSecrets(sql: Sql, followUps: readonly Id[]): Promise<Id[]> {
  const rows = await sql.all<{ id: Id }>(
    `SELECT DISTINCT follow_up_id AS id FROM entry
     WHERE ${inList(sql, "follow_up_id")} AND body LIKE '%"confidential":true%'`,
    [JSON.stringify(followUps)],
  );
  return rows.map(({ id }) => id);
}

function actorOf({ dialect }: { dialect: Dialect }, row: string): string {
  return dialect === "sqlite" ? `(${row}.body ->> '$.actor')` : `(${row}.body::json ->> 'actor')`;
}
