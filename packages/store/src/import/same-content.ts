import { differences } from "@heed/core/import/differences";
import { comparedText } from "@heed/core/text/compared-text";
import { pages } from "../statements/pages-of.ts";
import type { ImportContext } from "./import-context.ts";
import { ownBody } from "./write-corrections.ts";

const rowsPerPage = 500;

type Row = {
  line: number;
  known: string;
  given: string;
  knownReference: string;
  givenReference: string | null;
  isRenumbered: 0 | 1;
};

/**
 * Rows whose content differs from the known one in nothing that has a meaning, such as the order of themes, or in the
 * reference that was corrected here: they are known.
 */
export async function knowSameContent({ sql, runId, plan, acceptCorrections }: ImportContext): Promise<void> {
  const outcome = acceptCorrections ? "corrected" : "differs";
  const query = `SELECT k.line, r.body AS known, s.body AS given, r.reference AS "knownReference", s.reference AS "givenReference",
       CASE WHEN EXISTS (SELECT 1 FROM former_reference f WHERE f.kind = 'recommendation' AND f.thing_id = r.id)
         THEN 1 ELSE 0 END AS "isRenumbered"
     FROM staged_key k
       JOIN staged_row s ON s.run_id = k.run_id AND s.line = k.line
       JOIN staged_name b ON b.run_id = k.run_id AND b.name_key = s.report_body_key
       LEFT JOIN staged_name own ON own.run_id = k.run_id AND own.name_key = s.own_body_key
       JOIN recommendation r ON r.id = k.existing_id JOIN report p ON p.id = r.report_id
         AND (COALESCE(r.own_issuing_body_id, '') = COALESCE(${ownBody}, '')
           ${plan.editions === "part" ? "OR s.own_body_key IS NULL" : ""})
     WHERE k.run_id = ? AND k.outcome = ? AND k.line > ? ORDER BY k.line LIMIT ${rowsPerPage}`;
  for await (const page of pages<Row>((last) => sql.all(query, [runId, outcome, last?.line ?? 0]))) {
    const same = page.filter(
      ({ known, given, knownReference, givenReference, isRenumbered }) =>
        (isRenumbered === 1 ||
          givenReference === null ||
          comparedText(givenReference) === comparedText(knownReference)) &&
        differences(withoutSource(known), withoutSource(given)).length === 0,
    );
    await sql.runEach(
      "UPDATE staged_key SET outcome = 'known' WHERE run_id = ? AND line = ?",
      same.map(({ line }) => [runId, line]),
    );
  }
}

function withoutSource(body: string): object {
  const { source: _, ...rest } = JSON.parse(body);
  return rest;
}
