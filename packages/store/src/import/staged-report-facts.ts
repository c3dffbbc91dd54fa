import type { ReportFacts } from "@heed/core/import/report-facts";
import type { ImportPlan } from "@heed/core/mapping/reading/import-row";
import { yearNotTold } from "@heed/core/mapping/reading/map-report";
import { digests } from "./compared-content.ts";
import type { ImportContext } from "./import-context.ts";

/** What the staged row `s` of a line tells of its report. */
export type StagedFacts = {
  reference: string;
  year: number;
  day: string | null;
  body: string;
  digest: string;
  givenDigest: string | null;
};

export const stagedFactsOf =
  's.report_reference AS reference, s.reporting_year AS year, s.published_on AS day, s.report_body AS body, s.report_digest AS digest, s.given_report_digest AS "givenDigest"';

/** The facts without what the row leaves blank: no last day for an answer, no reference, and no year. */
export function toldFacts(
  { reference, year, day, body }: Omit<StagedFacts, "digest" | "givenDigest">,
  plan: ImportPlan,
) {
  const { source: _, ...rest } = JSON.parse(body);
  const told = { ...(year !== yearNotTold && { reportingYear: year }), ...(day !== null && { publishedOn: day }) };
  const facts: ReportFacts = { ...told, ...rest };
  if (!reference.startsWith("~")) facts.reference = reference;
  if (plan.lastDayColumns !== undefined && facts.responsePeriod === "none") delete facts.responsePeriod;
  return facts;
}

/** What is staged of a report that has these facts; all else is as in `staged`. */
export function withFacts(staged: StagedFacts, facts: ReportFacts, issuingBody: string, plan: ImportPlan): StagedFacts {
  const { reference = "", reportingYear = staged.year, publishedOn = null, ...rest } = facts;
  const none = plan.lastDayColumns !== undefined && rest.responsePeriod === undefined;
  const content = { ...rest, ...(none && { responsePeriod: "none" as const }) };
  const day = publishedOn === null ? {} : { publishedOn };
  const [digest, givenDigest] = digests({ reference, issuingBody, reportingYear, ...day, ...content });
  const { source } = JSON.parse(staged.body);
  const body = JSON.stringify({ ...content, source });
  return { reference: staged.reference, year: reportingYear, day: publishedOn, body, digest, givenDigest };
}

const linesPerPage = 1000;

export async function writeReportFacts(
  { sql, runId }: ImportContext,
  rows: readonly { line: number; facts: StagedFacts }[],
): Promise<void> {
  // A list of lists is one parameter, which the database unpacks (as in statements/insert-rows.ts).
  const list = sql.dialect === "sqlite" ? "json_each(?) AS each" : "jsonb_array_elements(?::jsonb) AS each(value)";
  const number = (place: number) => `CAST(each.value->>${place} AS integer)`;
  for (let from = 0; from < rows.length; from += linesPerPage) {
    const page = rows.slice(from, from + linesPerPage).map(({ line, facts }) => {
      const { year, day, body, digest, givenDigest } = facts;
      return [line, year, day, body, digest, givenDigest];
    });
    await sql.run(
      `UPDATE staged_row SET reporting_year = ${number(1)}, published_on = each.value->>2, report_body = each.value->>3,
         report_digest = each.value->>4, given_report_digest = each.value->>5
       FROM ${list} WHERE run_id = ? AND line = ${number(0)}`,
      [JSON.stringify(page), runId],
    );
  }
}
