import type { Issue, Source } from "@heed/core";
import { type ImportContext, separator } from "./import-context.ts";

type Row = { line: number; reference: string; status: "draft" | "published"; body: string };

/**
 * New reports whose issuing body has one of the same reference already, which this source did not bring: by a mapping of
 * another name, from a record file, or written by an editor. Asked before the new ones are written.
 */
export async function sameReferenceElsewhere({ sql, runId, plan, file }: ImportContext): Promise<Issue[]> {
  const prefix = plan.name + separator;
  const rows = await sql.all<Row>(
    `SELECT t.first_line AS line, s.report_reference AS reference, p.status, p.body
     FROM staged_report t JOIN staged_row s ON s.run_id = t.run_id AND s.line = t.first_line
       JOIN staged_name b ON b.run_id = t.run_id AND b.name_key = s.report_body_key
       JOIN report p ON p.reference_key = s.report_reference_key AND p.issuing_body_id = b.organization_id
     WHERE t.run_id = ? AND t.known = 0 AND substr(COALESCE(p.import_key, ''), 1, ?) <> ? AND substr(s.report_reference, 1, 1) <> '~'
       AND t.report_key IN (SELECT k.report_key FROM staged_key k WHERE k.run_id = ? AND k.outcome = 'new')
     ORDER BY t.first_line, p.id`,
    [runId, prefix.length, prefix, runId],
  );
  return rows.map(({ line, reference, status, body }) => {
    const { source }: { source?: Source } = JSON.parse(body);
    const from = source === undefined ? "that no mapping brought" : `from ${source.name}`;
    const detail = `its issuing body has a ${status} report of this reference already, ${from}; this is another one, with recommendations of its own`;
    return { file, row: line, name: "report", value: reference, detail };
  });
}
