import type { Id, OrganizationChange, RecordFile } from "@heed/core";
import type { ImportResult } from "@heed/core/mapping/reading/import-row";
import type { Database, Sql } from "../../connection/sql.ts";
import { deriveAgain } from "../../derived/derive-again.ts";
import { linkedFollowUps } from "../../derived/linked-follow-ups.ts";
import { originalsOf } from "../../organizations/originals-of.ts";
import {
  confidentialImport,
  finishFollowUps,
  finishImport,
  type ImportRun,
  inOneTransaction,
  refuseRejected,
} from "../import-run.ts";
import { importCollectedItems } from "./import-collected-items.ts";
import { importCycles, type RecordedCycle } from "./import-cycles.ts";
import { importFollowUps } from "./import-follow-ups.ts";
import { importLevelOverrides } from "./import-level-overrides.ts";
import { importLinks } from "./import-links.ts";
import { importOrganizationChanges } from "./import-organization-changes.ts";
import { importOrganizations } from "./import-organizations.ts";
import { importRecommendations } from "./import-recommendations.ts";
import { importReportSections } from "./import-report-sections.ts";
import { importReports } from "./import-reports.ts";
import { importSettings } from "./import-settings.ts";
import { importSnapshots } from "./import-snapshots.ts";
import { RecordIntake } from "./record-intake.ts";
import { recordResult } from "./record-result.ts";
import { warnOfRecordedAfterImport } from "./warn-of-recorded-after-import.ts";

/**
 * Imports a file of Heed's own format. What is there already with the same content stays, what is new is added, and
 * nothing is overwritten. All of it or nothing is imported; importing the same file again changes nothing. Errors:
 * rowsRejected with an issue for each fault; databaseBusy.
 */
export async function importRecord(database: Database, record: RecordFile, run: ImportRun): Promise<ImportResult> {
  return inOneTransaction(database, run, async (sql) => {
    const intake = new RecordIntake(sql, record, run);
    const { datesMove } = await importSettings(intake);
    await importOrganizations(intake);
    const changes = await importOrganizationChanges(intake);
    await importReports(intake);
    await importRecommendations(intake);
    await importFollowUps(intake);
    const linked = await importLinks(intake);
    await importLevelOverrides(intake);
    const cycles = await importCycles(intake);
    await importSnapshots(intake, cycles);
    await importCollectedItems(intake);
    await importReportSections(intake);
    warnOfOtherReader(intake);
    warnOfRecordedAfterImport(intake, record);
    const result = recordResult(intake);
    refuseRejected({ skipInvalid: false }, result.rejected);
    await deriveWhatItTouched(intake, { datesMove, linked, organizations: await bodiesOf(sql, changes, cycles) });
    await finishImport(sql, run.newId(), run, { result, things: intake.things });
    return result;
  });
}

/** A file for a reader who may not see all says so. */
function warnOfOtherReader(intake: RecordIntake): void {
  const { exportedFor } = intake.record;
  if (exportedFor === undefined) return;
  const reader = [exportedFor]
    .flat()
    .map(({ role, organizations = [] }) => [role, ...organizations].join(" of "))
    .join(" and ");
  const detail = `the file was exported for a reader who may not see all (${reader}): it has not everything that its record has, such as drafts and confidential evidence`;
  intake.warn(detail, { detail });
}

/** The organizations whose follow-ups may now have other answers (D3). */
async function bodiesOf(
  sql: Sql,
  changes: readonly OrganizationChange[],
  cycles: readonly RecordedCycle[],
): Promise<Id[]> {
  const ids = changes.flatMap(({ id, replaces }) => (replaces === undefined ? [id] : [id, replaces]));
  const changed = await originalsOf(sql, ids);
  return [...new Set([...cycles.map(({ issuingBody }) => issuingBody), ...changed])];
}

/** The follow-ups of the file, those on the other side of its links, and those that its register concerns. */
async function deriveWhatItTouched(
  { sql, run, touched }: RecordIntake,
  {
    datesMove,
    linked: recommendations,
    organizations,
  }: { datesMove: boolean; linked: readonly Id[]; organizations: readonly Id[] },
): Promise<void> {
  await finishFollowUps(sql, touched.those(false), run);
  await finishFollowUps(sql, touched.those(true), run, confidentialImport);
  if (datesMove) await deriveAgain(sql, "all", run.settings);
  const linked = await linkedFollowUps(sql, touched.all, recommendations);
  if (linked.length > 0) await deriveAgain(sql, { followUps: linked }, run.settings);
  if (organizations.length > 0) await deriveAgain(sql, { organizations }, run.settings);
}
