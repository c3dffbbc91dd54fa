import type { Id, Instant, Reader } from "@heed/core";
import type { LevelOverride } from "@heed/core/recommendation-standing/level-override";
import { visibleTo } from "../access/visibility.ts";
import type { Sql } from "../connection/sql.ts";
import { levelOverridesOf } from "../recommendations/overridden.ts";
import { Where } from "../statements/where.ts";

/** The overrides of a recommendation that the reader may see, in the order of their days. */
export async function readLevelOverrides(
  sql: Sql,
  reader: Reader,
  id: Id,
  knownAt?: Instant,
): Promise<readonly LevelOverride[]> {
  const where = visibleTo(reader, new Where(sql.dialect).and("r.id = ?", id), "p");
  const rows = await sql.all<{ id: Id }>(
    `SELECT r.id FROM recommendation r JOIN report p ON p.id = r.report_id WHERE ${where.text}`,
    where.values,
  );
  return levelOverridesOf(
    sql,
    rows.map((row) => row.id),
    knownAt,
  );
}
