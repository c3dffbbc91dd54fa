import { createHash } from "node:crypto";
import type { Id } from "@heed/core";
import { groupedBy } from "@heed/core/grouped-by";
import type { Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";
import { contentDigest } from "../tables/content-digest.ts";
import { recommendationColumns, recommendationOf, type StoredRecommendation } from "../tables/recommendation-rows.ts";
import { reportColumns, reportOf, type StoredReport } from "../tables/report-rows.ts";
import { leftByImport } from "./first-record.ts";

/**
 * What the record of an imported report keeps: the number of recommendations, the SHA-256 over everything that imports
 * left of it, and the SHA-256 over all by which the next import of the same file knows it. Older records have no
 * `known`.
 */
export type ImportedReport = { id: Id; recommendations: number; digest: string; known: string };

/**
 * What imports left of some reports: the report, its recommendations, and the former versions that an import replaced.
 * What an act changed later is taken from the first record of its chain, which keeps the content before that act; what
 * an act created is left out. The digest therefore stays the same whatever acts follow.
 */
export async function importedReports(sql: Sql, ids: readonly Id[]): Promise<ImportedReport[]> {
  const made = new Map(
    ids.map((id) => [id, { recommendations: 0, digest: createHash("sha256"), known: createHash("sha256") }]),
  );
  for await (const { report, line, knownBy, recommendation } of imported(sql, ids)) {
    const of = made.get(report);
    if (line !== undefined) of?.digest.update(`${line}\n`);
    if (knownBy !== undefined) of?.known.update(`${knownBy}\n`);
    if (of && recommendation) of.recommendations += 1;
  }
  return [...made].map(([id, { recommendations, digest, known }]) => ({
    ...{ id, recommendations, digest: digest.digest("hex"), known: known.digest("hex") },
  }));
}

/** A line of the digest, and one of what it is known by. */
type Part = { report: Id; line?: string; knownBy?: string; recommendation?: true };

async function* imported(sql: Sql, ids: readonly Id[]): AsyncIterable<Part> {
  yield* await reports(sql, ids);
  let after = { reportId: "", position: 0, id: "" };
  for (;;) {
    const rows = await recommendationsAfter(sql, ids, after);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield* await recommendations(sql, rows);
    after = last;
  }
}

async function reports(sql: Sql, ids: readonly Id[]): Promise<Part[]> {
  type Row = StoredReport & { recordedAt: string } & Known;
  const rows = await sql.all<Row>(
    `SELECT ${reportColumns()}, recorded_at AS "recordedAt", ${knownColumns("report")} FROM report WHERE ${inList(sql, "id")} ORDER BY id`,
    [JSON.stringify(ids)],
  );
  const known = await leftByImport(sql, "report", ids);
  const parts = rows.flatMap((row) => {
    const first = known.get(row.id);
    const part = { report: row.id, ...knownBy(row) };
    if (first === "madeByAct") return [part];
    return [{ ...part, line: `report ${row.recordedAt} ${contentDigest(first ?? reportOf(row))}` }];
  });
  return [...parts, ...(await formerReports(sql, ids))];
}

/** What a file told of the time before it came in. */
async function formerReports(sql: Sql, ids: readonly Id[]): Promise<Part[]> {
  const versions = await sql.all<{ report: Id; version: number; body: string }>(
    `SELECT report_id AS report, version, body, replaced_at, replaced_by FROM report_version
     WHERE ${inList(sql, "report_id")} ORDER BY report_id, version`,
    [JSON.stringify(ids)],
  );
  return versions.map(({ report, body, ...rest }) => ({
    report,
    line: `former report ${contentDigest({ ...rest, body: JSON.parse(body) })}`,
  }));
}

/** What an import compares with its file. A thing without an import key is compared with none. */
type Known = { importKey: string | null; contentDigest: string | null };

function knownColumns(table: string): string {
  return `${table}.import_key AS "importKey", ${table}.content_digest AS "contentDigest"`;
}

function knownBy({ id, importKey, contentDigest: digest }: { id: Id } & Known): { knownBy?: string } {
  return importKey === null ? {} : { knownBy: contentDigest([id, importKey, digest]) };
}

type Row = StoredRecommendation & { position: number; recordedAt: string } & Known;

const recommendationsPerPage = 1000;

/** Page by page, in the order of the report's index: a report may have very many. */
function recommendationsAfter(
  sql: Sql,
  ids: readonly Id[],
  after: { reportId: Id; position: number; id: Id },
): Promise<Row[]> {
  return sql.all<Row>(
    `SELECT ${recommendationColumns}, r.position, r.recorded_at AS "recordedAt", ${knownColumns("r")}
     FROM recommendation r JOIN report p ON p.id = r.report_id
     WHERE ${inList(sql, "r.report_id")} AND (r.report_id, r.position, r.id) > (?, ?, ?)
     ORDER BY r.report_id, r.position, r.id LIMIT ${recommendationsPerPage}`,
    [JSON.stringify(ids), after.reportId, after.position, after.id],
  );
}

async function recommendations(sql: Sql, rows: readonly Row[]): Promise<Part[]> {
  const ids = rows.map(({ id }) => id);
  const [known, versions] = [await leftByImport(sql, "recommendation", ids), await formerVersions(sql, ids)];
  const parts: Part[] = [];
  for (const row of rows) {
    const first = known.get(row.id);
    const part = { report: row.reportId, ...knownBy(row) };
    if (first === "madeByAct") {
      parts.push(part);
      continue;
    }
    const { version } = (first ?? row) as { version: number };
    const line = `recommendation ${row.id} ${row.recordedAt} ${row.position} ${contentDigest(first ?? recommendationOf(row))}`;
    parts.push({ ...part, line, recommendation: true });
    // Former versions from the first act on are covered by the recommendation's own chain.
    for (const former of versions.get(row.id) ?? [])
      if (former.version < version)
        parts.push({ report: row.reportId, line: `former ${row.id} ${former.digest}`, knownBy: former.more });
  }
  return parts;
}

/** `more` is what the digest leaves out. */
type FormerVersion = { version: number; digest: string; more: string };

async function formerVersions(sql: Sql, ids: readonly Id[]): Promise<Map<Id, FormerVersion[]>> {
  const rows = await sql.all<{ id: Id; version: number; body: string; own: Id | null; digest: string | null }>(
    `SELECT recommendation_id AS id, version, reference, issuing_body_id, body, replaced_at, replaced_by,
       own_issuing_body_id AS own, content_digest AS digest
     FROM recommendation_version WHERE ${inList(sql, "recommendation_id")} ORDER BY recommendation_id, version`,
    [JSON.stringify(ids)],
  );
  return groupedBy(
    rows,
    ({ id }) => id,
    ({ own, digest, ...row }) => ({
      ...{ version: row.version, digest: contentDigest({ ...row, body: JSON.parse(row.body) }) },
      more: contentDigest([row.id, row.version, own, digest]),
    }),
  );
}
