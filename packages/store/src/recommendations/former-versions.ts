import type { Id, Reader } from "@heed/core";
import { groupedBy } from "@heed/core/grouped-by";
import type { FormerVersion } from "@heed/core/recommendation/former-version";
import { visibleTo } from "../access/visibility.ts";
import type { Database, Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";
import { Where } from "../statements/where.ts";
import { formerVersionColumns } from "../tables/former-version-rows.ts";
import { recommendationOf, type StoredRecommendation } from "../tables/recommendation-rows.ts";

type Row = StoredRecommendation & { replacedAt: string; replacedBy: string };

/** The versions of a recommendation that corrections replaced, the oldest first (R65). */
export async function readFormerVersions(
  database: Database,
  reader: Reader,
  id: Id,
): Promise<readonly FormerVersion[]> {
  return (
    (await formerVersionsWhere(database, visibleTo(reader, new Where(database.dialect).and("r.id = ?", id), "p"))).get(
      id,
    ) ?? []
  );
}

/** Those of some recommendations, by their ids; none for one that was never corrected. */
export function formerVersionsOf(sql: Sql, ids: readonly Id[]): Promise<ReadonlyMap<Id, readonly FormerVersion[]>> {
  return formerVersionsWhere(sql, new Where(sql.dialect).and(inList(sql, "v.recommendation_id"), JSON.stringify(ids)));
}

async function formerVersionsWhere(sql: Sql, where: Where): Promise<ReadonlyMap<Id, readonly FormerVersion[]>> {
  const rows = await sql.all<Row>(
    `SELECT ${formerVersionColumns}, v.replaced_at AS "replacedAt", v.replaced_by AS "replacedBy"
     FROM recommendation_version v
       JOIN recommendation r ON r.id = v.recommendation_id
       JOIN report p ON p.id = r.report_id
     WHERE ${where.text} ORDER BY v.recommendation_id, v.version`,
    where.values,
  );
  return groupedBy(
    rows,
    ({ id }) => id,
    ({ replacedAt, replacedBy, ...row }) => ({ recommendation: recommendationOf(row), replacedAt, replacedBy }),
  );
}
