import type { Day, Id, Issue } from "@heed/core";
import type { NewEntry } from "@heed/core/mapping/reading/import-row";
import type { SqlValue } from "../connection/sql.ts";
import { bearsReportReference } from "../recommendations/by-reference.ts";
import { insertRows } from "../statements/insert-rows.ts";
import { type ImportContext, separator } from "./import-context.ts";
import type { ImportRun } from "./import-run.ts";
import { precisionOf } from "./missing-addressees.ts";
import { hasRenumbered, namedByFormer } from "./renumbered-rows.ts";
import { hasEntries } from "./silent-rows.ts";
import { skipKnownEntries } from "./skip-known-entries.ts";
import { stagedEntryColumns, stagedEntryValues } from "./stage-rows.ts";

/** The result of matching: rows that are rejected, and rows that are left out with a warning. */
export type Matched = { rejected: Issue[]; warnings: Issue[] };

/** A row's matches beyond the first are staged this many places further. */
const placesPerMatch = 1000;

/**
 * Finds the follow-up that each staged row is about: by reference and, when the row names one, by addressee, as printed
 * or else as responsible (R14). The mapping decides what happens to rows that match none or several.
 */
export async function matchKnown(context: ImportContext, run: ImportRun): Promise<Matched> {
  const { sql, runId, plan, file } = context;
  if (plan.additions?.source !== undefined && !(await isKnownSource(context, plan.additions.source)))
    return {
      rejected: [
        {
          file,
          name: "onto.source",
          value: plan.additions.source,
          detail: "no mapping of this name imported anything",
        },
      ],
      warnings: [],
    };
  await findCandidates(context);
  await sql.run(
    `INSERT INTO staged_thread (run_id, line, position, follow_up_id, organization_id, repeated)
     SELECT run_id, line, asked + ${placesPerMatch} * (place - 1), follow_up_id, addressee_id, place - 1 FROM (
       SELECT c.run_id, c.line, COALESCE(f.position, 0) AS asked, c.follow_up_id, c.addressee_id,
         row_number() OVER (PARTITION BY c.line, f.position ORDER BY c.follow_up_id) AS place
       FROM staged_candidate c
         LEFT JOIN staged_follow_up f ON f.run_id = c.run_id AND f.line = c.line
         LEFT JOIN staged_name n ON n.run_id = f.run_id AND n.name_key = f.name_key AND n.candidates = 1
       WHERE c.run_id = ? AND c.follow_up_id IS NOT NULL AND (f.line IS NULL OR c.addressee_id = n.organization_id
         OR (EXISTS (SELECT 1 FROM responsibility w WHERE w.follow_up_id = c.follow_up_id AND w.side = 'addressee'
               AND w.state = 'answers' AND w.organization_id = n.organization_id)
             AND NOT EXISTS (SELECT 1 FROM staged_candidate printed WHERE printed.run_id = c.run_id
               AND printed.line = c.line AND printed.addressee_id = n.organization_id)))
     ) AS matches`,
    [runId],
  );
  await sql.run(
    `UPDATE staged_onto SET outcome = CASE
       WHEN NOT EXISTS (SELECT 1 FROM staged_candidate c WHERE c.run_id = staged_onto.run_id AND c.line = staged_onto.line)
         THEN 'unknown'
       WHEN NOT EXISTS (SELECT 1 FROM staged_candidate c WHERE c.run_id = staged_onto.run_id AND c.line = staged_onto.line
         AND c.follow_up_id IS NOT NULL) THEN 'nobody'
       WHEN EXISTS (SELECT 1 FROM staged_follow_up f WHERE f.run_id = staged_onto.run_id AND f.line = staged_onto.line
         AND NOT EXISTS (SELECT 1 FROM staged_thread t WHERE t.run_id = f.run_id AND t.line = f.line
           AND t.position = f.position)) THEN 'otherAddressee'
       WHEN EXISTS (SELECT 1 FROM staged_thread t WHERE t.run_id = staged_onto.run_id AND t.line = staged_onto.line
         AND t.repeated > 0) THEN 'several'
       ELSE 'known' END
     WHERE run_id = ?`,
    [runId],
  );
  const matched = await unmatchedRows(context);
  matched.warnings.push(...(await matchedByFormerReference(context)));
  if (plan.additions?.several === "each") await copyEntries(context, run);
  matched.rejected.push(...(await skipKnownEntries(context)));
  await refuseBeforeReport(context, matched);
  return matched;
}

async function isKnownSource({ sql }: ImportContext, source: string): Promise<boolean> {
  const prefix = source + separator;
  const rows = await sql.all("SELECT 1 FROM recommendation WHERE substr(import_key, 1, ?) = ? LIMIT 1", [
    prefix.length,
    prefix,
  ]);
  return rows.length > 0;
}

/**
 * Every follow-up of every recommendation that a row's reference may mean. A recommendation without follow-ups counts
 * as known too.
 */
async function findCandidates({ sql, runId, plan }: ImportContext): Promise<void> {
  const source = plan.additions?.source;
  const prefix = source === undefined ? undefined : source + separator;
  const named = plan.additions?.byId
    ? [byId]
    : [byReference, ...((await hasRenumbered(sql)) ? [byFormerReference] : [])];
  // Without a precision it is a plain day, as record files and acts give it.
  const exactDay = `CASE WHEN COALESCE(${precisionOf(sql, "p.body")}, 'day') = 'day' THEN p.published_on END`;
  for (const each of named)
    await sql.run(
      `INSERT INTO staged_candidate (run_id, line, recommendation_id, follow_up_id, addressee_id, published_on)
       SELECT o.run_id, o.line, r.id, f.id, f.addressee_id, ${exactDay}
       FROM staged_onto o
         ${each}
         JOIN report p ON p.id = r.report_id
         LEFT JOIN staged_name b ON b.run_id = o.run_id AND b.name_key = o.body_key AND b.candidates = 1
       WHERE o.run_id = ? AND (o.report_key IS NULL OR ${bearsReportReference("p", "o.report_key")})
         AND (o.body_key IS NULL OR r.issuing_body_id = b.organization_id OR ${wasIssuedBy(sql)})
         ${prefix === undefined ? "" : "AND substr(r.import_key, 1, ?) = ?"}`,
      [runId, ...(prefix === undefined ? [] : [prefix.length, prefix])],
    );
  if (sql.dialect === "postgresql") await sql.run("ANALYZE staged_candidate");
}

/** Until its issuing body, or its report's, was corrected. */
function wasIssuedBy({ dialect }: ImportContext["sql"]): string {
  const field = (name: string) => (dialect === "sqlite" ? `c.body ->> '${name}'` : `(c.body::json ->> '${name}')`);
  return `EXISTS (SELECT 1 FROM recommendation_version v
      WHERE v.recommendation_id = r.id AND v.issuing_body_id = b.organization_id)
    OR (r.own_issuing_body_id IS NULL AND EXISTS (SELECT 1 FROM register_record c
      WHERE c.kind = 'report' AND c.thing_id = p.id AND ${field("status")} = 'published'
        AND ${field("issuingBody")} = b.organization_id))`;
}

const byId = "JOIN follow_up f ON f.id = o.reference JOIN recommendation r ON r.id = f.recommendation_id";
const byReference = `JOIN recommendation r ON r.reference_key = o.reference_key
       LEFT JOIN follow_up f ON f.recommendation_id = r.id`;
const byFormerReference = `JOIN former_reference had ON had.kind = 'recommendation' AND had.reference_key = o.reference_key
       JOIN recommendation r ON r.id = had.thing_id AND NOT EXISTS (SELECT 1 FROM recommendation has
         WHERE has.report_id = r.report_id AND has.reference_key = had.reference_key)
       LEFT JOIN follow_up f ON f.recommendation_id = r.id`;

/** Rows that name what they are about by a reference of before a correction. */
async function matchedByFormerReference({ sql, runId, plan, file }: ImportContext): Promise<Issue[]> {
  if (plan.additions?.byId || !(await hasRenumbered(sql))) return [];
  const rows = await sql.all<{ line: number; reference: string; present: string }>(
    `SELECT DISTINCT o.line, o.reference, r.reference AS present FROM staged_onto o
       JOIN staged_thread t ON t.run_id = o.run_id AND t.line = o.line
       JOIN follow_up f ON f.id = t.follow_up_id JOIN recommendation r ON r.id = f.recommendation_id
     WHERE o.run_id = ? AND r.reference_key <> o.reference_key ORDER BY o.line`,
    [runId],
  );
  return rows.map(({ line, reference, present }) => namedByFormer(file, line, reference, present));
}

type Unmatched = { line: number; reference: string; outcome: string };

const detailOf: Readonly<Record<string, string>> = {
  unknown: "no known recommendation has this reference",
  nobody: "the recommendation with this reference has no addressee, so there is no follow-up",
  otherAddressee: "the recommendation with this reference has no follow-up of the addressee that the row names",
  several: "the reference stands for several follow-ups, and the row does not tell which it means",
};

async function unmatchedRows({ sql, runId, plan, file }: ImportContext): Promise<Matched> {
  const { unknown = "refuse", several = "refuse" } = plan.additions ?? {};
  const passedOver = several === "each" ? ["known", "several"] : ["known"];
  const others = `outcome NOT IN (${passedOver.map(() => "?").join(", ")})`;
  const rows = await sql.all<Unmatched>(
    `SELECT line, reference, outcome FROM staged_onto o WHERE run_id = ? AND ${others} AND ${hasEntries("o")} ORDER BY line`,
    [runId, ...passedOver],
  );
  await sql.run(
    `DELETE FROM staged_thread WHERE run_id = ? AND line IN (
       SELECT line FROM staged_onto WHERE run_id = ? AND ${others})`,
    [runId, runId, ...passedOver],
  );
  const matched: Matched = { rejected: [], warnings: [] };
  for (const { line, reference, outcome } of rows) {
    const issue = plan.additions?.byId
      ? { file, row: line, name: "followUp", value: reference, detail: "there is no follow-up with this id" }
      : { file, row: line, name: "reference", value: reference, detail: detailOf[outcome] ?? outcome };
    if ((outcome === "several" ? several : unknown) === "warn") matched.warnings.push(issue);
    else matched.rejected.push({ ...issue, detail: await refusalText(sql, runId, line, issue.detail, outcome) });
  }
  return matched;
}

/** The detail of a refusal, with what the row could have told: which recommendation it means, or whose follow-up. */
async function refusalText(
  sql: ImportContext["sql"],
  runId: string,
  line: number,
  detail: string,
  outcome: string,
): Promise<string> {
  const addressees = await addresseesText(sql, runId, line);
  if (outcome !== "several") return `${detail}${addressees}`;
  const named = "FROM staged_follow_up f JOIN staged_name n ON n.run_id = f.run_id AND n.name_key = f.name_key";
  const rows = await sql.all<{ id: Id; report: string }>(
    `SELECT DISTINCT r.id, p.reference AS report FROM staged_candidate c
       JOIN recommendation r ON r.id = c.recommendation_id JOIN report p ON p.id = r.report_id
     WHERE c.run_id = ? AND c.line = ? AND (NOT EXISTS (SELECT 1 ${named} WHERE f.run_id = c.run_id AND f.line = c.line)
       OR c.addressee_id IN (SELECT n.organization_id ${named} WHERE f.run_id = c.run_id AND f.line = c.line))
     ORDER BY p.reference, r.id`,
    [runId, line],
  );
  const several = "the reference stands for several follow-ups";
  if (rows.length < 2) return `${several}, and the row does not tell whose it means${addressees}`;
  const reports = [...new Set(rows.map(({ report }) => report))].slice(0, 10).join(", ");
  return `${several}: ${rows.length} recommendations have it, in ${reports}, and the row does not tell which it means`;
}

/** The addressees of the recommendation, to show which names the row could have used. */
async function addresseesText(sql: ImportContext["sql"], runId: string, line: number): Promise<string> {
  const rows = await sql.all<{ name: string }>(
    `SELECT DISTINCT COALESCE(f.name_at_issue, n.name) AS name FROM staged_candidate c
       JOIN follow_up f ON f.id = c.follow_up_id
       JOIN organization_name n ON n.organization_id = f.addressee_id
     WHERE c.run_id = ? AND c.line = ? ORDER BY name LIMIT 10`,
    [runId, line],
  );
  return rows.length === 0 ? "" : `; it is addressed to ${rows.map(({ name }) => name).join(", ")}`;
}

type FurtherMatch = { line: number; position: number; place: number; body: string; assumed: string };

/** When a row is about several follow-ups, each gets its own copies of the entries, with new ids; page by page. */
async function copyEntries({ sql, runId }: ImportContext, run: ImportRun): Promise<void> {
  for (let [line, position] = [0, 0]; ; ) {
    const further = await sql.all<FurtherMatch>(
      `SELECT t.line, t.position, e.position AS place, e.body, e.assumed
       FROM (SELECT * FROM staged_thread WHERE run_id = ? AND repeated > 0 AND (line, position) > (?, ?)
             ORDER BY line, position LIMIT 1000) AS t
         JOIN staged_entry e ON e.run_id = t.run_id AND e.line = t.line
           AND e.follow_up_position = t.position - ${placesPerMatch} * t.repeated
       ORDER BY t.line, t.position, e.position`,
      [runId, line, position],
    );
    const last = further.at(-1);
    if (last === undefined) break;
    const copies = further.map((each): SqlValue[] => {
      const { id: _, recordedAt: __, actor: ___, ...entry } = JSON.parse(each.body);
      return [
        runId,
        each.line,
        each.position,
        each.place,
        ...stagedEntryValues({ ...(entry as NewEntry), assumed: JSON.parse(each.assumed) }, run),
      ];
    });
    await insertRows(sql, "staged_entry", stagedEntryColumns, copies);
    [line, position] = [last.line, last.position];
  }
  await sql.run("UPDATE staged_thread SET repeated = 0 WHERE run_id = ?", [runId]);
}

/** Rejects or warns of entries that were given, and promises that are due, before the report that asks for them. */
async function refuseBeforeReport(
  { sql, runId, plan, file }: ImportContext,
  { rejected, warnings }: Matched,
): Promise<void> {
  const given = "COALESCE(e.given_on, e.known_by)";
  const due = `CASE WHEN e.type = 'commitment' THEN ${dueOf(sql)} END`;
  const early = `FROM staged_thread t
       JOIN staged_candidate c ON c.run_id = t.run_id AND c.line = t.line AND c.follow_up_id = t.follow_up_id
       JOIN staged_entry e ON e.run_id = t.run_id AND e.line = t.line AND e.follow_up_position = t.position
     WHERE t.run_id = ? AND (${given} < c.published_on OR ${due} < c.published_on)`;
  const rows = await sql.all<{ line: number; type: string; given: Day; due: Day | null; publishedOn: Day }>(
    `SELECT DISTINCT t.line, e.type, ${given} AS given, ${due} AS due, c.published_on AS "publishedOn" ${early}
     ORDER BY t.line`,
    [runId],
  );
  for (const { line, type, given: on, due: dueOn, publishedOn } of rows) {
    const days = [
      { name: type, what: `the ${type}`, day: on },
      { name: "due", what: "the due date", day: dueOn },
    ];
    for (const { name, what, day } of days) {
      if (day === null || day >= publishedOn) continue;
      const issue = { file, row: line, name, value: day, detail: `${what} is before the report` };
      if (plan.entriesBeforeReport === "warn") warnings.push(issue);
      else rejected.push({ ...issue, detail: `${issue.detail}, which is of ${publishedOn}` });
    }
  }
  if (rows.length > 0 && plan.entriesBeforeReport !== "warn")
    await sql.run(`DELETE FROM staged_thread WHERE run_id = ? AND line IN (SELECT t.line ${early})`, [runId, runId]);
}

function dueOf({ dialect }: ImportContext["sql"]): string {
  return dialect === "sqlite" ? "e.body ->> '$.due.on'" : "e.body::json #>> '{due,on}'";
}
