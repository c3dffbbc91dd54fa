import type { Id, Issue } from "@heed/core";
import { owingMost, type Role } from "@heed/core/follow-up/follow-up";
import { groupedBy } from "@heed/core/grouped-by";
import type { ImportResult } from "@heed/core/mapping/reading/import-row";
import type { SqlValue } from "../connection/sql.ts";
import { searchWords, substituteReference } from "./blank-reference.ts";
import { hasCorrectedReports, keyByCorrectedReports, knowCorrectedReports } from "./corrected-reports.ts";
import { differingReports, differingRows, reportDiffers } from "./differing-rows.ts";
import { type ImportContext, separator } from "./import-context.ts";
import { placesPerRow } from "./join-rows.ts";
import { keepUnshown } from "./keep-unshown.ts";
import { assumeYears, keepKnownFacts, refusedLastDays, refusedYears } from "./known-report-facts.ts";
import { leaveNewerRecommendations, leaveNewerReports } from "./older-editions.ts";
import { pairEqualRows } from "./pair-equal-rows.ts";
import { findRenumbered, hasRenumbered } from "./renumbered-rows.ts";
import { knowSameContent } from "./same-content.ts";
import { ownBody, writeCorrections } from "./write-corrections.ts";
import { writeReportCorrections } from "./write-report-corrections.ts";

/**
 * Gives every staged row its key: report and reference when that is unique in the file, otherwise the digest of its
 * content with a number (R66). Finds what is known already. Answers the rows that are rejected, and what an older edition
 * says otherwise than a newer one.
 */
export async function keyRows(context: ImportContext): Promise<{ rejected: Issue[]; older: Issue[] }> {
  const { sql, runId, plan } = context;
  const report = plan.reports === "byReference" ? `|| ? || s.report_reference_key` : "";
  const perRow = plan.reports === "perRow";
  const namesUsable = usable(context);
  await sql.run(
    `INSERT INTO staged_key (run_id, line, report_key, import_key, other_key, occurrence)
     SELECT run_id, line, ${perRow ? "import_key" : "scope"}, import_key, other_key, occurrence FROM (
       SELECT run_id, line, scope, occurrence,
         CASE WHEN reference_key IS NULL OR uses > 1 THEN by_digest ELSE scope || ? || reference_key END AS import_key,
         CASE WHEN reference_key IS NULL THEN NULL WHEN uses > 1 THEN scope || ? || reference_key ELSE by_digest END AS other_key
       FROM (
         SELECT counted.*, scope || ? || '~' || row_digest || '#' || occurrence AS by_digest FROM (
           SELECT keyed.*, count(*) OVER (PARTITION BY scope, reference_key) AS uses,
             row_number() OVER (PARTITION BY scope, row_digest ORDER BY line) AS occurrence
           FROM (
             SELECT s.run_id, s.line, s.row_digest, s.reference_key, ? || b.organization_id ${report} AS scope
             FROM staged_row s JOIN staged_name b ON b.run_id = s.run_id AND b.name_key = s.report_body_key
             WHERE s.run_id = ? AND ${namesUsable.text}
           ) AS keyed
         ) AS counted
       ) AS digested
     ) AS keys`,
    [
      separator,
      separator,
      separator,
      plan.name + separator,
      ...(perRow ? [] : [separator]),
      runId,
      ...namesUsable.values,
    ],
  );
  const correctedReports = await hasCorrectedReports(context);
  if (correctedReports) await keyByCorrectedReports(context);
  await pairEqualRows(context);
  await sql.run(
    `UPDATE staged_key SET existing_id = (SELECT r.id FROM recommendation r WHERE r.import_key = staged_key.import_key)
     WHERE run_id = ?`,
    [runId],
  );
  // A reference that was unique in an earlier file and repeats in this one, or the other way round: the content
  // decides.
  await sql.run(
    `UPDATE staged_key SET existing_id = (
       SELECT r.id FROM recommendation r JOIN staged_row s ON r.content_digest IN (s.content_digest, s.given_content_digest)
       WHERE r.import_key = staged_key.other_key AND s.run_id = staged_key.run_id AND s.line = staged_key.line)
     WHERE run_id = ? AND existing_id IS NULL AND other_key IS NOT NULL`,
    [runId],
  );
  await knowOnce(context);
  const renumbered = await hasRenumbered(sql);
  const reused = renumbered ? await findRenumbered(context) : [];
  await sql.run(
    `UPDATE staged_key SET outcome = CASE WHEN existing_id IS NULL THEN 'new'
       WHEN (SELECT r.content_digest FROM recommendation r WHERE r.id = staged_key.existing_id) IN
          (SELECT s.content_digest FROM staged_row s WHERE s.run_id = staged_key.run_id AND s.line = staged_key.line
           UNION ALL SELECT s.given_content_digest FROM staged_row s
             WHERE s.run_id = staged_key.run_id AND s.line = staged_key.line AND s.given_content_digest IS NOT NULL)
       THEN 'known' ELSE ? END
     WHERE run_id = ?`,
    [context.acceptCorrections ? "corrected" : "differs", runId],
  );
  await keepUnshown(context);
  await knowSameContent(context);
  await refuseRows(context, reused);
  const older = await leaveNewerRecommendations(context);
  const differing = await differingRows(context);
  const reports = await keyReports(context, correctedReports);
  return { rejected: [...reused, ...differing, ...reports.rejected], older: [...older, ...reports.older] };
}

/**
 * A known reference that now stands on several rows with the same text: each is a recommendation of its own, and the
 * known one is the row that names most of its addressees, or else the first.
 */
async function knowOnce({ sql, runId }: ImportContext): Promise<void> {
  const known = "FROM staged_key WHERE run_id = ? AND existing_id IS NOT NULL";
  await sql.run(
    `UPDATE staged_key SET existing_id = NULL WHERE run_id = ? AND line IN (SELECT line FROM (
       SELECT line, row_number() OVER (PARTITION BY existing_id ORDER BY shared DESC, line) AS place FROM (
         SELECT k.line, k.existing_id, (SELECT count(*) FROM staged_follow_up f
             JOIN staged_name n ON n.run_id = f.run_id AND n.name_key = f.name_key
             JOIN follow_up x ON x.recommendation_id = k.existing_id AND x.addressee_id = n.organization_id
           WHERE f.run_id = k.run_id AND f.line = k.line) AS shared
         FROM staged_key k JOIN recommendation r ON r.id = k.existing_id AND r.import_key = k.other_key
         WHERE k.run_id = ? AND k.existing_id IN (SELECT existing_id ${known} GROUP BY existing_id HAVING count(*) > 1)
       ) AS counted
     ) AS ordered WHERE place > 1)`,
    [runId, runId, runId],
  );
}

async function refuseRows({ sql, runId }: ImportContext, issues: readonly Issue[]): Promise<void> {
  for (const { row } of issues)
    await sql.run("UPDATE staged_key SET outcome = 'reused' WHERE run_id = ? AND line = ?", [runId, row ?? 0]);
}

/**
 * The SQL condition that a row's names can be used: a row is rejected when it has a name of several organizations, or a
 * new name where those are refused.
 */
function usable({ runId, plan }: ImportContext): { text: string; values: SqlValue[] } {
  const bad = plan.unknownOrganizations === "refuse" ? "n.candidates <> 1" : "n.candidates > 1";
  const badNames = `SELECT n.name_key FROM staged_name n WHERE n.run_id = ? AND ${bad}`;
  return {
    text: `s.report_body_key NOT IN (${badNames}) AND COALESCE(s.own_body_key, '') NOT IN (${badNames})
      AND s.line NOT IN (SELECT f.line FROM staged_follow_up f WHERE f.run_id = ? AND f.name_key IN (${badNames}))`,
    values: [runId, runId, runId, runId],
  };
}

/** Finds the report of each row; rejects a row whose facts about the report differ from those of the first row. */
async function keyReports(
  context: ImportContext,
  correctedReports: boolean,
): Promise<{ rejected: Issue[]; older: Issue[] }> {
  const { sql, runId } = context;
  await sql.run(
    `INSERT INTO staged_report (run_id, report_key, first_line, report_id, known, digest)
     SELECT s.run_id, g.report_key, g.first_line, COALESCE(p.id, s.report_id),
       CASE WHEN p.id IS NULL THEN 0 ELSE 1 END, COALESCE(p.content_digest, s.report_digest)
     FROM (SELECT report_key, min(line) AS first_line FROM staged_key
             WHERE run_id = ? AND (outcome = 'new'
               OR EXISTS (SELECT 1 FROM report known WHERE known.import_key = staged_key.report_key))
             GROUP BY report_key) g
       JOIN staged_row s ON s.run_id = ? AND s.line = g.first_line
       LEFT JOIN report p ON p.import_key = g.report_key`,
    [runId, runId],
  );
  if (correctedReports) await knowCorrectedReports(context);
  await keepKnownFacts(context);
  await assumeYears(context);
  const older = await leaveNewerReports(context);
  // When corrections are accepted the report takes the facts of its first row; the other rows must agree.
  if (context.acceptCorrections)
    await sql.run(
      `UPDATE staged_report SET known = 2, digest = s.report_digest FROM staged_row s
       WHERE staged_report.run_id = ? AND s.run_id = staged_report.run_id AND s.line = staged_report.first_line
         AND staged_report.known = 1 AND staged_report.digest NOT IN (s.report_digest, COALESCE(s.given_report_digest, ''))`,
      [runId],
    );
  const rejected = await differingReports(context);
  const days = [...(await refusedYears(context)), ...(await refusedLastDays(context))];
  await sql.run(
    `UPDATE staged_key SET outcome = 'differs' WHERE run_id = ? AND EXISTS (
       SELECT 1 FROM staged_row s JOIN staged_report t ON t.run_id = s.run_id
       WHERE s.run_id = staged_key.run_id AND s.line = staged_key.line AND t.report_key = staged_key.report_key
         AND ${reportDiffers})`,
    [runId],
  );
  return { rejected: [...days, ...rejected], older };
}

/** Finds or prepares the follow-up for each addressee of an accepted row. Answers the addressees in several roles. */
export async function findFollowUps({ sql, runId, file }: ImportContext): Promise<Issue[]> {
  await sql.run(
    `INSERT INTO staged_thread (run_id, line, position, follow_up_id, organization_id, repeated)
     SELECT f.run_id, f.line, f.position, 
       COALESCE(x.id, first_value(f.id) OVER (PARTITION BY f.line, n.organization_id ORDER BY f.position)),
       n.organization_id, row_number() OVER (PARTITION BY f.line, n.organization_id ORDER BY f.position) - 1
     FROM staged_follow_up f
       JOIN staged_key k ON k.run_id = f.run_id AND k.line = f.line
       JOIN staged_row s ON s.run_id = f.run_id AND s.line = f.line
       JOIN staged_name n ON n.run_id = f.run_id AND n.name_key = f.name_key
       LEFT JOIN follow_up x ON x.import_key = COALESCE(k.existing_id, s.recommendation_id) || ? || n.organization_id
     WHERE f.run_id = ? AND k.outcome IN ('new', 'known', 'corrected')`,
    [separator, runId],
  );
  return takeOwingRoles({ sql, runId, file });
}

type InRole = { line: number; position: number; organization: Id; name: string; role: Role };

/** An addressee that a row names in several roles, under two names or in joined rows, has the role that owes most. */
async function takeOwingRoles({ sql, runId, file }: Pick<ImportContext, "sql" | "runId" | "file">): Promise<Issue[]> {
  const named = `FROM staged_thread t JOIN staged_follow_up f ON f.run_id = t.run_id AND f.line = t.line AND f.position = t.position
    WHERE t.run_id = ?`;
  const rows = await sql.all<InRole>(
    `SELECT t.line, t.position, t.organization_id AS organization, f.name, f.role ${named} AND (t.line, t.organization_id) IN (
       SELECT t.line, t.organization_id ${named} GROUP BY t.line, t.organization_id HAVING min(f.role) <> max(f.role))
     ORDER BY t.line, t.position`,
    [runId, runId],
  );
  const issues: Issue[] = [];
  for (const of of groupedBy(rows, ({ line, organization }) => `${line} ${organization}`).values()) {
    const [first] = of;
    if (first === undefined) continue;
    const { line, position, name } = first;
    const roles = [...new Set(of.map(({ role }) => role))];
    const most = roles.reduce(owingMost);
    await sql.run("UPDATE staged_follow_up SET role = ? WHERE run_id = ? AND line = ? AND position = ?", [
      ...[most, runId, line, position],
    ]);
    const detail = `the row names this addressee in the roles ${roles.join(" and ")}; it has one follow-up with the role ${most}`;
    issues.push({ file, row: line, name: "addressee", value: name, detail });
  }
  return issues;
}

/** Writes what is new in the accepted rows. Answers the number of each kind. */
export async function writeRows(
  context: ImportContext,
): Promise<{ created: Omit<ImportResult["created"], "organizations">; correctedReports: number }> {
  const { sql, runId, at } = context;
  const reports = await sql.run(
    `INSERT INTO report (id, import_key, issuing_body_id, reference, reference_key, reporting_year, status, published_on,
       body, content_digest, recorded_at)
     SELECT t.report_id, t.report_key, b.organization_id, s.report_reference, s.report_reference_key, s.reporting_year,
       'published', s.published_on, s.report_body, s.report_digest, ?
     FROM staged_report t
       JOIN staged_row s ON s.run_id = t.run_id AND s.line = t.first_line
       JOIN staged_name b ON b.run_id = t.run_id AND b.name_key = s.report_body_key
     WHERE t.run_id = ? AND t.known = 0
       AND t.report_key IN (SELECT k.report_key FROM staged_key k WHERE k.run_id = ? AND k.outcome = 'new')
     ORDER BY t.first_line`,
    [at, runId, runId],
  );
  const recommendations = await sql.run(
    `INSERT INTO recommendation (id, import_key, report_id, reference, reference_key, issuing_body_id,
       own_issuing_body_id, position, version, body, words, content_digest, recorded_at)
     SELECT s.recommendation_id, k.import_key, t.report_id, COALESCE(s.reference, ${substituteReference}),
       COALESCE(s.reference_key, ${substituteReference}), COALESCE(${ownBody}, p.issuing_body_id), ${ownBody},
       COALESCE((SELECT max(x.position) FROM recommendation x WHERE x.report_id = t.report_id), 0)
         + row_number() OVER (PARTITION BY t.report_id ORDER BY s.line),
       1, s.body, ${searchWords}, s.content_digest, ?
     FROM staged_key k
       JOIN staged_row s ON s.run_id = k.run_id AND s.line = k.line
       JOIN staged_report t ON t.run_id = k.run_id AND t.report_key = k.report_key
       JOIN report p ON p.id = t.report_id
       JOIN staged_name b ON b.run_id = k.run_id AND b.name_key = s.report_body_key
       LEFT JOIN staged_name own ON own.run_id = k.run_id AND own.name_key = s.own_body_key
     WHERE k.run_id = ? AND k.outcome = 'new'`,
    [at, runId],
  );
  await writeCorrections(context);
  const correctedReports = await writeReportCorrections(context);
  await writeThemes(context);
  return { created: { reports, recommendations, ...(await writeFollowUps(context)) }, correctedReports };
}

async function writeThemes({ sql, runId }: ImportContext): Promise<void> {
  const each =
    sql.dialect === "sqlite"
      ? "json_each(s.body, '$.themes') AS t"
      : "jsonb_array_elements_text(s.body::jsonb -> 'themes') AS t(value)";
  await sql.run(
    `INSERT INTO recommendation_theme (theme, recommendation_id)
     SELECT DISTINCT t.value, COALESCE(k.existing_id, s.recommendation_id)
     FROM staged_key k JOIN staged_row s ON s.run_id = k.run_id AND s.line = k.line, ${each}
     WHERE k.run_id = ? AND k.outcome IN ('new', 'corrected')`,
    [runId],
  );
}

async function writeFollowUps({ sql, runId, at }: ImportContext): Promise<{ followUps: number; entries: number }> {
  const followUps = await sql.run(
    `INSERT INTO follow_up (id, import_key, recommendation_id, addressee_id, name_at_issue, role, source, version, recorded_at)
     SELECT f.id, COALESCE(k.existing_id, s.recommendation_id) || ? || t.organization_id,
       COALESCE(k.existing_id, s.recommendation_id), t.organization_id,
       CASE WHEN n.candidates = 0 AND n.name = f.name THEN NULL ELSE f.name END, f.role, f.source, 0, ?
     FROM staged_thread t
       JOIN staged_follow_up f ON f.run_id = t.run_id AND f.line = t.line AND f.position = t.position
       JOIN staged_key k ON k.run_id = t.run_id AND k.line = t.line
       JOIN staged_row s ON s.run_id = t.run_id AND s.line = t.line
       JOIN staged_name n ON n.run_id = t.run_id AND n.name_key = f.name_key
     WHERE t.run_id = ? AND t.repeated = 0 AND t.follow_up_id = f.id`,
    [separator, at, runId],
  );
  return { followUps, entries: await writeEntries({ sql, runId }, "") };
}

/** Adds the entries that are new on their follow-ups. `scope` keeps entries of two sources on one follow-up apart. */
export async function writeEntries(
  { sql, runId }: Pick<ImportContext, "sql" | "runId">,
  scope: string,
): Promise<number> {
  return sql.run(
    `INSERT INTO entry (id, import_key, follow_up_id, type, given_on, known_by, recorded_at, body, content_digest)
     SELECT e.id, t.follow_up_id || ? || e.said_digest, t.follow_up_id, e.type, e.given_on, e.known_by, e.recorded_at,
       e.body, e.content_digest
     FROM staged_entry e
       JOIN staged_thread t ON t.run_id = e.run_id AND t.line = e.line AND t.position = e.follow_up_position
     WHERE e.run_id = ? ORDER BY e.line, e.follow_up_position, e.position
     ON CONFLICT (import_key) DO NOTHING`,
    [separator + scope, runId],
  );
}

/** Rows that say the same about one addressee twice: this becomes one entry. */
export async function repeatedEntries({ sql, runId, file }: ImportContext): Promise<Issue[]> {
  const rows = await sql.all<{ line: number; type: string }>(
    `SELECT e.line, e.type FROM staged_entry e JOIN staged_thread t
       ON t.run_id = e.run_id AND t.line = e.line AND t.position = e.follow_up_position
     WHERE e.run_id = ? GROUP BY e.line, t.follow_up_id, e.type, e.said_digest HAVING count(*) > 1 ORDER BY e.line`,
    [runId],
  );
  const detail = "the row says the same about one addressee twice; it is one entry";
  return rows.map(({ line, type }) => ({ file, row: line, value: type, detail }));
}

/** The follow-ups that are new, got an entry, or belong to a corrected text, in the order of their ids. */
export async function touchedFollowUps({ sql, runId }: ImportContext): Promise<Id[]> {
  const rows = await sql.all<{ id: Id }>(
    `SELECT f.id FROM follow_up f JOIN staged_follow_up s ON s.id = f.id WHERE s.run_id = ?
     UNION SELECT x.follow_up_id AS id FROM staged_entry e JOIN entry x ON x.id = e.id WHERE e.run_id = ?
     UNION SELECT f.id FROM follow_up f JOIN staged_key k ON k.existing_id = f.recommendation_id
       WHERE k.run_id = ? AND k.outcome = 'corrected'
     UNION SELECT f.id FROM follow_up f JOIN recommendation r ON r.id = f.recommendation_id
       JOIN staged_report t ON t.report_id = r.report_id WHERE t.run_id = ? AND t.known = 2 ORDER BY id`,
    [runId, runId, runId, runId],
  );
  return rows.map(({ id }) => id);
}

/** The reports with a new or corrected recommendation, in the order of their ids. */
export async function touchedReports({ sql, runId }: ImportContext): Promise<Id[]> {
  const rows = await sql.all<{ id: Id }>(
    `SELECT DISTINCT r.report_id AS id FROM staged_key k
       JOIN staged_row s ON s.run_id = k.run_id AND s.line = k.line
       JOIN recommendation r ON r.id = COALESCE(k.existing_id, s.recommendation_id)
     WHERE k.run_id = ? AND k.outcome IN ('new', 'corrected')
     UNION SELECT report_id AS id FROM staged_report WHERE run_id = ? AND known = 2 ORDER BY id`,
    [runId, runId],
  );
  return rows.map(({ id }) => id);
}

/**
 * The number of accepted rows of each kind, and the rows that name an addressee twice. That each of two joined rows
 * names it is no repetition.
 */
export async function countRows({ sql, runId, file }: ImportContext) {
  const one = async (text: string, values: readonly SqlValue[]) =>
    (await sql.all<{ count: number }>(text, values))[0]?.count ?? 0;
  const repeated = await sql.all<{ line: number; name: string }>(
    `SELECT t.line, f.name FROM staged_thread t
       JOIN staged_follow_up f ON f.run_id = t.run_id AND f.line = t.line AND f.position = t.position
     WHERE t.run_id = ? AND t.repeated > 0 AND EXISTS (SELECT 1 FROM staged_thread o
       WHERE o.run_id = t.run_id AND o.line = t.line AND o.organization_id = t.organization_id
         AND o.position < t.position AND o.position / ${placesPerRow} = t.position / ${placesPerRow})
     ORDER BY t.line, t.position`,
    [runId],
  );
  return {
    unchanged: await one("SELECT count(*) AS count FROM staged_key WHERE run_id = ? AND outcome = 'known'", [runId]),
    corrected: await one("SELECT count(*) AS count FROM staged_key WHERE run_id = ? AND outcome = 'corrected'", [
      runId,
    ]),
    withoutAddressee: await one(
      `SELECT count(*) AS count FROM staged_key k WHERE k.run_id = ? AND k.outcome IN ('new', 'known', 'corrected')
         AND NOT EXISTS (SELECT 1 FROM staged_follow_up f WHERE f.run_id = k.run_id AND f.line = k.line)
         AND NOT EXISTS (SELECT 1 FROM staged_row s JOIN recommendation part
           ON part.part_of_id = COALESCE(k.existing_id, s.recommendation_id) WHERE s.run_id = k.run_id AND s.line = k.line)`,
      [runId],
    ),
    repeated: repeated.map(
      ({ line, name }): Issue => ({
        file,
        row: line,
        name: "addressee",
        value: name,
        detail: "the row names this addressee twice; it has one follow-up",
      }),
    ),
  };
}
