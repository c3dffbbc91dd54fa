import type { FormerVersion, Id, Reader } from "@heed/core";
import { recommendationOf } from "../import/record-rows.ts";
import type { Database } from "../sql.ts";
import { visibleTo } from "./visibility.ts";
import { Where } from "./where.ts";

type Row = Parameters<typeof recommendationOf>[0] & { replacedAt: string; replacedBy: string };

/** The versions of a recommendation that corrections replaced, the oldest first (R65). */
export async function readFormerVersions(
  database: Database,
  reader: Reader,
  id: Id,
): Promise<readonly FormerVersion[]> {
  const where = visibleTo(reader, new Where(database.dialect).and("r.id = ?", id), "p");
  const rows = await database.all<Row>(
    `SELECT r.id, r.report_id, r.part_of_id, v.reference, r.reference_key, v.issuing_body_id, r.position, v.version, v.body,
       p.issuing_body_id AS report_issuing_body, v.replaced_at AS "replacedAt", v.replaced_by AS "replacedBy"
     FROM recommendation_version v
       JOIN recommendation r ON r.id = v.recommendation_id
       JOIN report p ON p.id = r.report_id
     WHERE ${where.text} ORDER BY v.version`,
    where.values,
  );
  return rows.map(({ replacedAt, replacedBy, ...row }) => ({
    recommendation: recommendationOf(row),
    replacedAt,
    replacedBy,
  }));
}
