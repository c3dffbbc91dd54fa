import { DomainError, type Id, type Instant, type Issue, type Settings } from "@heed/core";
import { rowsOf } from "@heed/core/domain-error";
import type { ImportResult } from "@heed/core/mapping/reading/import-row";
import type { Act } from "../audit/audit-chain.ts";
import { writeCheckpoint } from "../audit/audit-checkpoint.ts";
import { auditImport, type ImportedThings } from "../audit/audit-import.ts";
import { lockAuditExclusively } from "../audit/audit-lock.ts";
import type { Database, Sql } from "../connection/sql.ts";
import { deriveAndAuditAll } from "../entries/derive-and-audit.ts";
import { importRunTable } from "../generated/tables.ts";
import { requireSettings } from "../settings/setting-rows.ts";
import { buildIndexesAfter } from "../statements/build-indexes-after.ts";
import { inUtc } from "../tables/entry-rows.ts";
import { insertInto } from "../tables/table.ts";

/** What an import needs, whatever it reads. */
export type ImportRun = {
  /** As the user named it. */
  file: string;
  /** SHA-256 of the file's bytes. */
  fileDigest: string;
  /** SHA-256 of the mapping's bytes; empty for Heed's own format. */
  mappingDigest: string;
  /** The file or name of the mapping. */
  mapping: string;
  actor: string;
  /** The account of the operating system that ran it (R57). */
  systemUser: string;
  /** The moment at which everything is recorded. */
  at: Instant;
  settings: Settings;
  newId: () => Id;
  /** Do everything, report the result, and roll back. */
  dryRun: boolean;
  /** Leave out rejected rows and take the others; without it, one rejected row rejects the whole file. */
  skipInvalid: boolean;
  /** Make a new version of a known recommendation that comes with another content (R65); otherwise it is rejected. */
  acceptCorrections?: boolean;
  /** Make a new recommendation under a reference that another one of its report had before a correction; otherwise it is rejected. */
  reuseReferences?: boolean;
  onProgress?: (progress: ImportProgress) => void;
  /** Writes with the import, at its end: what it writes is there when the import is, and only then. */
  whenDone?: (sql: Sql, result: ImportResult) => Promise<void>;
};

/** `reading` counts rows; `deriving` counts follow-ups and knows their total. */
export type ImportProgress = { phase: "reading" | "folding" | "deriving"; done: number; total?: number };

/** Every imported file leaves a line. */
async function recordImport(sql: Sql, id: Id, run: ImportRun, result: ImportResult): Promise<void> {
  const { dryRun: _, warnings: __, rejected: ___, rejectedRows: rejected, ...told } = result;
  const skipped = result.skipped.map(({ why, rows }) => ({ why, rows }));
  const counts = { ...told, skipped, rejected };
  const { actor, mapping, file, fileDigest, mappingDigest } = run;
  const row = { id, at: inUtc(run.at), actor, mapping, file, fileDigest, mappingDigest };
  await insertInto(sql, importRunTable, [{ ...row, counts: JSON.stringify(counts), finished: 1 }]);
}

/** Returns the result of a transaction that is rolled back. */
class DryRun extends Error {
  readonly result: ImportResult;
  constructor(result: ImportResult) {
    super("a dry run leaves nothing");
    this.result = result;
  }
}

/**
 * Runs everything that an import writes in one transaction. It is rolled back for a dry run and when there are rejected
 * rows. Other acts wait for it, so that its checkpoint sees every record (R63).
 */
export async function inOneTransaction(
  database: Database,
  run: ImportRun,
  work: (sql: Sql) => Promise<ImportResult>,
): Promise<ImportResult> {
  try {
    return await database.transaction(async (sql) => {
      await lockAuditExclusively(sql);
      await requireSettings(sql, run.settings);
      const result = await work(sql);
      if (run.dryRun) throw new DryRun(result);
      return result;
    });
  } catch (error) {
    if (error instanceof DryRun) return error.result;
    throw error;
  }
}

/** Refuses the whole file when rows are rejected, unless they may be left out; a dry run is refused in the same way. */
export function refuseRejected(run: Pick<ImportRun, "skipInvalid">, rejected: readonly Issue[], rows?: number): void {
  if (rejected.length === 0 || run.skipInvalid) return;
  const of =
    rows === undefined ? "" : `: of ${rows} ${rows === 1 ? "row" : "rows"}, ${rowsOf(rejected)} cannot be taken`;
  throw new DomainError(
    "rowsRejected",
    `nothing was imported${of || ": the file has things that cannot be taken"}`,
    rejected,
  );
}

/**
 * The faults that the first failing step found in each row; later faults of a row are only consequences and are left
 * out.
 */
export function firstFaults(...steps: readonly (readonly Issue[])[]): Issue[] {
  const told = new Set<number>();
  return steps.flatMap((issues) => {
    const causes = issues.filter(({ row }) => row === undefined || !told.has(row));
    for (const { row } of causes) if (row !== undefined) told.add(row);
    return causes;
  });
}

/** In the order of their rows; what is about the whole file comes first. */
export function byRow(issues: readonly Issue[]): Issue[] {
  return [...issues].sort((one, other) => (one.row ?? 0) - (other.row ?? 0));
}

/** The index by which the stored rows of a follow-up are found. */
const followUpIndex = "owed_follow_up_id_owed_until_idx";

/** Below this number of follow-ups, creating all the indexes anew takes longer than adding a few rows to them. */
const worthBuildingIndexes = 2_000;

/** Raises the versions of the follow-ups that an import touched, derives them again, and writes their audit records. */
export async function finishFollowUps(
  sql: Sql,
  touched: readonly Id[],
  run: ImportRun,
  action: string = "import",
): Promise<void> {
  if (touched.length === 0) return;
  const derive = () =>
    deriveAndAuditAll(sql, touched, { ...actOf(run), action }, run.settings, (done) =>
      run.onProgress?.({ phase: "deriving", done, total: touched.length }),
    );
  if (touched.length < worthBuildingIndexes) await derive();
  else await buildIndexesAfter(sql, ["owed", "standing", "late_year"], [followUpIndex], derive);
}

/**
 * The action of an import that brought a follow-up only confidential evidence: readers who may not see that evidence do
 * not see the action either (R59).
 */
export const confidentialImport = "importConfidential";

/**
 * Writes the line of the import, starts the audit chains of the import and of what it created, and writes a checkpoint
 * over all of that.
 */
export async function finishImport(
  sql: Sql,
  runId: Id,
  run: ImportRun,
  { result, things }: { result: ImportResult; things: ImportedThings },
): Promise<void> {
  await recordImport(sql, runId, run, result);
  await auditImport(sql, { ...things, importRun: [runId] }, { ...actOf(run), actId: runId });
  await writeCheckpoint(sql, inUtc(run.at));
  await run.whenDone?.(sql, result);
}

function actOf({ at, actor, systemUser }: ImportRun): Act {
  return { at: inUtc(at), actor, systemUser, action: "import" };
}
