import type { Issue } from "@heed/core";
import type { ImportContext } from "./import-context.ts";
import type { RowLines } from "./row-lines.ts";

type Pair = { part: number; whole: number };

/** The SQL for the staged parts with their wholes, as a table from one parameter. */
function pairs({ sql }: ImportContext): string {
  const list = sql.dialect === "sqlite" ? "json_each(?) AS each" : "jsonb_array_elements(?::jsonb) AS each(value)";
  const number = (place: number) => `CAST(each.value->>${place} AS integer)`;
  return `(SELECT ${number(0)} AS part, ${number(1)} AS whole FROM ${list}) AS pair`;
}

const idOf = "COALESCE(k.existing_id, s.recommendation_id)";
const staged = (line: string) =>
  `(SELECT ${idOf} FROM staged_key k JOIN staged_row s ON s.run_id = k.run_id AND s.line = k.line
     WHERE k.run_id = ? AND k.line = ${line})`;

/**
 * Rows whose parts contradict the record: the whole has addressees of its own, or a part is known as a recommendation
 * that is no part of it (R37).
 */
export async function refusedParts(context: ImportContext, lines: RowLines): Promise<Issue[]> {
  const { sql, runId, file } = context;
  const wholes = lines.wholes;
  const asked = await sql.all<{ line: number; reference: string }>(
    `SELECT k.line, r.reference FROM staged_key k JOIN recommendation r ON r.id = k.existing_id
     WHERE k.run_id = ? AND EXISTS (SELECT 1 FROM staged_follow_up f WHERE f.run_id = k.run_id AND f.line = k.line)
       AND EXISTS (SELECT 1 FROM recommendation part WHERE part.part_of_id = r.id) ORDER BY k.line`,
    [runId],
  );
  const issue = (row: number, value: string, detail: string): Issue => ({ file, row, name: "parts", value, detail });
  const issues = asked.map(({ line, reference }) =>
    issue(line, reference, "is known with parts, which have the follow-ups, and the row asks it of somebody itself"),
  );
  if (wholes.length === 0) return issues;
  const known = await sql.all<Pair & { reference: string; isAsked: number | boolean; isOther: number | boolean }>(
    `SELECT part, whole, reference, "isAsked", "isOther" FROM (
       SELECT pair.part, pair.whole, COALESCE(w.reference, p.reference) AS reference,
         EXISTS (SELECT 1 FROM follow_up f WHERE f.recommendation_id = w.id) AS "isAsked",
         (p.id IS NOT NULL AND (w.id IS NULL OR COALESCE(p.part_of_id, '') <> w.id)) AS "isOther"
       FROM ${pairs(context)}
         LEFT JOIN staged_key pk ON pk.run_id = ? AND pk.line = pair.part
         LEFT JOIN recommendation p ON p.id = pk.existing_id
         LEFT JOIN staged_key wk ON wk.run_id = ? AND wk.line = pair.whole
         LEFT JOIN recommendation w ON w.id = wk.existing_id) AS each
     WHERE "isAsked" OR "isOther" ORDER BY whole, part`,
    [JSON.stringify(wholes), runId, runId],
  );
  return [
    ...issues,
    ...known.map(({ whole, reference, isAsked }) =>
      issue(
        whole,
        reference,
        isAsked
          ? "is known without parts, and has follow-ups of its own"
          : "is known already, and is no part of the row's recommendation",
      ),
    ),
  ];
}

/** Makes the new parts belong to their wholes. */
export async function writeParts(context: ImportContext, lines: RowLines): Promise<void> {
  const { sql, runId } = context;
  if (lines.wholes.length === 0) return;
  await sql.run(
    `UPDATE recommendation SET part_of_id = link.whole FROM (
       SELECT ${staged("pair.part")} AS part, ${staged("pair.whole")} AS whole FROM ${pairs(context)}) AS link
     WHERE recommendation.id = link.part AND link.whole IS NOT NULL AND recommendation.part_of_id IS NULL`,
    [runId, runId, JSON.stringify(lines.wholes)],
  );
}
