import {
  type Entry,
  type FollowUpCase,
  type Id,
  type Instant,
  Report,
  type ReportingCycle,
  type ResponsibilityInterval,
  type Role,
} from "@heed/core";
import { among } from "../bulk/among.ts";
import type { Sql } from "../sql.ts";

export type LoadCasesOptions = {
  /** Follow-ups per batch; 1,000 unless told. */
  batch?: number;
  /** Only what had been recorded by then (R12, decision 1): entries and cycles. In UTC, as the record keeps moments. */
  knownAt?: Instant;
};

/**
 * The follow-ups named, or all, in order of their ids, in batches, each with all that its standing rests on: four queries
 * per batch and never more than one batch in memory. Ids that do not exist are left out.
 */
export async function* loadCases(
  sql: Sql,
  which: readonly Id[] | "all",
  { batch = 1000, knownAt }: LoadCasesOptions = {},
): AsyncIterable<FollowUpCase[]> {
  for await (const ids of idPages(sql, which, batch)) yield await casesOf(sql, ids, knownAt);
}

/** One case; undefined when there is no such follow-up. */
export async function loadCase(sql: Sql, followUp: Id, knownAt?: Instant): Promise<FollowUpCase | undefined> {
  return (await casesOf(sql, [followUp], knownAt))[0];
}

async function* idPages(sql: Sql, which: readonly Id[] | "all", batch: number): AsyncIterable<readonly Id[]> {
  if (which !== "all") {
    const sorted = [...new Set(which)].sort();
    for (let start = 0; start < sorted.length; start += batch) yield sorted.slice(start, start + batch);
    return;
  }
  let after = "";
  for (;;) {
    const page = await sql.all<{ id: Id }>(`SELECT id FROM follow_up WHERE id > ? ORDER BY id LIMIT ${batch}`, [after]);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page.map(({ id }) => id);
    after = last.id;
  }
}

async function casesOf(sql: Sql, ids: readonly Id[], knownAt: Instant | undefined): Promise<FollowUpCase[]> {
  const list = JSON.stringify(ids);
  const rows = await sql.all<CaseRow>(caseQuery(sql), [list]);
  const entries = await entriesOf(sql, list, knownAt);
  const cycles = await cyclesOf(sql, [...new Set(rows.map(({ issuingBody }) => issuingBody))], knownAt);
  const responsibility = await responsibilityOf(sql, list);
  return rows.map((row) => ({
    followUp: {
      id: row.id,
      recommendation: row.recommendation,
      addressee: row.addressee,
      ...(row.nameAtIssue === null ? {} : { nameAtIssue: row.nameAtIssue }),
      role: row.role,
      ...(row.source === null ? {} : { source: JSON.parse(row.source) }),
    },
    recommendation: {
      id: row.recommendation,
      ...(row.issuingBody === row.reportIssuingBody ? {} : { issuingBody: row.issuingBody }),
      ...(row.implementationDue === null ? {} : { implementationDue: JSON.parse(row.implementationDue) }),
    },
    report: caseReport(row),
    entries: entries.get(row.id) ?? [],
    cycles: cycles.get(row.issuingBody) ?? [],
    responsibility: responsibility.get(row.id) ?? [],
  }));
}

type CaseRow = {
  id: Id;
  recommendation: Id;
  addressee: Id;
  nameAtIssue: string | null;
  role: Role;
  source: string | null;
  issuingBody: Id;
  implementationDue: string | null;
  report: Id;
  reportIssuingBody: Id;
  status: string;
  publishedOn: string | null;
  reportBody: string;
};

function caseQuery({ dialect }: Sql): string {
  // The text of a recommendation stays in the database: only its deadline is taken out.
  const implementationDue =
    dialect === "sqlite" ? "r.body -> 'implementationDue'" : "(r.body::json -> 'implementationDue')::text";
  return `SELECT f.id, f.recommendation_id AS recommendation, f.addressee_id AS addressee,
      f.name_at_issue AS "nameAtIssue", f.role, f.source, r.issuing_body_id AS "issuingBody",
      ${implementationDue} AS "implementationDue", p.id AS report, p.issuing_body_id AS "reportIssuingBody",
      p.status, p.published_on AS "publishedOn", p.body AS "reportBody"
    FROM follow_up f JOIN recommendation r ON r.id = f.recommendation_id JOIN report p ON p.id = r.report_id
    WHERE ${among({ dialect }, "f.id")} ORDER BY f.id`;
}

const CaseReport = Report.pick({
  id: true,
  issuingBody: true,
  status: true,
  publishedOn: true,
  transmittedToGovernmentOn: true,
  transmittedToParliamentOn: true,
  transmittedToFieldOn: true,
  responsePeriod: true,
}).strip();

function caseReport(row: CaseRow): FollowUpCase["report"] {
  return CaseReport.parse({
    ...JSON.parse(row.reportBody),
    id: row.report,
    issuingBody: row.reportIssuingBody,
    status: row.status,
    ...(row.publishedOn === null ? {} : { publishedOn: row.publishedOn }),
  });
}

async function entriesOf(sql: Sql, list: string, knownAt: Instant | undefined): Promise<Map<Id, Entry[]>> {
  const rows = await sql.all<{ key: Id; body: string }>(
    `SELECT follow_up_id AS key, body FROM entry
     WHERE ${among(sql, "follow_up_id")}${knownAt === undefined ? "" : " AND recorded_at <= ?"}
     ORDER BY follow_up_id, recorded_at, id`,
    knownAt === undefined ? [list] : [list, knownAt],
  );
  return grouped(rows, ({ body }) => JSON.parse(body) as Entry);
}

async function cyclesOf(
  sql: Sql,
  bodies: readonly Id[],
  knownAt: Instant | undefined,
): Promise<Map<Id, ReportingCycle[]>> {
  type Row = {
    key: Id;
    id: Id;
    year: number;
    opensOn: string;
    updatesDueOn: string;
    assessmentsDueOn: string;
    publishedOn: string | null;
    closedOn: string | null;
  };
  const rows = await sql.all<Row>(
    `SELECT issuing_body_id AS key, id, year, opens_on AS "opensOn", updates_due_on AS "updatesDueOn",
       assessments_due_on AS "assessmentsDueOn", published_on AS "publishedOn", closed_on AS "closedOn"
     FROM reporting_cycle
     WHERE ${among(sql, "issuing_body_id")}${knownAt === undefined ? "" : " AND recorded_at <= ?"}
     ORDER BY issuing_body_id, year`,
    knownAt === undefined ? [JSON.stringify(bodies)] : [JSON.stringify(bodies), knownAt],
  );
  return grouped(rows, ({ key, publishedOn, closedOn, ...cycle }) => ({
    ...cycle,
    issuingBody: key,
    ...(publishedOn === null ? {} : { publishedOn }),
    ...(closedOn === null ? {} : { closedOn }),
  }));
}

async function responsibilityOf(sql: Sql, list: string): Promise<Map<Id, ResponsibilityInterval[]>> {
  const rows = await sql.all<{ key: Id } & ResponsibilityInterval>(
    `SELECT follow_up_id AS key, organization_id AS organization, from_on AS "from", until_on AS until, change_id AS change
     FROM responsibility WHERE ${among(sql, "follow_up_id")} ORDER BY follow_up_id, from_on`,
    [list],
  );
  return grouped(rows, ({ key: _, ...interval }) => interval);
}

function grouped<Row extends { key: Id }, Value>(rows: readonly Row[], value: (row: Row) => Value): Map<Id, Value[]> {
  const groups = new Map<Id, Value[]>();
  for (const row of rows) {
    const group = groups.get(row.key);
    if (group) group.push(value(row));
    else groups.set(row.key, [value(row)]);
  }
  return groups;
}
