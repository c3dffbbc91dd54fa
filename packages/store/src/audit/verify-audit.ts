import type { Id, Instant } from "@heed/core";
import type { CheckpointHash } from "@heed/core/read-models/checkpoint-hash";
import type { Database, Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";
import { contentDigest } from "../tables/content-digest.ts";
import {
  digestWithoutImportKeys,
  type FollowUpContent,
  followUpContents,
  followUpDigest,
} from "../tables/follow-up-digest.ts";
import { type AuditRecord, auditHash, firstBrokenLink } from "./audit-chain.ts";
import { type AuditCheckpoint, checkpointHash, checkpoints, digestHeads, type Head } from "./audit-checkpoint.ts";
import { type AuditFault, AuditFaultError } from "./audit-fault.ts";
import { isDamage, messageOf, readEach } from "./read-each.ts";
import { registerHeadsAt } from "./verify-register.ts";

export type { AuditFault } from "./audit-fault.ts";

/** One record of an audit chain, in a form that a person can look up. */
export type AuditPlace = Pick<AuditFault, "followUp" | "kind" | "thing"> & {
  sequence: number;
  at: Instant;
  action: string;
};

export type AuditVerdict = {
  followUps: number;
  /** Things of the register, imported reports, imports, tokens and settings. */
  things: number;
  /** Of the follow-ups and of the register. */
  records: number;
  checkpoints: number;
  /** A person may note it elsewhere, to see later whether everything since was removed. */
  lastCheckpoint?: CheckpointHash;
  /** The newest recorded act: it shows when a copy of the database lacks later acts. */
  newestAct?: AuditPlace;
  /**
   * Records dated more than a minute before the previous record of their chain: a clock was set back or was slow.
   * Differences up to a minute are normal, because two acts that came at the same time may have waited for each other.
   */
  clockWentBack: { records: number; first?: AuditPlace };
  fault?: AuditFault;
};

const followUpsPerPage = 500;

/** Milliseconds. */
const longestWait = 60_000;

/**
 * Verifies every chain, that the entries and the register agree with their last record, and that the chains still have
 * everything the last checkpoint saw. It reads as a stream without a lock, the follow-ups in the order of their ids and
 * then the register, and stops at the first fault. `noted` is the hash of a checkpoint that was noted elsewhere: that
 * checkpoint must exist.
 */
export async function verifyAudit(database: Database, noted?: string): Promise<AuditVerdict> {
  const verdict: AuditVerdict = { followUps: 0, things: 0, records: 0, checkpoints: 0, clockWentBack: { records: 0 } };
  try {
    const fault = await faultFound(database, noted, verdict);
    return { ...verdict, ...(fault && { fault }) };
  } catch (error) {
    if (error instanceof AuditFaultError) return { ...verdict, fault: error.fault };
    if (!isDamage(error)) throw error;
    // The list itself cannot be read, so no single thing can be named.
    const detail = `the database cannot be read after ${plural(verdict.followUps, "follow-up")} and ${plural(verdict.things, "thing")}: ${messageOf(error)}`;
    return { ...verdict, fault: { detail } };
  }
}

async function faultFound(
  database: Database,
  noted: string | undefined,
  verdict: AuditVerdict,
): Promise<AuditFault | undefined> {
  const all = await checkpoints(database);
  const last = all.at(-1);
  verdict.checkpoints = all.length;
  if (last) verdict.lastCheckpoint = { sequence: last.sequence, at: last.at, hash: last.hash };
  const broken = firstBrokenCheckpoint(all, noted);
  if (broken) return broken;
  const seen = await digestHeads(headsAt(database, last?.sequence ?? 0, verdict));
  if (last === undefined || sameHeads(seen, last)) return undefined;
  const detail = "the records are not those that the checkpoint covers: some were removed or replaced";
  return { checkpoint: last.sequence, detail };
}

function plural(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** Verifies each follow-up while reading, and yields the heads that the chains had at a checkpoint. */
async function* headsAt(database: Database, checkpoint: number, verdict: AuditVerdict): AsyncIterable<Head[]> {
  let after = "";
  for (;;) {
    const page = await database.all<{ id: Id }>(
      `SELECT id FROM follow_up WHERE id > ? ORDER BY id LIMIT ${followUpsPerPage}`,
      [after],
    );
    const ids = page.map(({ id }) => id);
    const last = ids.at(-1);
    if (last === undefined) break;
    const heads: Head[] = [];
    const all = await readEach(
      ids,
      (some) => verified(database, some),
      (followUp) => ({ followUp }),
    );
    for (const { id, chain, fault } of all) {
      if (fault) await confirmFault(database, id);
      const head = chain.findLast((record) => record.checkpoint < checkpoint);
      if (head) heads.push({ id, hash: head.hash, sequence: head.sequence });
      if (chain.length > 0) verdict.followUps += 1;
      countChain(verdict, chain);
    }
    yield heads;
    after = last;
  }
  yield* registerHeadsAt(database, checkpoint, ({ kind, thing, records }) => {
    verdict.things += 1;
    countChain(
      verdict,
      records.map((record) => ({ ...record, kind, thing })),
    );
  });
}

/** Counts the records of one chain, and notes the newest act and where the clock went back. */
function countChain(verdict: AuditVerdict, chain: readonly AuditPlace[]): void {
  verdict.records += chain.length;
  for (const [index, record] of chain.entries()) {
    const place = placeOf(record);
    if (verdict.newestAct === undefined || verdict.newestAct.at < record.at) verdict.newestAct = place;
    const before = chain[index - 1]?.at ?? record.at;
    if (Date.parse(before) - Date.parse(record.at) <= longestWait) continue;
    verdict.clockWentBack.records += 1;
    verdict.clockWentBack.first ??= place;
  }
}

function placeOf({ followUp, kind, thing, sequence, at, action }: AuditPlace): AuditPlace {
  if (followUp !== undefined) return { followUp, sequence, at, action };
  return { ...(kind && { kind }), ...(thing !== undefined && { thing }), sequence, at, action };
}

/** An act between two of the queries looks like a fault: read again within one snapshot. */
async function confirmFault(database: Database, id: Id): Promise<void> {
  const [again] = await database.transaction(async (sql) => {
    if (sql.dialect === "postgresql") await sql.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    return verified(sql, [id]);
  });
  if (again?.fault) throw new AuditFaultError(again.fault);
}

async function verified(
  sql: Sql,
  ids: readonly Id[],
): Promise<{ id: Id; chain: readonly AuditRecord[]; fault: AuditFault | undefined }[]> {
  const records = await recordsOf(sql, ids);
  const wrongEntries = await entriesOf(sql, ids);
  const contents = await followUpContents(sql, ids);
  const drafted = await draftsIn(
    sql,
    contents.flatMap(({ id, version }) => (version === 0 ? [id] : [])),
  );
  return contents.map((content) => {
    if (drafted.has(content.id)) return { id: content.id, chain: [], fault: undefined };
    const chain = records.get(content.id) ?? [];
    return { id: content.id, chain, fault: wrongEntries.get(content.id) ?? firstFault(content, chain) };
  });
}

/** The register keeps the recommendations of a draft: their follow-ups have chains only from publication on. */
async function draftsIn(sql: Sql, untouched: readonly Id[]): Promise<ReadonlySet<Id>> {
  if (untouched.length === 0) return new Set();
  const rows = await sql.all<{ id: Id }>(
    `SELECT f.id FROM follow_up f JOIN recommendation r ON r.id = f.recommendation_id
       JOIN report p ON p.id = r.report_id WHERE p.status = 'draft' AND ${inList(sql, "f.id")}`,
    [JSON.stringify(untouched)],
  );
  return new Set(rows.map(({ id }) => id));
}

function firstFault(content: FollowUpContent, chain: readonly AuditRecord[]): AuditFault | undefined {
  const followUp = content.id;
  const link = firstBrokenLink(chain, auditHash);
  if (link) return { followUp, ...link };
  const last = chain.at(-1);
  if (last === undefined) return { followUp, sequence: 1, detail: "the follow-up has no audit record" };
  if (last.sequence !== content.version)
    return { followUp, sequence: last.sequence + 1, detail: "the record is missing: the follow-up counts more acts" };
  if (last.hash !== content.auditHead)
    return { followUp, sequence: last.sequence, detail: "it is not the record that the follow-up names as its last" };
  if (last.contentDigest !== followUpDigest(content) && last.contentDigest !== digestWithoutImportKeys(content))
    return {
      followUp,
      sequence: last.sequence,
      detail: "the follow-up or its list of entries does not match the record",
    };
  return undefined;
}

async function recordsOf(sql: Sql, ids: readonly Id[]): Promise<Map<Id, AuditRecord[]>> {
  const records = await sql.all<AuditRecord>(
    `SELECT follow_up_id AS "followUp", sequence, at, actor, system_user AS "systemUser", action,
       content_digest AS "contentDigest", checkpoint, previous_hash AS "previousHash", hash
     FROM audit_record WHERE ${inList(sql, "follow_up_id")} ORDER BY follow_up_id, sequence`,
    [JSON.stringify(ids)],
  );
  const byFollowUp = new Map<Id, AuditRecord[]>();
  for (const record of records) {
    const known = byFollowUp.get(record.followUp);
    if (known) known.push(record);
    else byFollowUp.set(record.followUp, [record]);
  }
  return byFollowUp;
}

/** The first entry of each follow-up whose content does not match its digest. */
async function entriesOf(sql: Sql, ids: readonly Id[]): Promise<Map<Id, AuditFault>> {
  type Row = {
    id: Id;
    followUp: Id;
    type: string;
    givenOn: string | null;
    knownBy: string | null;
    recordedAt: string;
    body: string;
    digest: string | null;
  };
  const rows = await sql.all<Row>(
    `SELECT id, follow_up_id AS "followUp", type, given_on AS "givenOn", known_by AS "knownBy",
       recorded_at AS "recordedAt", body, content_digest AS digest
     FROM entry WHERE ${inList(sql, "follow_up_id")} ORDER BY recorded_at, id`,
    [JSON.stringify(ids)],
  );
  const faults = new Map<Id, AuditFault>();
  for (const row of rows) {
    if (faults.has(row.followUp)) continue;
    const body = JSON.parse(row.body) as Record<string, unknown>;
    const columns: [unknown, unknown][] = [
      [body.id, row.id],
      [body.type, row.type],
      [body.givenOn, row.givenOn ?? undefined],
      [body.knownBy, row.knownBy ?? undefined],
      [body.recordedAt, row.recordedAt],
    ];
    if (contentDigest(body) === row.digest && columns.every(([a, b]) => a === b)) continue;
    faults.set(row.followUp, {
      followUp: row.followUp,
      entry: row.id,
      detail: "the entry's content does not match its digest",
    });
  }
  return faults;
}

function firstBrokenCheckpoint(all: readonly AuditCheckpoint[], noted: string | undefined): AuditFault | undefined {
  let previousHash = "";
  let expected = 1;
  for (const checkpoint of all) {
    if (checkpoint.sequence !== expected) return { checkpoint: expected, detail: "the checkpoint is missing" };
    if (checkpoint.previousHash !== previousHash || checkpoint.hash !== checkpointHash(checkpoint, previousHash))
      return { checkpoint: checkpoint.sequence, detail: "the checkpoint does not match its hash" };
    previousHash = checkpoint.hash;
    expected += 1;
  }
  if (noted === undefined || all.some(({ hash }) => hash === noted)) return undefined;
  return { checkpoint: expected, detail: `the checkpoint ${noted} is not there: it was removed or replaced` };
}

function sameHeads(
  a: Pick<AuditCheckpoint, "followUps" | "records" | "headsDigest">,
  b: Pick<AuditCheckpoint, "followUps" | "records" | "headsDigest">,
): boolean {
  return a.followUps === b.followUps && a.records === b.records && a.headsDigest === b.headsDigest;
}
