import type { Id, Link, Reader } from "@heed/core";
import { visibleTo } from "../access/visibility.ts";
import type { Database } from "../connection/sql.ts";
import { Where } from "../statements/where.ts";
import { visibleGround } from "./visible-ground.ts";

/**
 * The links to and from a recommendation, in the order of their days; links of drafts only for readers who may see the
 * drafts.
 */
export async function readLinks(database: Database, reader: Reader, recommendation: Id): Promise<readonly Link[]> {
  const where = new Where(database.dialect).and("l.from_id = ? OR l.to_id = ?", recommendation, recommendation);
  visibleTo(reader, where, "p");
  visibleTo(reader, where, "q");
  visibleGround(reader, where, "l");
  const rows = await database.all<{ body: string }>(
    `SELECT l.body FROM recommendation_link l
       JOIN recommendation r ON r.id = l.from_id JOIN report p ON p.id = r.report_id
       LEFT JOIN recommendation s ON s.id = l.to_id JOIN report q ON q.id = COALESCE(s.report_id, r.report_id)
     WHERE ${where.text} ORDER BY l.on_day, l.id`,
    where.values,
  );
  return rows.map(({ body }) => JSON.parse(body) as Link);
}
