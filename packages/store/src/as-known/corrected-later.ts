import type { Id, Instant, Recommendation } from "@heed/core";
import { groupedBy } from "@heed/core/grouped-by";
import type { Sql } from "../connection/sql.ts";
import { formerReferencesAmong } from "../recommendations/former-references.ts";
import { inList } from "../statements/in-list.ts";
import { type Columns, insertRows } from "../statements/insert-rows.ts";
import { pages } from "../statements/pages-of.ts";
import { searchedWords } from "../tables/recommendation-rows.ts";

const columns = {
  id: "text",
  reference: "text",
  own_issuing_body_id: "text",
  version: "integer",
  body: "text",
  words: "text",
  former_references: "text",
} as const satisfies Columns;

const rowsPerPage = 500;

/**
 * Fills the temporary table `corrected_later` with the recommendations that were corrected after a moment, as they read
 * then. Answers whether there are any.
 */
export async function createCorrectedLater(sql: Sql, knownAt: Instant): Promise<boolean> {
  const types = Object.entries(columns).map(([name, kind]) => `${name} ${kind}${name === "id" ? " PRIMARY KEY" : ""}`);
  await sql.run(`CREATE TEMP TABLE corrected_later (${types.join(", ")})`);
  let any = false;
  for await (const page of pages<Version>((last) => versionsThen(sql, knownAt, last?.id ?? ""))) {
    any = true;
    const earlier = await earlierReferences(
      sql,
      page.map(({ id }) => id),
      knownAt,
    );
    await insertRows(
      sql,
      "corrected_later",
      columns,
      page.map(({ id, reference, ownIssuingBody, version, body }) => {
        const former = formerReferencesAmong(earlier.get(id) ?? [], reference);
        const words = searchedWords(reference, JSON.parse(body) as Recommendation, former);
        return [id, reference, ownIssuingBody, version, body, words, JSON.stringify(former)];
      }),
    );
  }
  return any;
}

type Version = { id: Id; reference: string; ownIssuingBody: Id | null; version: number; body: string };

/** Of each recommendation, the first version that was replaced after the moment. */
function versionsThen(sql: Sql, knownAt: Instant, after: Id): Promise<Version[]> {
  return sql.all<Version>(
    `SELECT v.recommendation_id AS id, v.reference, v.own_issuing_body_id AS "ownIssuingBody", v.version, v.body
     FROM recommendation_version v
     WHERE v.recommendation_id > ? AND v.replaced_at > ? AND NOT EXISTS (
       SELECT 1 FROM recommendation_version w
       WHERE w.recommendation_id = v.recommendation_id AND w.version < v.version AND w.replaced_at > ?)
     ORDER BY v.recommendation_id LIMIT ${rowsPerPage}`,
    [after, knownAt, knownAt],
  );
}

async function earlierReferences(sql: Sql, ids: readonly Id[], knownAt: Instant): Promise<Map<Id, string[]>> {
  const rows = await sql.all<{ id: Id; reference: string }>(
    `SELECT recommendation_id AS id, reference FROM recommendation_version
     WHERE ${inList(sql, "recommendation_id")} AND replaced_at <= ? ORDER BY recommendation_id, version`,
    [JSON.stringify(ids), knownAt],
  );
  return groupedBy(
    rows,
    ({ id }) => id,
    ({ reference }) => reference,
  );
}
