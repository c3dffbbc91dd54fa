import { createHash } from "node:crypto";
import type { Id, Instant } from "@heed/core";
import { canonical } from "@heed/core/canonical";
import type { Database, Sql } from "../connection/sql.ts";
import { auditCheckpointTable } from "../generated/tables.ts";
import { sha256 } from "../tables/content-digest.ts";
import { insertInto, selected } from "../tables/table.ts";
import { lockAuditExclusively } from "./audit-lock.ts";
import type { AuditedKind } from "./audited-kind.ts";

/**
 * The last records of all chains at one moment, so that records that are removed from the end later are missed
 * (R63).
 */
export type AuditCheckpoint = {
  /** From 1. */
  sequence: number;
  at: Instant;
  followUps: number;
  /** Of the follow-ups and of the register. */
  records: number;
  /**
   * sha256 over the id and the last hash of every follow-up in the order of their ids, and then of every thing of the
   * register.
   */
  headsDigest: string;
  previousHash: string;
  hash: string;
};

const headsPerPage = 5000;

/** Writes a checkpoint, in a transaction of its own. */
export function writeAuditCheckpoint(database: Database, at: Instant): Promise<AuditCheckpoint> {
  return database.transaction((sql) => writeCheckpoint(sql, at));
}

/** Writes a checkpoint if something was recorded since the last one; undefined if not. */
export function writeCheckpointOfWhatIsNew(database: Database, at: Instant): Promise<AuditCheckpoint | undefined> {
  return database.transaction(async (sql) => {
    await lockAuditExclusively(sql);
    const [last] = await lastCheckpoints(sql, 1);
    const heads = await digestHeads(headPages(sql));
    return last?.headsDigest === heads.headsDigest ? undefined : append(sql, at, last, heads);
  });
}

/** Writes a checkpoint within a transaction. It reads the chains as a stream. */
export async function writeCheckpoint(sql: Sql, at: Instant): Promise<AuditCheckpoint> {
  await lockAuditExclusively(sql);
  const [last] = await lastCheckpoints(sql, 1);
  return append(sql, at, last, await digestHeads(headPages(sql)));
}

async function append(
  sql: Sql,
  at: Instant,
  previous: AuditCheckpoint | undefined,
  heads: Pick<AuditCheckpoint, "followUps" | "records" | "headsDigest">,
): Promise<AuditCheckpoint> {
  const fields = { sequence: (previous?.sequence ?? 0) + 1, at, ...heads };
  const previousHash = previous?.hash ?? "";
  const checkpoint = { ...fields, previousHash, hash: checkpointHash(fields, previousHash) };
  await insertInto(sql, auditCheckpointTable, [checkpoint]);
  return checkpoint;
}

const columns = selected(auditCheckpointTable);

/** All checkpoints, the first one first. */
export function checkpoints(sql: Sql): Promise<AuditCheckpoint[]> {
  return sql.all<AuditCheckpoint>(`SELECT ${columns} FROM audit_checkpoint ORDER BY sequence`);
}

/** The last checkpoints, the newest first. */
function lastCheckpoints(sql: Sql, limit: number): Promise<AuditCheckpoint[]> {
  return sql.all<AuditCheckpoint>(`SELECT ${columns} FROM audit_checkpoint ORDER BY sequence DESC LIMIT ${limit}`);
}

export function checkpointHash(
  { sequence, at, followUps, records, headsDigest }: Omit<AuditCheckpoint, "previousHash" | "hash">,
  previousHash: string,
): string {
  return sha256(previousHash + canonical({ sequence, at, followUps, records, headsDigest }));
}

/** The last record of a chain; its sequence is the number of records. `kind` is absent for a follow-up. */
export type Head = { kind?: AuditedKind; id: Id; hash: string; sequence: number };

/** `pages` in the order of the ids; the register after the follow-ups, in the order of kinds and ids. */
export async function digestHeads(
  pages: AsyncIterable<readonly Head[]>,
): Promise<Pick<AuditCheckpoint, "followUps" | "records" | "headsDigest">> {
  const digest = createHash("sha256");
  let followUps = 0;
  let records = 0;
  for await (const page of pages)
    for (const { kind, id, hash, sequence } of page) {
      digest.update(kind === undefined ? `${id} ${hash}\n` : `${kind} ${id} ${hash}\n`);
      if (kind === undefined) followUps += 1;
      records += sequence;
    }
  return { followUps, records, headsDigest: digest.digest("hex") };
}

async function* headPages(sql: Sql): AsyncIterable<Head[]> {
  let after = "";
  for (;;) {
    const page = await sql.all<Head>(
      `SELECT id, audit_head AS hash, version AS sequence FROM follow_up
       WHERE id > ? AND version > 0 ORDER BY id LIMIT ${headsPerPage}`,
      [after],
    );
    const last = page.at(-1);
    if (last === undefined) break;
    yield page;
    after = last.id;
  }
  yield* registerHeadPages(sql);
}

async function* registerHeadPages(sql: Sql): AsyncIterable<Head[]> {
  let after = { kind: "", id: "" };
  for (;;) {
    const page = await sql.all<Required<Head>>(
      `SELECT kind, thing_id AS id, hash, sequence FROM register_record r
       WHERE (kind, thing_id) > (?, ?) AND NOT EXISTS (SELECT 1 FROM register_record later
         WHERE later.kind = r.kind AND later.thing_id = r.thing_id AND later.sequence > r.sequence)
       ORDER BY kind, thing_id LIMIT ${headsPerPage}`,
      [after.kind, after.id],
    );
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last;
  }
}
