import {
  DomainError,
  type Entry,
  type EntryType,
  type FollowUpCase,
  type Id,
  type Instant,
  type Settings,
} from "@heed/core";
import { lockAuditTogether } from "../audit/audit-lock.ts";
import { among } from "../bulk/among.ts";
import { loadCase } from "../projection/load-cases.ts";
import type { Database, Sql } from "../sql.ts";
import { deriveAndAudit } from "./derive-and-audit.ts";
import { brokenReferences } from "./entry-references.ts";
import { asKept, insertEntries, inUtc } from "./entry-rows.ts";

export type Appending = {
  followUp: Id;
  entries: readonly Entry[];
  /** The version that the writer read; without it the entries are added to whatever stands there. */
  expectedVersion?: number;
  actor: string;
  systemUser: string;
  at: Instant;
  settings: Settings;
};

/**
 * Appends entries to a follow-up, with its projections and an audit record, in one transaction; nothing is overwritten
 * (R12). Answers the follow-up's new version.
 * Errors: notFound; versionConflict when someone else wrote meanwhile; invalidInput when an entry names one that is not on
 * this follow-up; duplicateReference when an entry's id is taken.
 */
export async function appendEntries(database: Database, appending: Appending): Promise<{ version: number }> {
  const { entries, ...rest } = appending;
  const { version } = await appendDecided(database, { ...rest, action: "append", decide: () => entries });
  return { version };
}

export type Deciding = Omit<Appending, "entries"> & {
  /** What the audit calls it. */
  action: string;
  /** Decides on the follow-up as it stands within the transaction; whatever it throws leaves nothing. */
  decide: (followUpCase: FollowUpCase) => readonly Entry[];
};

/** As appendEntries(), for entries that are decided on what is there: nobody can write between the two. */
export async function appendDecided(
  database: Database,
  { followUp, expectedVersion, at, actor, systemUser, action, settings, decide }: Deciding,
): Promise<{ version: number; entries: readonly Entry[] }> {
  return database.transaction(async (sql) => {
    await lockAuditTogether(sql);
    const version = await raiseVersion(sql, followUp, expectedVersion);
    const followUpCase = await loadCase(sql, followUp);
    if (followUpCase === undefined) throw new DomainError("notFound", `there is no follow-up with the id ${followUp}`);
    const entries = decide(followUpCase).map(asKept);
    if (entries.length === 0) throw new DomainError("invalidInput", "there is no entry to append");
    await requireNewIds(sql, entries);
    requireReferences(followUpCase, entries);
    await insertEntries(
      sql,
      entries.map((entry) => ({ followUp, entry })),
    );
    await deriveAndAudit(sql, [followUp], { at: inUtc(at), actor, systemUser, action }, settings);
    return { version, entries };
  });
}

/** The first statement writes: a transaction of SQLite that begins by reading may fail when it comes to write. */
async function raiseVersion(sql: Sql, followUp: Id, expected: number | undefined): Promise<number> {
  const raised = await sql.run(
    `UPDATE follow_up SET version = version + 1 WHERE id = ?${expected === undefined ? "" : " AND version = ?"}`,
    expected === undefined ? [followUp] : [followUp, expected],
  );
  const [row] = await sql.all<{ version: number }>("SELECT version FROM follow_up WHERE id = ?", [followUp]);
  if (row === undefined) throw new DomainError("notFound", `there is no follow-up with the id ${followUp}`);
  if (raised === 0)
    throw new DomainError(
      "versionConflict",
      `the follow-up ${followUp} was changed meanwhile: it is at version ${row.version}, not ${expected}; read it again`,
    );
  return row.version;
}

async function requireNewIds(sql: Sql, entries: readonly Entry[]): Promise<void> {
  const ids = entries.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  const [taken] = await sql.all<{ id: Id }>(`SELECT id FROM entry WHERE ${among(sql, "id")}`, [JSON.stringify(ids)]);
  const id = twice ?? taken?.id;
  if (id !== undefined) throw new DomainError("duplicateReference", `there is already an entry with the id ${id}`);
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
