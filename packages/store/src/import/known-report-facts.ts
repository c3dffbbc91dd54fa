import type { Issue } from "@heed/core";
import { factsOfBoth, type ReportFacts, resolved, sameFacts, toldOtherwise } from "@heed/core/import/report-facts";
import { notAfterPublication, noYear, yearNotTold } from "@heed/core/mapping/reading/map-report";
import { inNumbers } from "../statements/in-list.ts";
import { reportDiffers, reportFacts } from "./differing-rows.ts";
import type { ImportContext } from "./import-context.ts";
import { type StagedFacts, stagedFactsOf, toldFacts, withFacts, writeReportFacts } from "./staged-report-facts.ts";

type Row = StagedFacts & { key: string; issuingBody: string; assumedYear: number | null } & Parameters<
    typeof reportFacts
  >[0];

/**
 * A known report of which the file tells nothing else is known. In an edition that is a part of what its source has, silence
 * says nothing (R11): what the rows do not tell of it stays, also where they tell another thing.
 */
export async function keepKnownFacts(context: ImportContext): Promise<void> {
  const { sql, runId, plan } = context;
  const isPart = plan.editions === "part";
  const rows = await sql.all<Row>(
    `SELECT t.report_key AS key, n.name AS "issuingBody", ${stagedFactsOf}, s.assumed_year AS "assumedYear", p.reference AS known_reference,
       p.reporting_year AS known_year, p.published_on AS known_day, p.body AS known
     FROM staged_report t JOIN report p ON p.id = t.report_id
       JOIN staged_row s ON s.run_id = t.run_id AND s.line = t.first_line
       JOIN staged_name n ON n.run_id = s.run_id AND n.name_key = s.report_body_key
     WHERE t.run_id = ? AND t.known = 1 AND ${reportDiffers}`,
    [runId],
  );
  for (const row of rows) {
    const known: ReportFacts = reportFacts(row, "known");
    // A year that is assumed for the file says nothing of a report whose year is on record.
    const isAssumed = row.assumedYear !== null && row.year === yearNotTold;
    const given = { ...(isAssumed && { reportingYear: known.reportingYear }), ...toldFacts(row, plan) } as ReportFacts;
    const filled = isPart ? factsOfBoth(resolved(given, known.publishedOn), known) : given;
    const isKnown = isPart ? toldOtherwise(known, given).length === 0 : sameFacts(known, withNone(given, context));
    const staged = isPart || isAssumed ? withFacts(row, filled, row.issuingBody, plan) : row;
    if (staged !== row) await writeReportFacts(context, await linesOf(context, row, staged));
    if (isKnown)
      await sql.run("UPDATE staged_report SET digest = ? WHERE run_id = ? AND report_key = ?", [
        staged.digest,
        runId,
        row.key,
      ]);
  }
}

function withNone(facts: ReportFacts, { plan }: ImportContext): ReportFacts {
  return plan.lastDayColumns === undefined ? facts : { responsePeriod: "none", ...facts };
}

/** The rows that tell the same of a report. */
async function linesOf({ sql, runId }: ImportContext, { key, digest }: Row, facts: StagedFacts) {
  const lines = await sql.all<{ line: number }>(
    `SELECT s.line FROM staged_key k JOIN staged_row s ON s.run_id = k.run_id AND s.line = k.line
     WHERE k.run_id = ? AND k.report_key = ? AND s.report_digest = ?`,
    [runId, key, digest],
  );
  return lines.map(({ line }) => ({ line, facts }));
}

/** Where neither another row nor the record tells the year of a report, it is the one that is assumed for the file. */
export async function assumeYears({ sql, runId }: ImportContext): Promise<void> {
  await sql.run(
    "UPDATE staged_row SET reporting_year = assumed_year WHERE run_id = ? AND reporting_year = ? AND assumed_year IS NOT NULL",
    [runId, yearNotTold],
  );
}

/** Rows of a report of which nothing tells the year. */
export async function refusedYears({ sql, runId, plan, file }: ImportContext): Promise<Issue[]> {
  const rows = await sql.all<{ line: number }>(
    `SELECT s.line FROM staged_row s JOIN staged_key k ON k.run_id = s.run_id AND k.line = s.line
     WHERE s.run_id = ? AND s.reporting_year = ? ORDER BY s.line`,
    [runId, yearNotTold],
  );
  if (rows.length > 0) await differ(sql, runId, rows);
  return rows.map(({ line }) => ({ file, row: line, name: plan.yearColumns ?? "report", detail: noYear }));
}

function differ(sql: ImportContext["sql"], runId: string, rows: readonly { line: number }[]) {
  return sql.run(`UPDATE staged_key SET outcome = 'differs' WHERE run_id = ? AND ${inNumbers(sql, "line")}`, [
    runId,
    JSON.stringify(rows.map(({ line }) => line)),
  ]);
}

/** Rows with a last day for an answer that is not after the publication of their report, or where nothing tells that. */
export async function refusedLastDays({ sql, runId, plan, file }: ImportContext): Promise<Issue[]> {
  if (plan.lastDayColumns === undefined) return [];
  const until =
    sql.dialect === "sqlite"
      ? "json_extract(s.report_body, '$.responsePeriod.until')"
      : "(s.report_body::jsonb #>> '{responsePeriod,until}')";
  const rows = await sql.all<{ line: number; until: string; day: string | null; body: string }>(
    `SELECT s.line, ${until} AS until, s.published_on AS day, s.report_body AS body FROM staged_row s JOIN staged_key k ON k.run_id = s.run_id AND k.line = s.line
     WHERE s.run_id = ? AND ${until} IS NOT NULL ORDER BY s.line`,
    [runId],
  );
  if (rows.length === 0) return [];
  await differ(sql, runId, rows);
  return rows.map(({ line, until: value, day, body }) => ({
    ...{ file, row: line, name: plan.lastDayColumns ?? "", value },
    detail: notAfterPublication(value, day ?? undefined, JSON.parse(body).publishedOnPrecision),
  }));
}
