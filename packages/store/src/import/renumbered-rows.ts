import type { Id, Issue } from "@heed/core";
import type { Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";
import type { ImportContext } from "./import-context.ts";

/** Recommendations whose reference was corrected: they are few, and most imports have none. */
export async function hasRenumbered(sql: Sql): Promise<boolean> {
  return (await sql.all("SELECT 1 FROM former_reference WHERE kind = 'recommendation' LIMIT 1")).length > 0;
}

/** The part of a row's key before its reference: the source, the issuing body and the report. */
const scope = (key: string) => `substr(${key}, 1, length(k.import_key) - length(s.reference_key))`;
const ofSameReport = `${scope("r.import_key")} = ${scope("k.import_key")}`;
/** A reference on several rows of the file does not tell them apart: these are recognized by their content. */
const byReference = "s.reference_key IS NOT NULL AND replace(k.import_key, s.row_digest, '') = k.import_key";

/**
 * Finds the recommendation of a row whose reference was corrected here: by its present reference when the source has
 * corrected it too, otherwise by any former one. Answers the rows that are rejected: when the file gives a former
 * reference to another recommendation.
 */
export async function findRenumbered(context: ImportContext): Promise<Issue[]> {
  const { sql, runId } = context;
  for (const reference of ["r.reference_key", "f.reference_key"])
    await sql.run(
      `UPDATE staged_key SET existing_id = (
         SELECT CASE WHEN count(DISTINCT r.id) = 1 THEN min(r.id) END
         FROM staged_key k JOIN staged_row s ON s.run_id = k.run_id AND s.line = k.line
           JOIN former_reference f ON f.kind = 'recommendation'
           JOIN recommendation r ON r.id = f.thing_id AND ${reference} = s.reference_key
         WHERE k.run_id = staged_key.run_id AND k.line = staged_key.line AND ${byReference} AND ${ofSameReport})
       WHERE run_id = ? AND existing_id IS NULL`,
      [runId],
    );
  return renumberedTwice(context);
}

type Twice = { line: number; reference: string; present: string; id: Id };

/**
 * Rows with a former reference of a recommendation that another row names by its present one. When references may be
 * used again they are new ones, and the recommendation is recognized by its present reference from now on.
 */
async function renumberedTwice({ sql, runId, file, reuseReferences }: ImportContext): Promise<Issue[]> {
  const named = `FROM staged_key k JOIN staged_row s ON s.run_id = k.run_id AND s.line = k.line
    JOIN recommendation r ON r.id = k.existing_id`;
  const rows = await sql.all<Twice>(
    `SELECT k.line, s.reference, r.reference AS present, r.id ${named}
     WHERE k.run_id = ? AND s.reference_key <> r.reference_key
       AND r.id IN (SELECT f.thing_id FROM former_reference f WHERE f.kind = 'recommendation')
       AND r.id IN (SELECT r.id ${named} WHERE k.run_id = ? AND s.reference_key = r.reference_key)
     ORDER BY k.line`,
    [runId, runId],
  );
  if (rows.length === 0) return [];
  if (!reuseReferences)
    return rows.map(({ line, reference, present, id }) => ({
      ...{ file, row: line, name: "reference", value: reference },
      detail: `it was the reference of ${id}, which is ${present} now and stands on another row; a new recommendation takes it only with --reuse-references`,
    }));
  const ids = JSON.stringify(rows.map(({ id }) => id));
  await sql.run(
    `UPDATE recommendation SET import_key = (
       SELECT min(k.import_key) FROM staged_key k JOIN staged_row s ON s.run_id = k.run_id AND s.line = k.line
       WHERE k.run_id = ? AND k.existing_id = recommendation.id AND s.reference_key = recommendation.reference_key)
     WHERE ${inList(sql, "id")}`,
    [runId, ids],
  );
  for (const { line } of rows)
    await sql.run("UPDATE staged_key SET existing_id = NULL WHERE run_id = ? AND line = ?", [runId, line]);
  return [];
}

/** The warning about a row that names a recommendation by a reference from before a correction. */
export function namedByFormer(file: string, row: number, reference: string, present: string): Issue {
  const detail = "the reference was corrected here, and the file has the one of before; it is the same recommendation";
  return { file, row, name: "reference", value: `${reference}, now ${present}`, detail };
}

/** Rows that still name a recommendation by a reference from before a correction. */
export async function namedByFormerReference({ sql, runId, file }: ImportContext): Promise<Issue[]> {
  if (!(await hasRenumbered(sql))) return [];
  const rows = await sql.all<{ line: number; reference: string; present: string }>(
    `SELECT k.line, s.reference, r.reference AS present FROM staged_key k
       JOIN staged_row s ON s.run_id = k.run_id AND s.line = k.line JOIN recommendation r ON r.id = k.existing_id
     WHERE k.run_id = ? AND k.outcome IN ('known', 'corrected') AND s.reference_key <> r.reference_key
       AND r.id IN (SELECT f.thing_id FROM former_reference f WHERE f.kind = 'recommendation') ORDER BY k.line`,
    [runId],
  );
  return rows.map(({ line, reference, present }) => namedByFormer(file, line, reference, present));
}
