import type { Id, Report } from "@heed/core";
import type { LevelOverride, Overridden } from "@heed/core/recommendation-standing/level-override";
import type { Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";
import { jsonField } from "../statements/json-field.ts";
import { publishedOn } from "../tables/published-on.ts";

type Row = {
  id: Id;
  reference: string;
  status: Report["status"];
  parts: number;
  publishedOn: string | null;
  publishedOnPrecision: string | null;
};

/** The recommendations that overrides apply to, by id; unknown ids are left out. */
export async function overriddenAmong(sql: Sql, recommendations: readonly Id[]): Promise<Map<Id, Overridden>> {
  const rows = await sql.all<Row>(
    `SELECT r.id, r.reference, p.status, p.published_on AS "publishedOn",
       ${jsonField(sql.dialect, "p.body", "publishedOnPrecision")} AS "publishedOnPrecision",
       (SELECT count(*) FROM recommendation part WHERE part.part_of_id = r.id) AS parts
     FROM recommendation r JOIN report p ON p.id = r.report_id WHERE ${inList(sql, "r.id")}`,
    [JSON.stringify(recommendations)],
  );
  const overrides = await levelOverridesOf(sql, recommendations);
  return new Map(
    rows.map(({ id, reference, status, parts, ...published }) => [
      id,
      {
        recommendation: { reference },
        report: { status, ...publishedOn(published) },
        hasParts: parts > 0,
        overrides: overrides.filter(({ recommendation }) => recommendation === id),
      },
    ]),
  );
}

/** The overrides of some recommendations, and their withdrawals, in the order of their days; `knownAt` in UTC. */
export async function levelOverridesOf(
  sql: Sql,
  recommendations: readonly Id[],
  knownAt?: string,
): Promise<LevelOverride[]> {
  const rows = await sql.all<{ body: string }>(
    `SELECT o.body FROM level_override o WHERE ${inList(sql, "o.recommendation_id")}
       ${knownAt === undefined ? "" : "AND o.recorded_at <= ?"} ORDER BY o.on_day, o.recorded_at, o.id`,
    [JSON.stringify(recommendations), ...(knownAt === undefined ? [] : [knownAt])],
  );
  return rows.map(({ body }) => JSON.parse(body) as LevelOverride);
}
