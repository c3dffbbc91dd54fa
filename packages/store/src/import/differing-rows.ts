import type { Issue } from "@heed/core";
import { differences } from "@heed/core/import/differences";
import { contradictions, type ReportFacts, withLastDay } from "@heed/core/import/report-facts";
import { withoutAbsent } from "@heed/core/without-absent";
import type { SqlValue } from "../connection/sql.ts";
import type { ImportContext } from "./import-context.ts";

const otherwise = "written in another way";
const refused = "nothing is overwritten without --accept-corrections";
const rowsPerPage = 500;

type Row = { line: number; value: string } & Readonly<Record<string, SqlValue>>;

/** The rows whose recommendation is known with another content, with the differences and both values. */
export async function differingRows(context: ImportContext): Promise<Issue[]> {
  const rows = await pages(
    context,
    `SELECT k.line, COALESCE(s.reference, s.report_reference) AS value, s.body AS given, s.reference AS given_reference,
       own.name AS given_body, r.body AS known, r.reference AS known_reference,
       (SELECT min(n.name) FROM organization_name n WHERE n.organization_id = r.own_issuing_body_id) AS known_body
     FROM staged_key k JOIN staged_row s ON s.run_id = k.run_id AND s.line = k.line
       JOIN recommendation r ON r.id = k.existing_id
       LEFT JOIN staged_name own ON own.run_id = k.run_id AND own.name_key = s.own_body_key
     WHERE k.run_id = ? AND k.outcome = 'differs' AND k.line > ? ORDER BY k.line`,
    (row) => {
      const reference = (printed: SqlValue | undefined) => (row.given_reference === null ? undefined : printed);
      const isUnsaid = context.plan.editions === "part" && row.given_body === null;
      const knownBody = isUnsaid ? undefined : row.known_body;
      const known = { reference: reference(row.known_reference), issuingBody: knownBody, ...content(row.known) };
      const given = { reference: reference(row.given_reference), issuingBody: row.given_body, ...content(row.given) };
      const what = row.given_reference === null ? "a recommendation of it without a reference" : "this reference";
      return `${what} is known with another content: ${differenceText(known, given)}; ${refused}`;
    },
    ({ given_reference }) => (given_reference === null ? "report" : "reference"),
  );
  return rows;
}

/** The row's facts about its report differ from those on record and from those of its first row. */
export const reportDiffers = "s.report_digest <> t.digest AND COALESCE(s.given_report_digest, '') <> t.digest";

/** The rows whose facts about their report differ from the record, or from the first row of that report. */
export async function differingReports(context: ImportContext): Promise<Issue[]> {
  const rows = await pages(
    context,
    `SELECT k.line, s.report_reference AS value, t.first_line AS first, t.known AS is_known,
       ${givenReport}, p.body AS known, p.reference AS known_reference, p.reporting_year AS known_year,
       p.published_on AS known_day, f.report_body AS first_body, f.report_reference AS first_reference,
       f.reporting_year AS first_year, f.published_on AS first_day
     FROM staged_key k JOIN staged_row s ON s.run_id = k.run_id AND s.line = k.line
       JOIN staged_report t ON t.run_id = k.run_id AND t.report_key = k.report_key
       JOIN staged_row f ON f.run_id = k.run_id AND f.line = t.first_line
       LEFT JOIN report p ON p.id = t.report_id
     WHERE k.run_id = ? AND ${reportDiffers} AND k.line > ? ORDER BY k.line`,
    (row) => {
      const given = reportFacts(row, "given");
      const { lastDayColumns } = context.plan;
      // Accepted corrections are those of the first row: another row can only differ from that.
      if (row.is_known !== 1 || context.acceptCorrections) {
        const before = withLastDay(reportFacts(row, "first"), lastDayColumns);
        const differing = contradictions(before, withLastDay(given, lastDayColumns)).join("; ") || otherwise;
        return `the facts of this report differ from those in row ${row.first}: ${differing}`;
      }
      const known = reportFacts(row, "known");
      const differing = differenceText(withLastDay(known, lastDayColumns), withLastDay(given, lastDayColumns));
      return `this report is known with other facts: ${differing}; ${refused}`;
    },
    () => "report",
  );
  return rows;
}

/** The columns of a staged row `s` for the facts of its report. */
export const givenReport =
  "s.report_body AS given, s.report_reference AS given_reference, s.reporting_year AS given_year, s.published_on AS given_day";
export type GivenReport = Record<"given" | "given_reference" | "given_year" | "given_day", SqlValue>;

/** The facts of a report, as it is known or as a row gives it. */
export function reportFacts(row: Readonly<Record<string, SqlValue>>, of: "known" | "given" | "first"): ReportFacts {
  const [reference, reportingYear, publishedOn] = [row[`${of}_reference`], row[`${of}_year`], row[`${of}_day`]];
  const all = {
    reference,
    reportingYear,
    publishedOn: publishedOn ?? undefined,
    ...content(row[of === "first" ? "first_body" : of]),
  };
  return withoutAbsent(all) as ReportFacts;
}

async function pages(
  { sql, runId, file }: ImportContext,
  query: string,
  detailOf: (row: Row) => string,
  nameOf: (row: Row) => string,
): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (let line = 0; ; ) {
    const rows = await sql.all<Row>(`${query} LIMIT ${rowsPerPage}`, [runId, line]);
    issues.push(
      ...rows.map((row) => ({
        ...{ file, row: row.line, name: nameOf(row) },
        value: row.value,
        detail: detailOf(row),
      })),
    );
    const last = rows.at(-1);
    if (last === undefined) return issues;
    line = last.line;
  }
}

function content(body: SqlValue | undefined): object {
  const { source: _, ...rest } = JSON.parse(String(body ?? "{}"));
  return rest;
}

function differenceText(known: object, given: object): string {
  return differences(known, given).join("; ") || otherwise;
}
