import type { Id, Issue } from "@heed/core";
import { rowsOf } from "@heed/core/domain-error";
import type { ImportPlan, ImportResult, MappedRow } from "@heed/core/mapping/reading/import-row";
import type { Database, Sql } from "../connection/sql.ts";
import { deriveAgain } from "../derived/derive-again.ts";
import { linkedFollowUps } from "../derived/linked-follow-ups.ts";
import { inList } from "../statements/in-list.ts";
import { inUtc } from "../tables/entry-rows.ts";
import { addresseeDifferences } from "./addressee-differences.ts";
import { addresseesApart } from "./addressees-apart.ts";
import { answersForOthers } from "./answers-for-others.ts";
import { askedAgain } from "./asked-again.ts";
import { compareEditions, dropRejected, storeShownTypes } from "./compare-editions.ts";
import { contradictingRows } from "./contradicting-rows.ts";
import { namedAsBefore } from "./corrected-reports.ts";
import { dropLines } from "./drop-lines.ts";
import { dropPromisedAgain } from "./drop-promised-again.ts";
import { dropRepeatedRows } from "./drop-repeated.ts";
import { type ImportContext, separator } from "./import-context.ts";
import {
  byRow,
  finishFollowUps,
  finishImport,
  firstFaults,
  type ImportRun,
  inOneTransaction,
  refuseRejected,
} from "./import-run.ts";
import { joinRows } from "./join-rows.ts";
import { matchKnown } from "./match-known.ts";
import { missingAddressees } from "./missing-addressees.ts";
import { missingFromFile } from "./missing-from-file.ts";
import { noteWarning, withoutRows } from "./noted-warnings.ts";
import { otherFileOfDay } from "./other-file-of-day.ts";
import { namedByFormerReference } from "./renumbered-rows.ts";
import { repeatedContents, repeatedReferences } from "./repeated-references.ts";
import { createOrganizations, resolveNames } from "./resolve-names.ts";
import { sameReferenceElsewhere } from "./same-reference-elsewhere.ts";
import { shareReportFacts } from "./share-report-facts.ts";
import { type Staged, stageRows } from "./stage-rows.ts";
import { clearLeftovers, closeStaging, openStaging } from "./staging-tables.ts";
import { type Reworded, updateSourceWords } from "./update-source-words.ts";
import { refusedParts, writeParts } from "./write-parts.ts";
import {
  countRows,
  findFollowUps,
  keyRows,
  repeatedEntries,
  touchedFollowUps,
  touchedReports,
  writeEntries,
  writeRows,
} from "./write-rows.ts";

/**
 * Imports the rows of a mapped file. They are staged in committed chunks and then written by one transaction, so that
 * an import that is killed leaves the record as it was (docs/decisions/0013). Importing the same file again changes nothing.
 * Errors: rowsRejected with an issue for each row; databaseBusy; and whatever reading the rows throws.
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
    const result = await inOneTransaction(database, run, (sql) => writeStaged(sql, plan, read, run));
    await closeStaging(database, read.runId);
    return result;
  } catch (error) {
    // The first error is reported: when the disk is full this fails too, and the next import clears what is left.
    await closeStaging(database, staged?.runId ?? "").catch(() => undefined);
    throw error;
  }
}

async function writeStaged(sql: Sql, plan: ImportPlan, staged: Staged, run: ImportRun): Promise<ImportResult> {
  run.onProgress?.({ phase: "folding", done: 0, total: staged.rows });
  const { runId } = staged;
  const { file } = run;
  const at = inUtc(run.at);
  const { acceptCorrections = false, reuseReferences = false, actor, systemUser } = run;
  const { lines } = staged;
  const each: ImportContext = {
    sql,
    runId,
    plan,
    lines,
    file,
    at,
    acceptCorrections,
    reuseReferences,
    actor,
    systemUser,
  };
  if (sql.dialect === "postgresql") await analyze(sql);
  const taken =
    plan.additions === undefined ? await importStagedRows(each, staged, run) : await importAdditions(each, staged, run);
  const touched = [...new Set([...(await touchedFollowUps(each)), ...taken.reworded.followUps])].sort();
  run.onProgress?.({ phase: "folding", done: staged.rows, total: staged.rows });
  await finishFollowUps(sql, touched, run);
  const { warnings, rejected, reworded, organizations, ...counts } = taken;
  const result: ImportResult = {
    ...{ dryRun: run.dryRun, rows: staged.rows, ...counts },
    skipped: [...staged.skipped].map(([why, { rows, examples }]) => ({ why, rows, examples })),
    rejected,
    rejectedRows: rowsOf(rejected),
    warnings: warningsOf(staged, warnings, rejected),
  };
  const reports = [...new Set([...(await touchedReports(each)), ...reworded.reports])].sort();
  const dated = taken.correctedReports > 0 ? await recommendationsIn(sql, reports) : [];
  const linked = await linkedFollowUps(sql, touched, dated);
  if (linked.length > 0) await deriveAgain(sql, { followUps: linked }, run.settings);
  const things = { organization: organizations, importedReport: reports };
  await finishImport(sql, runId, run, { result, things });
  return result;
}

async function recommendationsIn(sql: Sql, reports: readonly Id[]): Promise<Id[]> {
  const rows = await sql.all<{ id: Id }>(`SELECT id FROM recommendation WHERE ${inList(sql, "report_id")}`, [
    JSON.stringify(reports),
  ]);
  return rows.map(({ id }) => id);
}

type ImportedRows = Omit<ImportResult, "dryRun" | "rows" | "skipped" | "warnings" | "rejectedRows"> & {
  warnings: readonly Issue[];
  /** What now has other words of the source. */
  reworded: Reworded;
  /** The new organizations. */
  organizations: readonly Id[];
};

/** Imports the rows as reports, recommendations and follow-ups. */
async function importStagedRows(each: ImportContext, staged: Staged, run: ImportRun): Promise<ImportedRows> {
  const { sql, runId, plan, file, at } = each;
  // A part is repeated when its row is, which is already reported.
  const unread = new Set(staged.rejected.map(({ row }) => row));
  const twice = (await dropRepeatedRows(each, "staged_row")).filter(
    ({ row }) => !staged.lines.isPart(row) && !unread.has(row),
  );
  await shareReportFacts(each);
  await dropLines(
    sql,
    "staged_row",
    runId,
    [...unread].flatMap((row) => row ?? []),
  );
  const { rejected: joined, warnings: inLanguages, apart } = await joinRows(each);
  const names = await resolveNames(sql, runId, plan, file);
  const { rejected: unkeyed, older } = await keyRows(each);
  const keyed = [...unkeyed, ...(await refusedParts(each, staged.lines))];
  await dropRejected(each, [...joined, ...names.rejected, ...keyed]);
  const several = [...(await repeatedReferences(each)), ...(await repeatedContents(each))].filter(
    ({ row }) => !staged.lines.isPart(row),
  );
  const inRoles = await findFollowUps(each);
  const against = await contradictingRows(each);
  const again = await dropPromisedAgain(each);
  const met = await compareEditions(each, run);
  const faults = firstFaults(staged.rejected, joined, names.rejected, keyed, against.rejected, met.rejected);
  const rejected = byRow(placed(staged, faults));
  refuseRejected(run, rejected, staged.rows);
  const isRejected = rejected.length > 0;
  const isWhole = plan.editions !== "part";
  const missing = isWhole ? await missingFromFile(each, { isRejected }) : { ids: [], issues: [] };
  const named = [
    ...(await addresseeDifferences(each)),
    ...(await namedByFormerReference(each)),
    ...(await namedAsBefore(each)),
  ];
  const absent = await missingAddressees(each);
  const answering = await answersForOthers(each);
  const askingAgain = await askedAgain(each, missing.ids);
  const beside = await sameReferenceElsewhere(each);
  const warnings = [
    ...(await otherFileOfDay(each, run)),
    ...twice,
    ...several,
    ...inLanguages,
    ...(await addresseesApart(each, apart)),
    ...inRoles,
    ...absent,
    ...answering,
    ...askingAgain,
    ...beside,
    ...(await repeatedEntries(each)),
    ...named,
    ...older,
    ...against.warnings,
    ...again,
    ...met.warnings,
  ];
  const reworded = await updateSourceWords(each);
  const organizations = await createOrganizations(sql, runId, plan, file, at);
  const { created, correctedReports } = await writeRows(each);
  await writeParts(each, staged.lines);
  await storeShownTypes(each);
  const { repeated, ...counts } = await countRows(each);
  const entries = created.entries - met.corrections;
  return {
    created: { organizations: organizations.length, ...created, entries },
    ...{ ...counts, rejected, reworded, organizations, correctedReports, correctedEntries: met.corrections },
    warnings: placed(staged, [...names.warnings, ...warnings, ...repeated, ...missing.issues]),
  };
}

/** Imports the rows as entries on follow-ups that are known already. */
async function importAdditions(each: ImportContext, staged: Staged, run: ImportRun): Promise<ImportedRows> {
  const { sql, runId, plan, file } = each;
  const twice = await dropRepeatedRows(each, "staged_onto");
  const names = await resolveNames(sql, runId, plan, file);
  const { rejected: unmatched, warnings } = await matchKnown(each, run);
  const against = await contradictingRows(each);
  const again = await dropPromisedAgain(each);
  const met = await compareEditions(each, run);
  const faults = firstFaults(staged.rejected, names.rejected, unmatched, against.rejected, met.rejected);
  const rejected = byRow(placed(staged, faults));
  refuseRejected(run, rejected, staged.rows);
  const others = await otherFileOfDay(each, run);
  const entries = (await writeEntries(each, `${plan.name}${separator}`)) - met.corrections;
  await storeShownTypes(each);
  return {
    created: { organizations: 0, reports: 0, recommendations: 0, followUps: 0, entries },
    ...{ unchanged: 0, corrected: 0, correctedReports: 0, correctedEntries: met.corrections, withoutAddressee: 0 },
    ...{ rejected, reworded: { followUps: [], reports: [] }, organizations: [] },
    warnings: placed(staged, [
      ...names.warnings,
      ...others,
      ...twice,
      ...against.warnings,
      ...again,
      ...met.warnings,
      ...warnings,
    ]),
  };
}

function placed({ lines }: Staged, issues: readonly Issue[]): Issue[] {
  return issues.map((issue) => lines.placed(issue));
}

function warningsOf(staged: Staged, found: readonly Issue[], rejected: readonly Issue[]): ImportResult["warnings"] {
  const warnings = withoutRows(staged.warnings, new Set(rejected.map(({ row }) => row)));
  for (const issue of found) noteWarning(warnings, issue);
  return [...warnings].map(([detail, { rows, examples }]) => ({ detail, rows: rows.size, examples }));
}

/** PostgreSQL's planner has no statistics of the staged rows yet. */
async function analyze(sql: Sql): Promise<void> {
  for (const table of ["staged_row", "staged_name", "staged_follow_up", "staged_entry", "staged_onto"])
    await sql.run(`ANALYZE ${table}`);
}
