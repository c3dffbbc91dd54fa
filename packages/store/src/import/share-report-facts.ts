import { groupedBy } from "@heed/core/grouped-by";
import { contradictions, factsOfBoth, type ReportFacts, sameFacts } from "@heed/core/import/report-facts";
import type { ImportPlan } from "@heed/core/mapping/reading/import-row";
import type { SqlValue } from "../connection/sql.ts";
import { inList, inNumbers } from "../statements/in-list.ts";
import { type ImportContext, separator } from "./import-context.ts";
import { type StagedFacts, stagedFactsOf, toldFacts, withFacts, writeReportFacts } from "./staged-report-facts.ts";

/** What rows tell in the same way of one report; `line` is the first of them. */
type Variant = StagedFacts & { report: string; line: number; issuingBody: string };

/**
 * What one row leaves blank of a report another row of the file may tell (R11): the rows that do not contradict those before
 * them tell all that these tell together.
 */
export async function shareReportFacts(context: ImportContext): Promise<void> {
  const variants = await variantsOf(context);
  const shared = new Map<string, StagedFacts>();
  for (const [report, group] of groupedBy(variants, (each) => each.report))
    for (const [digest, facts] of sharedBy(group, context.plan)) shared.set(report + separator + digest, facts);
  if (shared.size === 0) return;
  const rows = await rowsOf(context, [...new Set(variants.map(({ report }) => report))]);
  const changed = rows.flatMap(({ line, report, digest }) => {
    const facts = shared.get(report + separator + digest);
    return facts === undefined ? [] : [{ line, facts }];
  });
  await writeReportFacts(context, changed);
}

/** By its digest, each way of telling a report that is not yet what all of them tell. */
function sharedBy([first, ...others]: readonly Variant[], plan: ImportPlan): Map<string, StagedFacts> {
  if (first === undefined) return new Map();
  const agreeing: { variant: Variant; facts: ReportFacts }[] = [{ variant: first, facts: toldFacts(first, plan) }];
  let whole: ReportFacts = toldFacts(first, plan);
  for (const variant of others) {
    const facts = toldFacts(variant, plan);
    if (contradictions(whole, facts).length > 0) continue;
    whole = factsOfBoth(whole, facts);
    agreeing.push({ variant, facts });
  }
  // A row that tells all is taken as it is, so that the same facts have the same digest in another file.
  const complete = agreeing.find(({ facts }) => sameFacts(facts, whole))?.variant;
  const told = complete ?? withFacts(first, whole, first.issuingBody, plan);
  return new Map(agreeing.flatMap(({ variant }) => (variant === complete ? [] : [[variant.digest, told] as const])));
}

/** Where each row is a report, only rows that are joined tell something of the same. */
function reportOf({ plan }: ImportContext): string {
  return plan.reports === "perRow" ? "s.join_key" : `s.report_body_key || '${separator}' || s.report_reference_key`;
}

/** The reports of which several rows tell something else, or leave something blank. */
async function variantsOf(context: ImportContext): Promise<Variant[]> {
  const { sql, runId } = context;
  const joined = context.plan.reports === "perRow" ? "AND s.join_key IS NOT NULL" : "";
  const found = await sql.all<{ report: string; line: number }>(
    `WITH told AS (SELECT ${reportOf(context)} AS report, s.report_digest AS digest, min(s.line) AS line
       FROM staged_row s WHERE s.run_id = ? ${joined} GROUP BY 1, 2)
     SELECT report, line FROM told WHERE report IN (SELECT report FROM told GROUP BY report HAVING count(*) > 1)`,
    [runId],
  );
  if (found.length === 0) return [];
  const values: SqlValue[] = [runId, JSON.stringify(found.map(({ line }) => line))];
  return sql.all<Variant>(
    `SELECT ${reportOf(context)} AS report, s.line, n.name AS "issuingBody", ${stagedFactsOf} FROM staged_row s
       JOIN staged_name n ON n.run_id = s.run_id AND n.name_key = s.report_body_key
     WHERE s.run_id = ? AND ${inNumbers(sql, "s.line")} ORDER BY s.line`,
    values,
  );
}

function rowsOf(context: ImportContext, reports: readonly string[]) {
  const { sql, runId } = context;
  return sql.all<{ line: number; report: string; digest: string }>(
    `SELECT s.line, ${reportOf(context)} AS report, s.report_digest AS digest FROM staged_row s
     WHERE s.run_id = ? AND ${inList(sql, reportOf(context))}`,
    [runId, JSON.stringify(reports)],
  );
}
