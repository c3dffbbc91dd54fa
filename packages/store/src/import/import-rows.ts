import type { ImportPlan, ImportResult, Issue, MappedRow } from "@heed/core";
import { inUtc } from "../entries/entry-rows.ts";
import type { Database, Sql } from "../sql.ts";
import { createOrganizations, resolveNames } from "./fold-names.ts";
import { countRows, type Fold, foldRows, keyRows, touchedFollowUps } from "./fold-rows.ts";
import { finishFollowUps, type ImportRun, inOneTransaction, recordImport, refuseRejected } from "./import-run.ts";
import { clearLeftovers, clearStaged, type Staged, stageRows } from "./stage-rows.ts";

/**
 * Takes in the rows of a mapped file: staged in committed chunks, then folded in by one transaction, so that a killed import
 * leaves the record as it was (decision 12). The same file again changes nothing.
 * Errors: rowsRejected, with an issue for each; databaseBusy; and whatever reading the rows throws.
 */
export async function importRows(
  database: Database,
  plan: ImportPlan,
  rows: AsyncIterable<MappedRow>,
  run: ImportRun,
): Promise<ImportResult> {
  await clearLeftovers(database, inUtc(run.at));
  let staged: Staged | undefined;
  try {
    staged = await stageRows(database, plan, rows, run, (begun) => {
      staged = begun;
    });
    const read = staged;
    refuseRejected(run, read.rejected);
    return await inOneTransaction(database, run, (sql) => fold(sql, plan, read, run));
  } finally {
    if (staged !== undefined) await clearStaged(database, staged.runId);
  }
}

async function fold(sql: Sql, plan: ImportPlan, staged: Staged, run: ImportRun): Promise<ImportResult> {
  run.onProgress?.({ phase: "folding", done: 0, total: staged.rows });
  const { runId } = staged;
  const { file } = run;
  const at = inUtc(run.at);
  const each: Fold = { sql, runId, plan, file, at };
  if (sql.dialect === "postgresql") await analyze(sql);
  const rejected: Issue[] = [
    ...staged.rejected,
    ...(await resolveNames(sql, runId, plan, file)),
    ...(await keyRows(each)),
  ];
  refuseRejected(run, rejected);
  const organizations = await createOrganizations(sql, runId, plan, file, at);
  const created = { organizations, ...(await foldRows(each)) };
  const { unchanged, withoutAddressee, repeated } = await countRows(each);
  const touched = await touchedFollowUps(each);
  run.onProgress?.({ phase: "folding", done: staged.rows, total: staged.rows });
  await finishFollowUps(sql, touched, run);
  const result: ImportResult = {
    dryRun: run.dryRun,
    rows: staged.rows,
    created,
    unchanged,
    skipped: [...staged.skipped].map(([why, count]) => ({ why, rows: count })),
    withoutAddressee,
    rejected,
    warnings: warningsOf(staged, repeated),
  };
  await recordImport(sql, runId, run, result);
  return result;
}

function warningsOf(staged: Staged, repeated: readonly Issue[]): ImportResult["warnings"] {
  const warnings = [...staged.warnings].map(([detail, { rows, examples }]) => ({ detail, rows, examples }));
  const [first] = repeated;
  if (first !== undefined)
    warnings.push({ detail: first.detail, rows: repeated.length, examples: repeated.slice(0, 5) });
  return warnings;
}

/** The staged rows are new to the planner of PostgreSQL. */
async function analyze(sql: Sql): Promise<void> {
  for (const table of ["staged_row", "staged_name", "staged_follow_up", "staged_entry"])
    await sql.run(`ANALYZE ${table}`);
}
