import type { Id, ImportPlan, ImportResult, Issue, MappedRow } from "@heed/core";
import { inUtc } from "../entries/entry-rows.ts";
import type { Database, Sql } from "../sql.ts";
import { missingFromFile } from "./fold-missing.ts";
import { createOrganizations, resolveNames } from "./fold-names.ts";
import { matchKnown } from "./fold-onto.ts";
import {
  countRows,
  type Fold,
  foldEntries,
  foldRows,
  keyRows,
  separator,
  touchedFollowUps,
  touchedReports,
} from "./fold-rows.ts";
import { finishFollowUps, finishImport, type ImportRun, inOneTransaction, refuseRejected } from "./import-run.ts";
import { joinRows } from "./join-rows.ts";
import { type Staged, stageRows } from "./stage-rows.ts";
import { clearLeftovers, closeStaging, openStaging } from "./staging-tables.ts";

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
  await openStaging(database);
  let staged: Staged | undefined;
  try {
    staged = await stageRows(database, plan, rows, run, (begun) => {
      staged = begun;
    });
    const read = staged;
    refuseRejected(run, read.rejected);
    const result = await inOneTransaction(database, run, (sql) => fold(sql, plan, read, run));
    await closeStaging(database, read.runId);
    return result;
  } catch (error) {
    // What went wrong first is told: a disk that is full refuses this too, and the next import clears what is left.
    await closeStaging(database, staged?.runId ?? "").catch(() => undefined);
    throw error;
  }
}

async function fold(sql: Sql, plan: ImportPlan, staged: Staged, run: ImportRun): Promise<ImportResult> {
  run.onProgress?.({ phase: "folding", done: 0, total: staged.rows });
  const { runId } = staged;
  const { file } = run;
  const at = inUtc(run.at);
  const { acceptCorrections = false, actor, systemUser } = run;
  const each: Fold = { sql, runId, plan, file, at, acceptCorrections, actor, systemUser };
  if (sql.dialect === "postgresql") await analyze(sql);
  const taken = plan.onto === undefined ? await takeRows(each, staged, run) : await takeOnto(each, staged, run);
  const touched = await touchedFollowUps(each);
  run.onProgress?.({ phase: "folding", done: staged.rows, total: staged.rows });
  await finishFollowUps(sql, touched, run);
  const result: ImportResult = {
    dryRun: run.dryRun,
    rows: staged.rows,
    created: taken.created,
    unchanged: taken.unchanged,
    corrected: taken.corrected,
    skipped: [...staged.skipped].map(([why, count]) => ({ why, rows: count })),
    withoutAddressee: taken.withoutAddressee,
    rejected: taken.rejected,
    warnings: warningsOf(staged, taken.warnings),
  };
  const things = { organization: taken.organizations, importedReport: await touchedReports(each) };
  await finishImport(sql, runId, run, { result, things });
  return result;
}

type Taken = Omit<ImportResult, "dryRun" | "rows" | "skipped" | "warnings"> & {
  warnings: readonly Issue[];
  /** The new ones. */
  organizations: readonly Id[];
};

/** The rows as reports, recommendations and follow-ups. */
async function takeRows(each: Fold, staged: Staged, run: ImportRun): Promise<Taken> {
  const { sql, runId, plan, file, at } = each;
  const joined = await joinRows(each);
  const names = await resolveNames(sql, runId, plan, file);
  const rejected: Issue[] = [...staged.rejected, ...joined, ...names.rejected, ...(await keyRows(each))];
  refuseRejected(run, rejected);
  // A rejected row is not missing, and what it was about is not known.
  const missing = plan.editions === "part" || rejected.length > 0 ? [] : await missingFromFile(each);
  const organizations = await createOrganizations(sql, runId, plan, file, at);
  const created = { organizations: organizations.length, ...(await foldRows(each)) };
  const { repeated, ...counts } = await countRows(each);
  return { created, ...counts, rejected, warnings: [...names.warnings, ...repeated, ...missing], organizations };
}

/** The rows as entries on what is known already. */
async function takeOnto(each: Fold, staged: Staged, run: ImportRun): Promise<Taken> {
  const { sql, runId, plan, file } = each;
  const names = await resolveNames(sql, runId, plan, file);
  const { rejected: unmatched, warnings } = await matchKnown(each, run);
  const rejected = [...staged.rejected, ...names.rejected, ...unmatched];
  refuseRejected(run, rejected);
  const entries = await foldEntries(each, `${plan.name}${separator}`);
  return {
    created: { organizations: 0, reports: 0, recommendations: 0, followUps: 0, entries },
    unchanged: 0,
    corrected: 0,
    withoutAddressee: 0,
    rejected,
    organizations: [],
    warnings: [...names.warnings, ...warnings],
  };
}

const examplesPerWarning = 5;

function warningsOf(staged: Staged, found: readonly Issue[]): ImportResult["warnings"] {
  const warnings = new Map([...staged.warnings].map(([detail, { rows, examples }]) => [detail, { rows, examples }]));
  for (const issue of found) {
    const { rows, examples } = warnings.get(issue.detail) ?? { rows: 0, examples: [] };
    warnings.set(issue.detail, {
      rows: rows + 1,
      examples: examples.length < examplesPerWarning ? [...examples, issue] : examples,
    });
  }
  return [...warnings].map(([detail, { rows, examples }]) => ({ detail, rows, examples }));
}

/** The staged rows are new to the planner of PostgreSQL. */
async function analyze(sql: Sql): Promise<void> {
  for (const table of ["staged_row", "staged_name", "staged_follow_up", "staged_entry", "staged_onto"])
    await sql.run(`ANALYZE ${table}`);
}
