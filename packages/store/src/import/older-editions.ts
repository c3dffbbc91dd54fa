import type { Id, Issue } from "@heed/core";
import { differences } from "@heed/core/import/differences";
import { withLastDay } from "@heed/core/import/report-facts";
import type { Sql } from "../connection/sql.ts";
import { reportFacts } from "./differing-rows.ts";
import type { ImportContext } from "./import-context.ts";

/** One message for whatever an older edition says otherwise, whether of a recommendation, a report or an entry. */
export const leftAsNewer = "this edition says otherwise than a newer one of its source, which stays";

/** The day of the edition that something comes from, by its body, which is SQL. */
export function editionIn({ dialect }: Pick<Sql, "dialect">, body: string): string {
  return dialect === "sqlite"
    ? `json_extract(${body}, '$.source.on')`
    : `(NULLIF(${body}, '')::jsonb #>> '{source,on}')`;
}

/** The same of a source itself, such as that of a follow-up. */
export function onOf({ dialect }: Pick<Sql, "dialect">, source: string): string {
  return dialect === "sqlite" ? `json_extract(${source}, '$.on')` : `(NULLIF(${source}, '')::jsonb ->> 'on')`;
}

/**
 * The recommendations of this file that a newer edition of the source had with another content: they stay as they are.
 * Where the day of one of the two is not known, the file counts as the newer one.
 */
export async function leaveNewerRecommendations({ sql, runId, plan, file }: ImportContext): Promise<Issue[]> {
  const rows = await sql.all<{ line: number; reference: string; given: string; known: string }>(
    `SELECT k.line, r.reference, s.body AS given, r.body AS known
     FROM staged_key k JOIN staged_row s ON s.run_id = k.run_id AND s.line = k.line
       JOIN recommendation r ON r.id = k.existing_id
     WHERE k.run_id = ? AND k.outcome IN ('corrected', 'differs') AND (${editionIn(sql, "s.body")} < ${editionIn(sql, "r.body")}
       OR EXISTS (SELECT 1 FROM follow_up f JOIN listing l ON l.follow_up_id = f.id
         WHERE f.recommendation_id = r.id AND l.source = ? AND l.day > ${editionIn(sql, "s.body")}))
     ORDER BY k.line`,
    [runId, plan.name],
  );
  for (const { line } of rows)
    await sql.run("UPDATE staged_key SET outcome = 'known' WHERE run_id = ? AND line = ?", [runId, line]);
  return rows.map(({ line, reference, given, known }) => {
    const [before, now] = [JSON.parse(known), JSON.parse(given)];
    const told = differences({ ...before, source: undefined }, { ...now, source: undefined });
    return issue(file, line, "reference", reference, told);
  });
}

/** The same for the facts of reports: a newer edition had the report, or one of its recommendations. */
export async function leaveNewerReports({ sql, runId, plan, file }: ImportContext): Promise<Issue[]> {
  const day = editionIn(sql, "s.body");
  const rows = await sql.all<Parameters<typeof reportFacts>[0] & { key: Id; line: number; digest: string }>(
    `SELECT t.report_key AS key, t.first_line AS line, s.report_digest AS digest, p.reference AS known_reference,
       p.reporting_year AS known_year, p.published_on AS known_day, p.body AS known, s.report_reference AS given_reference,
       s.reporting_year AS given_year, s.published_on AS given_day, s.report_body AS given
     FROM staged_report t JOIN report p ON p.id = t.report_id
       JOIN staged_row s ON s.run_id = t.run_id AND s.line = t.first_line
     WHERE t.run_id = ? AND t.known = 1 AND t.digest NOT IN (s.report_digest, COALESCE(s.given_report_digest, ''))
       AND (${day} < ${editionIn(sql, "p.body")}
         OR EXISTS (SELECT 1 FROM recommendation r WHERE r.report_id = p.id AND ${day} < ${editionIn(sql, "r.body")})
         OR EXISTS (SELECT 1 FROM recommendation r JOIN follow_up f ON f.recommendation_id = r.id
           JOIN listing l ON l.follow_up_id = f.id WHERE r.report_id = p.id AND l.source = ? AND l.day > ${day}))
     ORDER BY t.first_line`,
    [runId, plan.name],
  );
  for (const { key, digest } of rows)
    await sql.run("UPDATE staged_report SET digest = ? WHERE run_id = ? AND report_key = ?", [digest, runId, key]);
  return rows.map((row) => {
    const [known, given] = [reportFacts(row, "known"), reportFacts(row, "given")].map((each) =>
      withLastDay(each, plan.lastDayColumns),
    );
    const told = differences(known ?? {}, given ?? {});
    return issue(file, row.line, "report", String(row.known_reference), told);
  });
}

function issue(file: string, row: number, name: string, of: string, told: readonly string[]): Issue {
  return { file, row, name, value: `${of}: ${told.join("; ") || "written in another way"}`, detail: leftAsNewer };
}
