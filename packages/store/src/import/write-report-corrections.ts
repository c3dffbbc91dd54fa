import type { Report } from "@heed/core";
import { registerContents } from "../audit/register-content.ts";
import { writeRegisterRecords } from "../audit/register-record.ts";
import { reportTable } from "../generated/tables.ts";
import { keepFormerReferences } from "../recommendations/former-references.ts";
import { reportColumns, reportOf, reportRow, type StoredReport } from "../tables/report-rows.ts";
import { updateById } from "../tables/table.ts";
import type { ImportContext } from "./import-context.ts";

type Row = StoredReport & {
  given_reference: string;
  given_year: number;
  given_day: string | null;
  given_body: string;
  given_digest: string;
  is_former: 0 | 1;
};

/**
 * Corrects the facts of known reports when corrections are accepted; the register keeps the former facts. Answers their
 * number.
 */
export async function writeReportCorrections({ sql, runId, at, actor, systemUser }: ImportContext): Promise<number> {
  const rows = await sql.all<Row>(
    `SELECT ${reportColumns("p")}, s.report_reference AS given_reference, s.reporting_year AS given_year, s.published_on AS given_day,
       s.report_body AS given_body, s.report_digest AS given_digest,
       CASE WHEN EXISTS (SELECT 1 FROM former_reference f WHERE f.kind = 'report' AND f.thing_id = p.id
         AND f.reference_key = s.report_reference_key) THEN 1 ELSE 0 END AS is_former
     FROM staged_report t JOIN report p ON p.id = t.report_id
       JOIN staged_row s ON s.run_id = t.run_id AND s.line = t.first_line
       JOIN staged_key k ON k.run_id = t.run_id AND k.line = t.first_line
     WHERE t.run_id = ? AND t.known = 2 AND k.outcome IN ('new', 'known', 'corrected') ORDER BY p.id`,
    [runId],
  );
  for (const row of rows) {
    const before = reportOf(row);
    const { id, issuingBody, status, frozen, errata } = before;
    // A reference that was corrected here stays.
    const reference = row.is_former === 1 ? before.reference : row.given_reference;
    const body: Report = {
      ...{ id, issuingBody, status, reference, reportingYear: row.given_year },
      ...(row.given_day !== null && { publishedOn: row.given_day }),
      ...JSON.parse(row.given_body),
      // What was frozen here is in no file of others.
      ...(frozen && { frozen }),
      ...(errata && { errata }),
    };
    const { recordedAt: _, ...content } = reportRow(body, row.given_digest, at);
    await updateById(sql, reportTable, content);
    await sql.run("UPDATE report SET version = version + 1 WHERE id = ?", [id]);
    const now = (await registerContents(sql, "report", [id])).get(id) ?? body;
    await writeRegisterRecords(sql, { at, actor, systemUser, action: "import", actId: runId }, [
      { kind: "report", id, before, body: now },
    ]);
  }
  await keepFormerReferences(
    sql,
    "report",
    rows.map(({ id }) => String(id)),
  );
  return rows.length;
}
