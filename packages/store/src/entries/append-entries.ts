import { DomainError, type Entry, type FollowUpCase, type Id, type Instant, type Settings } from "@heed/core";
import type { EntryType } from "@heed/core/follow-up/entries/entry";
import { replacingEntryTypes } from "@heed/core/follow-up/replay/replacement";
import { lockAuditShared } from "../audit/audit-lock.ts";
import { auditRecords, lastCheckpointSequence, writeAudit } from "../audit/write-audit.ts";
import type { Database, Sql } from "../connection/sql.ts";
import { deriveAgain } from "../derived/derive-again.ts";
import { olderFollowUps } from "../derived/linked-follow-ups.ts";
import { type PlacedCase, storedCases } from "../derived/load-cases.ts";
import { ProjectionChanges, writeProjectionChanges } from "../derived/projection-changes.ts";
import { derivedRows } from "../derived/projection-rows.ts";
import { storedRows, writeProjections } from "../derived/write-projections.ts";
import { insertWhatEntriesName } from "../files/files-of-entries.ts";
import { entryTable } from "../generated/tables.ts";
import { requireSettings } from "../settings/setting-rows.ts";
import { inList } from "../statements/in-list.ts";
import { asStored, entryRow, inUtc } from "../tables/entry-rows.ts";
import { byBytes, type FollowUpContent } from "../tables/follow-up-digest.ts";
import { insertInto } from "../tables/table.ts";
import { brokenReferences } from "./entry-references.ts";
import { type ExpectedVersion, versionFault } from "./expected-version.ts";

export type AppendRequest = {
  followUp: Id;
  entries: readonly Entry[];
  /** The version that the writer read; without it the entries are added to any version. */
  expectedVersion?: ExpectedVersion;
  actor: string;
  systemUser: string;
  at: Instant;
  settings: Settings;
};

/**
 * Appends entries to a follow-up, with its projections and an audit record, in one transaction; nothing is overwritten
 * (R12). Answers the follow-up's new version. Errors: notFound; versionConflict when somebody else wrote meanwhile;
 * invalidInput when an entry refers to one that is not on this follow-up; duplicateReference when the id of an entry is
 * taken.
 */
export async function appendEntries(database: Database, appending: AppendRequest): Promise<{ version: number }> {
  const { entries, ...rest } = appending;
  const { version } = await database.transaction(
    (sql) => appendDecided(sql, { ...rest, action: "append", decide: () => entries }),
    { together: true },
  );
  return { version };
}

export type DecideRequest = Omit<AppendRequest, "entries"> & {
  /** The name of the action in the audit. */
  action: string;
  /** Decides on the follow-up as it is within the transaction; when it throws, nothing is written. */
  decide: (followUpCase: FollowUpCase) => readonly Entry[] | Promise<readonly Entry[]>;
  /** Whether the writer may write here at all: checked before the version, which is not disclosed to others. */
  permit?: (followUpCase: FollowUpCase) => Promise<void>;
  /** Wraps the append, once the follow-up is locked: it may answer without appending. */
  wrap?: (append: () => Promise<AppendResult>) => Promise<AppendResult>;
};

/** The entries as they are stored, and the follow-up's new version. */
export type AppendResult = { version: number; entries: readonly Entry[] };

/**
 * As appendEntries(), within a transaction, for entries that are decided on the current state: nobody can write in between.
 * The follow-up is read once, and the new rows are derived in memory.
 */
export async function appendDecided(sql: Sql, deciding: DecideRequest): Promise<AppendResult> {
  const { followUp, expectedVersion, at, actor, systemUser, action, settings, decide, permit, wrap } = deciding;
  // Sent together: each is answered after the lock is held (READ COMMITTED).
  const [, , [kept], stored, checkpoint] = await Promise.all([
    lockAuditShared(sql),
    lockFollowUp(sql, followUp),
    storedCases(sql, [followUp]),
    storedRows(sql, [followUp]),
    lastCheckpointSequence(sql),
    requireSettings(sql, settings),
  ]);
  if (kept === undefined) throw new DomainError("notFound", `there is no follow-up with the id ${followUp}`);
  await permit?.(kept.case);
  const write = async (): Promise<AppendResult> => {
    const { case: before, content } = kept;
    const fault = versionFault(`the follow-up ${followUp}`, content.version, expectedVersion);
    if (fault !== undefined) throw fault;
    const entries = (await decide(before)).map(asStored);
    if (entries.length === 0) throw new DomainError("invalidInput", "there is no entry to append");
    requireReferences(before, entries);
    const rows = entries.map((entry) => entryRow(followUp, entry));
    const changes = new ProjectionChanges();
    const [added] = await Promise.all([
      insertInto(sql, entryTable, rows, "ON CONFLICT (id) DO NOTHING"),
      writeProjections(sql, stored, derivedRows([withEntries(before, entries)], settings), changes),
      writeAudit(
        sql,
        auditRecords([withContent(content, rows)], { at: inUtc(at), actor, systemUser, action }, checkpoint),
      ),
      // The changes are complete as soon as the rows to write are known.
      writeProjectionChanges(sql, changes),
    ]);
    if (added < entries.length) await refuseTaken(sql, before, entries);
    await insertWhatEntriesName(sql, entries);
    if (entries.some(({ type }) => replacingEntryTypes.includes(type)))
      await deriveAgain(sql, { followUps: await olderFollowUps(sql, [followUp]) }, settings);
    return { version: content.version + 1, entries };
  };
  return wrap === undefined ? write() : wrap(write);
}

/** Other acts on the follow-up wait, and so does a rebuild of the projections. */
export async function lockFollowUp(sql: Sql, followUp: Id): Promise<void> {
  if (sql.dialect === "postgresql")
    await sql.all("SELECT 1 AS locked FROM follow_up WHERE id = ? FOR NO KEY UPDATE", [followUp]);
}

/** In the order in which the record stores them. */
function withEntries(before: PlacedCase, added: readonly Entry[]): PlacedCase {
  const entries = [...before.entries, ...added].sort(
    (a, b) => byBytes(a.recordedAt, b.recordedAt) || byBytes(a.id, b.id),
  );
  return { ...before, entries };
}

function withContent(before: FollowUpContent, rows: readonly ReturnType<typeof entryRow>[]): FollowUpContent {
  const added = rows.map(({ id, contentDigest }) => ({ id, digest: contentDigest, importKey: null }));
  return { ...before, entries: [...before.entries, ...added].sort((a, b) => byBytes(a.id, b.id)) };
}

/** Fewer rows were written than given: an id was taken, or occurs twice among them. */
async function refuseTaken(sql: Sql, before: FollowUpCase, entries: readonly Entry[]): Promise<never> {
  const ids = entries.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  const elsewhere = await sql.all<{ id: Id }>(`SELECT id FROM entry WHERE ${inList(sql, "id")} AND follow_up_id <> ?`, [
    JSON.stringify(ids),
    before.followUp.id,
  ]);
  const here = before.entries.find(({ id }) => ids.includes(id));
  const id = twice ?? here?.id ?? elsewhere[0]?.id;
  throw new DomainError("duplicateReference", `there is already an entry with the id ${id}`);
}

function requireReferences({ followUp, entries: known }: FollowUpCase, entries: readonly Entry[]): void {
  const all = new Map<Id, EntryType>([...known, ...entries].map(({ id, type }) => [id, type]));
  const issues = brokenReferences(entries, all).map(({ entry, key, id, detail }) => ({
    name: `entries[${entries.indexOf(entry)}].${key}`,
    value: id,
    detail,
  }));
  if (issues.length > 0)
    throw new DomainError("invalidInput", `an entry names another that is not on the follow-up ${followUp.id}`, issues);
}
