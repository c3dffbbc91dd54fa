import { hostname } from "node:os";
import { DomainError, type Id, type Instant, type Person } from "@heed/core";
import type { ImportJob, ImportOutcome, NewImport } from "@heed/core/import-jobs/import-job";
import { mayImport } from "@heed/core/import-jobs/may-import";
import type { Page, Paging } from "@heed/core/read-models/paging";
import { withoutAbsent } from "@heed/core/without-absent";
import type { Sql } from "../connection/sql.ts";
import { type ImportJobRow, importJobTable } from "../generated/tables.ts";
import { isRunning } from "../is-running.ts";
import { total } from "../queries/register.ts";
import { limitText, pageOf, placeOf } from "../statements/cursor.ts";
import { Where } from "../statements/where.ts";
import { inUtc } from "../tables/entry-rows.ts";
import { insertInto, selected } from "../tables/table.ts";

/** Whether this process runs an import. */
export type RunsHere = (id: Id) => boolean;

/** Keeps what is asked for. */
export async function addImportJob(sql: Sql, id: Id, asked: NewImport, person: Person, at: Instant): Promise<void> {
  const row = {
    id,
    personId: person.id,
    person: person.name,
    kind: asked.kind,
    file: "",
    asked: JSON.stringify(asked),
  };
  await insertInto(sql, importJobTable, [{ ...row, state: "awaitingFile", createdAt: inUtc(at) }]);
}

/** The file is here. Errors: invalidStateTransition when there was one before. */
export async function startImportJob(sql: Sql, id: Id, file: string, at: Instant): Promise<void> {
  const started = await sql.run(
    `UPDATE import_job SET state = 'running', file = ?, started_at = ?, host = ?, process = ?
     WHERE id = ? AND state = 'awaitingFile'`,
    [file, inUtc(at), hostname(), process.pid, id],
  );
  if (started === 0) throw new DomainError("invalidStateTransition", "this import has its file already");
}

/** What became of it. It is told once: what the import's own transaction told stays. */
export async function endImportJob(sql: Sql, id: Id, { state, ...outcome }: ImportOutcome, at: Instant): Promise<void> {
  await sql.run(`UPDATE import_job SET state = ?, ended_at = ?, outcome = ? WHERE id = ? AND state = 'running'`, [
    state,
    inUtc(at),
    JSON.stringify(outcome),
    id,
  ]);
}

/** What was asked for, with the mapping, of the person's own import. Errors: notFound. */
export async function readAskedImport(sql: Sql, id: Id, person: Person): Promise<NewImport> {
  const [row] = await sql.all<Pick<ImportJobRow, "asked">>(
    "SELECT asked FROM import_job WHERE id = ? AND person_id = ?",
    [id, person.id],
  );
  if (row === undefined) throw new DomainError("notFound", `there is no import with the id ${id} of yours`);
  return JSON.parse(row.asked) as NewImport;
}

/** An import that the person may see: one's own, and every one for who may import all. */
export async function readImportJob(
  sql: Sql,
  id: Id,
  person: Person,
  runsHere: RunsHere,
  now: Instant,
): Promise<ImportJob | undefined> {
  const where = seenBy(sql, person).and("j.id = ?", id);
  const [row] = await rowsOf(sql, where);
  return row && importJobOf(row, runsHere, now);
}

/** The newest first. */
export async function readImportJobs(
  sql: Sql,
  person: Person,
  paging: Paging,
  runsHere: RunsHere,
  now: Instant,
): Promise<Page<ImportJob>> {
  const where = seenBy(sql, person);
  const page = where.copy();
  if (paging.after !== undefined) page.and("(j.created_at, j.id) < (?, ?)", ...placeOf("imports", paging.after));
  const rows = await rowsOf(sql, page, ` ORDER BY j.created_at DESC, j.id DESC${limitText(paging)}`);
  const { items, ...rest } = pageOf("imports", rows, paging, ({ createdAt, id }) => [createdAt, id]);
  return {
    items: items.map((row) => importJobOf(row, runsHere, now)),
    ...rest,
    ...(await total(sql, paging, "import_job j", where)),
  };
}

function seenBy({ dialect }: Sql, person: Person): Where {
  const where = new Where(dialect);
  return mayImport(person) ? where : where.and("j.person_id = ?", person.id);
}

function rowsOf(sql: Sql, where: Where, order = ""): Promise<ImportJobRow[]> {
  return sql.all<ImportJobRow>(
    `SELECT ${selected(importJobTable, "j")} FROM import_job j WHERE ${where.text}${order}`,
    where.values,
  );
}

function importJobOf(row: ImportJobRow, runsHere: RunsHere, now: Instant): ImportJob {
  const { id, person: by, file, asked, createdAt, startedAt, endedAt, outcome } = row;
  const { mapping, ...rest } = JSON.parse(asked) as NewImport;
  const wasInterrupted = row.state === "running" && !stillRuns(row, runsHere, now);
  return {
    ...{ id, by, createdAt, asked: { ...rest, ...(mapping && { mapping: mapping.name }) } },
    state: wasInterrupted ? "interrupted" : (row.state as ImportJob["state"]),
    ...withoutAbsent({ file: file || undefined, startedAt: startedAt ?? undefined, endedAt: endedAt ?? undefined }),
    ...(outcome === null ? {} : (JSON.parse(outcome) as Pick<ImportJob, "result" | "problem">)),
  } as ImportJob;
}

const longest = 24 * 3_600_000;

/**
 * Whether the service that began it still runs: of this process that is known, of another one of this host it is asked of the
 * system, and one on another host is believed for a day.
 */
function stillRuns({ id, host, process: pid, startedAt }: ImportJobRow, runsHere: RunsHere, now: Instant): boolean {
  if (host === hostname() && pid === process.pid) return runsHere(id);
  const isRecent = Date.parse(now) - Date.parse(startedAt ?? now) < longest;
  return isRecent && (host !== hostname() || (pid !== null && isRunning(pid)));
}
