import type { Id, Instant, Reader } from "@heed/core";
import type { LevelOverride } from "@heed/core/recommendation/level-override";
import { levelOverridesOf } from "../register/overridden.ts";
import type { Sql } from "../sql.ts";
import { visibleTo } from "./visibility.ts";
import { Where } from "./where.ts";

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
