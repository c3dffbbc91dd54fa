import type { Id, Issue, Recommendation } from "@heed/core";
import { groupedBy } from "@heed/core/grouped-by";
import { comparedText } from "@heed/core/text/compared-text";
import { inList } from "../statements/in-list.ts";
import type { ImportContext } from "./import-context.ts";

/**
 * New rows with the text of a known recommendation of the same issuing body that is missing from this file: the source may
 * have given it a number or an addressee since. Both stay, and the known one owes what it owed.
 */
export async function askedAgain({ sql, runId, file }: ImportContext, missing: readonly Id[]): Promise<Issue[]> {
  if (missing.length === 0) return [];
  const known = await sql.all<{ reference: string; body: string; issuer: Id }>(
    `SELECT r.reference, r.body, r.issuing_body_id AS issuer FROM recommendation r WHERE ${inList(sql, "r.id")} ORDER BY r.id`,
    [JSON.stringify(missing)],
  );
  const byText = groupedBy(
    known.filter(({ body }) => textOf(body) !== undefined),
    ({ issuer, body }) => `${issuer} ${textOf(body)}`,
  );
  if (byText.size === 0) return [];
  const rows = await sql.all<{ line: number; body: string; issuer: Id }>(
    `SELECT k.line, s.body, b.organization_id AS issuer FROM staged_key k
       JOIN staged_row s ON s.run_id = k.run_id AND s.line = k.line
       JOIN staged_name b ON b.run_id = k.run_id AND b.name_key = COALESCE(s.own_body_key, s.report_body_key)
     WHERE k.run_id = ? AND k.outcome = 'new' ORDER BY k.line`,
    [runId],
  );
  return rows.flatMap(({ line, body, issuer }) => {
    const [same] = byText.get(`${issuer} ${textOf(body)}`) ?? [];
    if (same === undefined) return [];
    const detail =
      "asks the same as a known recommendation that is no longer in this file, and is another one: its number or addressee is new; what is owed on the known one stays owed";
    return [{ file, row: line, name: "text", value: same.reference, detail }];
  });
}

function textOf(body: string): string | undefined {
  const { text }: Pick<Recommendation, "text"> = JSON.parse(body);
  const [first] = Object.values(text ?? {}).sort();
  return first === undefined ? undefined : comparedText(first);
}
