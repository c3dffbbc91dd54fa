import type { Id, Settings } from "@heed/core";
import type { Act } from "../audit/audit-chain.ts";
import { auditRecords, lastCheckpointSequence, writeAudit } from "../audit/write-audit.ts";
import type { Sql } from "../connection/sql.ts";
import { type StoredCase, storedCases } from "../derived/load-cases.ts";
import {
  appendProjectionChanges,
  mergeProjectionChanges,
  ProjectionChanges,
  writeProjectionChanges,
} from "../derived/projection-changes.ts";
import { derivedRows, type ProjectionRows } from "../derived/projection-rows.ts";
import { storedRows, writeProjections } from "../derived/write-projections.ts";

/**
 * Completes every write: raises the versions of the follow-ups, derives their projections, and writes one audit record
 * for each, in the transaction of the write. The follow-ups must fit in memory.
 */
export async function deriveAndAudit(sql: Sql, ids: readonly Id[], act: Act, settings: Settings): Promise<void> {
  await writeProjectionChanges(sql, await write(sql, await read(sql, ids), act, settings));
}

const followUpsPerPage = 1000;

/**
 * The same for any number of follow-ups, a thousand at a time. The server reads the next thousand while these are
 * derived, and the counts are merged once.
 */
export async function deriveAndAuditAll(
  sql: Sql,
  ids: readonly Id[],
  act: Act,
  settings: Settings,
  onProgress: (done: number) => void,
): Promise<void> {
  const readFrom = (start: number) => read(sql, ids.slice(start, start + followUpsPerPage));
  let next = readFrom(0);
  for (let start = 0; start < ids.length; start += followUpsPerPage) {
    const page = await next;
    next = readFrom(start + followUpsPerPage);
    // The error reaches the code that awaits it later; this only prevents an unhandled rejection.
    next.catch(() => undefined);
    await appendProjectionChanges(sql, await write(sql, page, act, settings));
    onProgress(Math.min(start + followUpsPerPage, ids.length));
  }
  await mergeProjectionChanges(sql);
}

type Read = { kept: readonly StoredCase[]; stored: ProjectionRows; checkpoint: number };

async function read(sql: Sql, ids: readonly Id[]): Promise<Read> {
  const [kept, stored, checkpoint] = await Promise.all([
    storedCases(sql, ids),
    storedRows(sql, ids),
    lastCheckpointSequence(sql),
  ]);
  return { kept, stored, checkpoint };
}

/** Answers the changes in the counts. */
async function write(
  sql: Sql,
  { kept, stored, checkpoint }: Read,
  act: Act,
  settings: Settings,
): Promise<ProjectionChanges> {
  const cases = kept.map((each) => each.case);
  const contents = kept.map(({ content }) => content);
  const changes = new ProjectionChanges();
  await Promise.all([
    writeProjections(sql, stored, derivedRows(cases, settings), changes),
    writeAudit(sql, auditRecords(contents, act, checkpoint)),
  ]);
  return changes;
}
