import { hostname } from "node:os";
import type { Id, Issue, Source } from "@heed/core";
import {
  type AdditionRow,
  type ImportPlan,
  type ImportRow,
  type MappedEntry,
  type MappedRow,
  noEntry,
  type RowPlace,
  type SkippedRow,
} from "@heed/core/mapping/reading/import-row";
import { yearNotTold } from "@heed/core/mapping/reading/map-report";
import { nameKey, searchableName } from "@heed/core/organization/organization";
import { referenceKey } from "@heed/core/recommendation/recommendation";
import type { Database, Sql, SqlValue } from "../connection/sql.ts";
import { type Columns, insertRows } from "../statements/insert-rows.ts";
import { contentDigest } from "../tables/content-digest.ts";
import { inUtc } from "../tables/entry-rows.ts";
import { searchedWords } from "../tables/recommendation-rows.ts";
import { digests, formerDigestsText, saidDigest } from "./compared-content.ts";
import type { ImportRun } from "./import-run.ts";
import { type NotedWarnings, noteSkipped, noteWarning } from "./noted-warnings.ts";
import { RowLines } from "./row-lines.ts";

/** The result of reading a file, besides the staged rows. */
export type Staged = {
  runId: Id;
  rows: number;
  skipped: Map<string, { rows: number; examples: Issue[] }>;
  rejected: Issue[];
  /** For later steps, which report the line of a row. */
  lines: RowLines;
  warnings: NotedWarnings;
};

const rowsPerChunk = 1000;

const nameColumns = {
  run_id: "text",
  name_key: "text",
  folded_key: "text",
  name: "text",
  language: "text",
  level: "text",
  organization_id: "text",
} as const satisfies Columns;
const rowColumns = {
  run_id: "text",
  line: "integer",
  row_digest: "text",
  given_row_digest: "text",
  whole_digest: "text",
  report_id: "text",
  report_body_key: "text",
  report_reference: "text",
  report_reference_key: "text",
  reporting_year: "integer",
  assumed_year: "integer",
  published_on: "text",
  report_body: "text",
  report_digest: "text",
  given_report_digest: "text",
  recommendation_id: "text",
  own_body_key: "text",
  reference: "text",
  reference_key: "text",
  body: "text",
  words: "text",
  content_digest: "text",
  given_content_digest: "text",
  join_key: "text",
} as const satisfies Columns;
const additionColumns = {
  run_id: "text",
  line: "integer",
  whole_digest: "text",
  shows: "text",
  reference: "text",
  reference_key: "text",
  report_key: "text",
  body_key: "text",
} as const satisfies Columns;
const followUpColumns = {
  run_id: "text",
  line: "integer",
  position: "integer",
  id: "text",
  name_key: "text",
  name: "text",
  role: "text",
  source: "text",
  shows: "text",
} as const satisfies Columns;
export const stagedEntryColumns = {
  run_id: "text",
  line: "integer",
  follow_up_position: "integer",
  position: "integer",
  id: "text",
  type: "text",
  given_on: "text",
  known_by: "text",
  recorded_at: "text",
  body: "text",
  said_digest: "text",
  content_digest: "text",
  assumed: "text",
} as const satisfies Columns;

/**
 * Writes the rows of a file into the staging tables, a thousand in each committed transaction, in bounded memory
 * (docs/decisions/0013).
 */
export async function stageRows(
  database: Database,
  plan: ImportPlan,
  rows: AsyncIterable<MappedRow>,
  run: ImportRun,
  onBegun: (staged: Staged) => void,
): Promise<Staged> {
  const staged: Staged = {
    runId: run.newId(),
    rows: 0,
    skipped: new Map(),
    rejected: [],
    lines: new RowLines(),
    warnings: new Map(),
  };
  await insertRows(database, "staged_run", { run_id: "text", host: "text", process: "integer", touched_at: "text" }, [
    [staged.runId, hostname(), process.pid, inUtc(run.at)],
  ]);
  onBegun(staged);
  let chunk: TakenRow[] = [];
  let written: Promise<unknown> = Promise.resolve();
  // The next chunk is read while the server writes this one.
  const flush = async () => {
    const full = chunk;
    chunk = [];
    await written;
    if (full.length > 0) written = database.transaction((sql) => stageChunk(sql, staged.runId, plan, full, run));
    // The error reaches the code that awaits it later; this only prevents an unhandled rejection.
    written.catch(() => undefined);
    run.onProgress?.({ phase: "reading", done: staged.rows });
  };
  try {
    for await (const row of rows) {
      staged.rows += 1;
      staged.lines.note(row);
      const skipped = skippedOf(row);
      if (skipped !== undefined) noteSkipped(staged.skipped, placedIn(row, { detail: skipped }, run));
      if ("skipped" in row) {
        note(staged, row, run);
        continue;
      }
      if ("rejected" in row) {
        staged.rejected.push(...row.rejected.map((issue) => ({ file: run.file, row: row.row, ...issue })));
        // It is left out, once it told the others of its report.
        if (run.skipInvalid && row.told !== undefined) chunk.push(row.told);
      } else {
        if (skipped === undefined) note(staged, row, run);
        chunk.push(row);
        if ("parts" in row) chunk.push(...partsOf(row, staged.lines));
      }
      if (chunk.length >= rowsPerChunk) await flush();
    }
    await flush();
    await written;
  } finally {
    // Staged rows are cleared only when nothing is being written any more.
    await Promise.allSettled([written]);
  }
  return staged;
}

function skippedOf(row: MappedRow): string | undefined {
  if ("skipped" in row) return row.skipped;
  return "onto" in row && row.entries.length === 0 ? noEntry : undefined;
}

/** `fileRow` is the row of the file that a part belongs to. */
type TakenRow = (ImportRow & { fileRow?: number }) | AdditionRow;

function partsOf({ parts = [], ...whole }: ImportRow, lines: RowLines): TakenRow[] {
  return parts.map((part) => ({ ...whole, ...part, row: lines.partOf(whole.row), fileRow: whole.row, warnings: [] }));
}

function note(staged: Staged, given: TakenRow | SkippedRow, run: ImportRun): void {
  for (const warning of given.warnings ?? []) noteWarning(staged.warnings, placedIn(given, warning, run));
}

function placedIn({ row, line, sheet }: RowPlace, issue: Issue, { file }: ImportRun): Issue {
  return { file, row, ...(line !== undefined && { line }), ...(sheet !== undefined && { sheet }), ...issue };
}

async function stageChunk(
  sql: Sql,
  runId: Id,
  plan: ImportPlan,
  rows: readonly TakenRow[],
  run: ImportRun,
): Promise<void> {
  const names = new Map<string, SqlValue[]>();
  const aliases = new Map(Object.entries(plan.aliases ?? {}).map(([alias, meant]) => [nameKey(alias), meant]));
  const meantBy = (given: string) => aliases.get(nameKey(given)) ?? given;
  const keyOf: KeyOf = (given) => nameKey(meantBy(given));
  const nameIn =
    (language = plan.language ?? "en"): StageName =>
    (given, level) => {
      const meant = meantBy(given);
      const key = nameKey(meant);
      if (!names.has(key))
        names.set(key, [runId, key, searchableName(meant), meant.trim(), language, level, run.newId()]);
      return key;
    };
  const stagedRows: SqlValue[][] = [];
  const ontoRows: SqlValue[][] = [];
  const followUps: SqlValue[][] = [];
  const entries: SqlValue[][] = [];
  const stageFollowUp = (
    name: StageName,
    row: number,
    position: number,
    given: Omit<ImportRow["followUps"][number], "entries">,
  ) => {
    const { addressee, role, source, shows = {} } = given;
    const key = name(addressee, plan.levels.addressee);
    const said = source === undefined ? null : JSON.stringify(source);
    followUps.push([runId, row, position, run.newId(), key, addressee.trim(), role, said, JSON.stringify(shows)]);
  };
  const stageEntries = (row: number, position: number, given: readonly MappedEntry[]) =>
    given.forEach((entry, place) => {
      entries.push([runId, row, position, place, ...stagedEntryValues(entry, run)]);
    });
  for (const each of rows) {
    const name = nameIn(each.language);
    if ("onto" in each) {
      ontoRows.push(additionValues(runId, each, name, keyOf, plan));
      const { addressees } = each.onto;
      const { shows = {} } = each;
      addressees.forEach((addressee, position) => {
        stageFollowUp(name, each.row, position, { addressee, role: "lead", shows });
        stageEntries(each.row, position, each.entries);
      });
      if (addressees.length === 0) stageEntries(each.row, 0, each.entries);
    } else {
      stagedRows.push(rowValues(runId, each, name, keyOf, plan, run));
      each.followUps.forEach((followUp, position) => {
        stageFollowUp(name, each.row, position, followUp);
        stageEntries(each.row, position, followUp.entries);
      });
    }
  }
  await insertRows(sql, "staged_name", nameColumns, [...names.values()], "ON CONFLICT DO NOTHING");
  await insertRows(sql, "staged_row", rowColumns, stagedRows);
  await insertRows(sql, "staged_onto", additionColumns, ontoRows);
  await insertRows(sql, "staged_follow_up", followUpColumns, followUps);
  await insertRows(sql, "staged_entry", stagedEntryColumns, entries);
}

/** Stages the organization that a name in the file means. Answers its key. */
type StageName = (given: string, level: string) => string;

/** The key alone. */
type KeyOf = (given: string) => string;

/** The values of an entry that follow its place; the id is new each time. */
export function stagedEntryValues(
  { assumed = [], ...entry }: MappedEntry,
  run: Pick<ImportRun, "newId" | "at" | "actor">,
): SqlValue[] {
  const whole = { id: run.newId(), recordedAt: inUtc(run.at), actor: run.actor, ...entry };
  return [
    whole.id,
    entry.type,
    entry.givenOn ?? null,
    entry.knownBy ?? null,
    whole.recordedAt,
    JSON.stringify(whole),
    saidDigest(entry),
    contentDigest(whole),
    JSON.stringify(assumed),
  ];
}

function additionValues(runId: Id, given: AdditionRow, name: StageName, keyOf: KeyOf, plan: ImportPlan): SqlValue[] {
  const { row, onto, shows = {} } = given;
  const { reference, report, issuingBody } = onto;
  return [
    runId,
    row,
    wholeDigest(given, keyOf),
    JSON.stringify(shows),
    reference,
    referenceKey(reference),
    report === undefined ? null : referenceKey(report),
    issuingBody === undefined ? null : name(issuingBody, plan.levels.issuingBody),
  ];
}

/**
 * What a row without a usable reference is recognized by (R66): what it asks and of whom, without its themes and the
 * answers, so that a later file with a new answer is about the same recommendation. Joined rows are recognized by their
 * join key.
 */
function identityOf(row: ImportRow): object {
  return formerIdentityOf({ ...row, recommendation: { ...row.recommendation, themes: [] } });
}

/** What the row itself tells of its report: a year that is assumed for the whole file is another one in the next edition. */
function toldReport({ report, yearIsAssumed }: ImportRow): ImportRow["report"] {
  return yearIsAssumed ? { ...report, reportingYear: yearNotTold } : report;
}

/** The same as the first versions of Heed had it, with the themes. */
function formerIdentityOf({ report, recommendation, followUps, joinKey }: ImportRow): object {
  if (joinKey !== undefined) return { joined: joinKey };
  const addressees = followUps.map(({ addressee }) => addresseeInDigest(addressee)).sort();
  return { report, recommendation: { ...recommendation, source: undefined }, addressees };
}

/** The first imports computed digests in this way. It must not change, or their rows would not be recognized. */
function addresseeInDigest(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/[\u2018\u2019]/g, "'")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * The digest of everything that a row says, whatever else its cells contain: rows with the same digest are one. Names
 * and references are compared as elsewhere.
 */
function wholeDigest(given: TakenRow, keyOf: KeyOf): string {
  const { row: _, line: __, sheet: ___, digest: ____, warnings: _____, ...rest } = given;
  const { fileRow: ______, language: _______, ...said } = { fileRow: 0, language: "", ...rest };
  const [digest] = digests(JSON.parse(JSON.stringify(said, (key, value) => compared(key, value, keyOf))));
  return digest;
}

function compared(key: string, value: unknown, keyOf: KeyOf): unknown {
  if (key === "source") return { said: (value as Source | undefined)?.said };
  if (key === "addressees" && Array.isArray(value)) return value.map(keyOf);
  if (key === "themes" && Array.isArray(value)) return [...value].sort();
  if (typeof value !== "string") return value;
  if (key === "addressee" || key === "issuingBody") return keyOf(value);
  return key === "reference" || key === "report" ? referenceKey(value) : value;
}

function rowValues(
  runId: Id,
  given: ImportRow & { fileRow?: number },
  name: StageName,
  keyOf: KeyOf,
  plan: ImportPlan,
  run: ImportRun,
): SqlValue[] {
  const { row, recommendation, joinKey, yearIsAssumed } = given;
  const report = toldReport(given);
  const [digest, givenDigest] = digests(identityOf({ ...given, report }));
  const former = [...digests(identityOf(given)), ...digests(formerIdentityOf(given))];
  const formerDigest = formerDigestsText(digest, [givenDigest, ...former]);
  const [reportDigest, givenReport] = digests(report);
  const [content, givenContent] = digests({ ...recommendation, source: undefined });
  const { issuingBody, reference: printed, reportingYear, publishedOn, ...reportRest } = report;
  const { issuingBody: ownBody, reference, ...rest } = recommendation;
  // A blank reference is shown by a digest of the content; its key is made when all rows are known (R66).
  const stand = `~${digest.slice(0, 8)}`;
  const reportReference = printed.trim() === "" ? stand : printed;
  const source = { name: plan.name, file: run.file, row: given.fileRow ?? row };
  const on = recommendation.source?.on;
  return [
    runId,
    row,
    digest,
    formerDigest,
    wholeDigest(given, keyOf),
    run.newId(),
    name(issuingBody, plan.levels.issuingBody),
    reportReference,
    referenceKey(reportReference),
    reportingYear,
    yearIsAssumed ? given.report.reportingYear : null,
    publishedOn ?? null,
    JSON.stringify({ ...reportRest, source: { name: plan.name, file: run.file, ...(on && { on }) } }),
    reportDigest,
    givenReport,
    run.newId(),
    ownBody === undefined ? null : name(ownBody, plan.levels.issuingBody),
    reference ?? null,
    reference === undefined ? null : referenceKey(reference),
    JSON.stringify({ ...rest, source: { ...source, ...rest.source } }),
    searchedWords(reference ?? "", rest),
    content,
    givenContent,
    joinKey ?? null,
  ];
}
