import type { Id, Issue } from "@heed/core";
import { differences } from "@heed/core/import/differences";
import type { SqlValue } from "../connection/sql.ts";
import type { ImportContext } from "./import-context.ts";

/** Reports `p` of this source whose facts an editor has corrected: they are few, and most imports have none. */
const corrected = `substr(p.import_key, 1, ?) = ? AND EXISTS (
  SELECT 1 FROM register_record c WHERE c.kind = 'report' AND c.thing_id = p.id AND c.action = 'changeReport')`;

function ofSource({ plan }: ImportContext): SqlValue[] {
  return [plan.name.length, plan.name];
}

export async function hasCorrectedReports(context: ImportContext): Promise<boolean> {
  return (await context.sql.all(`SELECT 1 FROM report p WHERE ${corrected} LIMIT 1`, ofSource(context))).length > 0;
}

/**
 * A report is recognized by the issuing body and reference under which it was imported. When both were corrected here
 * and the source has corrected them too, its rows get the earlier key.
 */
export async function keyByCorrectedReports(context: ImportContext): Promise<void> {
  const { sql, runId } = context;
  await sql.run(
    `UPDATE staged_key SET report_key = moved.known_key,
       import_key = moved.known_key || substr(import_key, length(report_key) + 1),
       other_key = moved.known_key || substr(other_key, length(report_key) + 1)
     FROM (SELECT k.line, min(p.import_key) AS known_key
           FROM staged_key k JOIN staged_row s ON s.run_id = k.run_id AND s.line = k.line
             JOIN staged_name b ON b.run_id = k.run_id AND b.name_key = s.report_body_key
             JOIN report p ON p.reference_key = s.report_reference_key AND p.issuing_body_id = b.organization_id
           WHERE k.run_id = ? AND ${corrected}
             AND NOT EXISTS (SELECT 1 FROM report known WHERE known.import_key = k.report_key)
           GROUP BY k.line HAVING count(DISTINCT p.id) = 1) AS moved
     WHERE staged_key.run_id = ? AND staged_key.line = moved.line`,
    [runId, ...ofSource(context), runId],
  );
}

type Facts = { body: string; year: number; day: string | null };
type Compared = { reportKey: string; digest: string } & {
  [Key in keyof Facts as `known_${Key}` | `given_${Key}`]: Facts[Key];
};

/** Facts about a corrected report are known when they are what the report says now. */
export async function knowCorrectedReports(context: ImportContext): Promise<void> {
  const { sql, runId } = context;
  const rows = await sql.all<Compared>(
    `SELECT t.report_key AS "reportKey", s.report_digest AS digest, p.body AS known_body, p.reporting_year AS known_year,
       p.published_on AS known_day, s.report_body AS given_body, s.reporting_year AS given_year, s.published_on AS given_day
     FROM staged_report t JOIN report p ON p.id = t.report_id
       JOIN staged_row s ON s.run_id = t.run_id AND s.line = t.first_line
     WHERE t.run_id = ? AND t.known = 1 AND t.digest <> s.report_digest AND ${corrected}
       AND (p.reference_key = s.report_reference_key OR EXISTS (SELECT 1 FROM former_reference f
         WHERE f.kind = 'report' AND f.thing_id = p.id AND f.reference_key = s.report_reference_key))`,
    [runId, ...ofSource(context)],
  );
  for (const row of rows) {
    const facts = ({ body, year, day }: Facts) => ({ ...JSON.parse(body), source: undefined, year, day });
    const known = facts({ body: row.known_body, year: row.known_year, day: row.known_day });
    const given = facts({ body: row.given_body, year: row.given_year, day: row.given_day });
    if (differences(known, given).length === 0)
      await sql.run("UPDATE staged_report SET digest = ? WHERE run_id = ? AND report_key = ?", [
        row.digest,
        runId,
        row.reportKey,
      ]);
  }
}

/** Reports for which the file has the issuing body or reference from before a correction. */
export async function namedAsBefore(context: ImportContext): Promise<Issue[]> {
  const { sql, runId, file } = context;
  const rows = await sql.all<{ line: number; reference: string; present: string; body: Id }>(
    `SELECT t.first_line AS line, s.report_reference AS reference, p.reference AS present, o.code AS body
     FROM staged_report t JOIN report p ON p.id = t.report_id
       JOIN organization o ON o.id = p.issuing_body_id
       JOIN staged_row s ON s.run_id = t.run_id AND s.line = t.first_line
       JOIN staged_name b ON b.run_id = t.run_id AND b.name_key = s.report_body_key
     WHERE t.run_id = ? AND t.known > 0 AND ${corrected}
       AND (p.reference_key <> s.report_reference_key OR p.issuing_body_id <> b.organization_id) ORDER BY t.first_line`,
    [runId, ...ofSource(context)],
  );
  return rows.map(({ line, reference, present, body }) => ({
    ...{ file, row: line, name: "report", value: `${reference}, now ${present} of ${body}` },
    detail: "the report was corrected here, and the file has what it said before; it is the same report",
  }));
}
