import type { Id } from "@heed/core";
import type { Database, Sql } from "../connection/sql.ts";
import { contentDigest } from "../tables/content-digest.ts";
import { snapshotDigest } from "../tables/snapshot-rows.ts";
import { firstBrokenLink } from "./audit-chain.ts";
import type { Head } from "./audit-checkpoint.ts";
import { type AuditFault, AuditFaultError } from "./audit-fault.ts";
import type { AuditedKind } from "./audited-kind.ts";
import { readEach } from "./read-each.ts";
import { registerContents } from "./register-content.ts";
import { type RegisterRecord, registerHash, registerRecordColumns, removingActions } from "./register-record.ts";
import { brokenSeal } from "./seal.ts";
import { formerVersionFaults, requireReplaced } from "./verify-former-versions.ts";
import { withoutChain } from "./without-chain.ts";

const thingsPerPage = 500;

type Chain = { kind: AuditedKind; thing: Id; records: RegisterRecord[] };

/**
 * Verifies the chain of each thing of the register that an act touched, and that the thing agrees with its last record.
 * Yields the heads that the chains had at a checkpoint, in the order of kinds and ids. Throws the first fault.
 */
export async function* registerHeadsAt(
  database: Database,
  checkpoint: number,
  seen: (chain: Chain) => void,
): AsyncIterable<Head[]> {
  await requireChains(database);
  await requireReplaced(database);
  let after = { kind: "", thing: "" };
  for (;;) {
    const chains = await chainsAfter(database, after);
    const last = chains.at(-1);
    if (last === undefined) return;
    const [suspect] = await readEach(
      chains,
      (some) => faultsOf(database, some),
      ({ kind, thing }) => ({ kind, thing }),
    );
    if (suspect) await confirmFault(database, suspect);
    const heads: Head[] = [];
    for (const chain of chains) {
      const head = chain.records.findLast((record) => record.checkpoint < checkpoint);
      if (head) heads.push({ kind: chain.kind, id: chain.thing, hash: head.hash, sequence: head.sequence });
      seen(chain);
    }
    yield heads;
    after = last;
  }
}

/** Everything in the database was put there by an act or an import, and each of them leaves a record. */
async function requireChains(database: Database): Promise<void> {
  const [orphan] = await database.all<{ id: Id; sequence: number }>(
    `SELECT follow_up_id AS id, max(sequence) AS sequence FROM audit_record a
     WHERE NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.id = a.follow_up_id) GROUP BY follow_up_id ORDER BY 1 LIMIT 1`,
  );
  if (orphan)
    throw new AuditFaultError({ followUp: orphan.id, sequence: orphan.sequence, detail: "it is not there any more" });
  for (const [kind, text] of Object.entries(withoutChain) as [AuditedKind, string][]) {
    const [bare] = await database.all<{ id: Id }>(`${text} ORDER BY 1 LIMIT 1`);
    if (bare === undefined) continue;
    const detail = "the record is missing: no act and no import put it there";
    throw new AuditFaultError({
      kind: kind === "importedReport" ? "report" : kind,
      thing: bare.id,
      sequence: 1,
      detail,
    });
  }
}

/** An act between two of the queries looks like a fault: read again within one snapshot. */
async function confirmFault(database: Database, { kind, thing }: Chain): Promise<void> {
  await database.transaction(async (sql) => {
    if (sql.dialect === "postgresql") await sql.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    const records = await sql.all<RegisterRecord>(
      `SELECT ${registerRecordColumns} FROM register_record WHERE kind = ? AND thing_id = ? ORDER BY sequence`,
      [kind, thing],
    );
    const [still] = await faultsOf(sql, [{ kind, thing, records }]);
    if (still) throw new AuditFaultError(still.fault);
  });
}

async function chainsAfter(sql: Sql, after: { kind: string; thing: string }): Promise<Chain[]> {
  const records = await sql.all<RegisterRecord>(
    `SELECT ${registerRecordColumns} FROM register_record
     WHERE (kind, thing_id) IN (SELECT DISTINCT kind, thing_id FROM register_record WHERE (kind, thing_id) > (?, ?)
       ORDER BY kind, thing_id LIMIT ${thingsPerPage})
     ORDER BY kind, thing_id, sequence`,
    [after.kind, after.thing],
  );
  const chains: Chain[] = [];
  for (const record of records) {
    const last = chains.at(-1);
    if (last?.kind === record.kind && last.thing === record.thing) last.records.push(record);
    else chains.push({ kind: record.kind, thing: record.thing, records: [record] });
  }
  return chains;
}

/** The faults of the chains that are wrong, in order. */
async function faultsOf(sql: Sql, chains: readonly Chain[]): Promise<(Chain & { fault: AuditFault })[]> {
  const now = new Map<AuditedKind, Map<Id, object>>();
  for (const kind of new Set(chains.map((chain) => chain.kind)))
    now.set(
      kind,
      await registerContents(
        sql,
        kind,
        chains.flatMap((chain) => (chain.kind === kind ? [chain.thing] : [])),
      ),
    );
  const former = await formerVersionFaults(
    sql,
    chains.filter(({ kind }) => kind === "recommendation"),
  );
  const faults: (Chain & { fault: AuditFault })[] = [];
  for (const chain of chains) {
    const fault =
      faultIn(chain, now.get(chain.kind)?.get(chain.thing)) ??
      former.get(chain.thing) ??
      (await snapshotFault(sql, chain));
    if (fault) faults.push({ ...chain, fault });
  }
  return faults;
}

function faultIn({ kind, thing, records }: Chain, now: object | undefined): AuditFault | undefined {
  const link = firstBrokenLink(records, registerHash) ?? brokenSeal(records);
  if (link) return { kind, thing, ...link };
  const last = records.at(-1);
  if (last === undefined) return { kind, thing, sequence: 1, detail: "the record is missing" };
  const { sequence } = last;
  if (removingActions.includes(last.action))
    return now === undefined ? undefined : { kind, thing, sequence, detail: "it is there, although it was removed" };
  if (now === undefined) return { kind, thing, sequence, detail: "it is not there any more" };
  const { snapshot: _, ...said } = JSON.parse(last.body) as { snapshot?: object };
  if (contentDigest(comparable(said, now)) !== contentDigest(kind === "importedReport" ? vouchedFor(now, said) : now))
    return { kind, thing, sequence, detail: "it does not match the record" };
  return undefined;
}

/**
 * The record of a recommendation includes its follow-ups while it is a draft; after publication they have their own
 * chains.
 */
function comparable(said: object, now: object): object {
  if (!("followUps" in said) || "followUps" in now) return said;
  const { followUps: _, ...rest } = said;
  return rest;
}

/** Records of imported reports did not always vouch for what an import knows them by. */
function vouchedFor(now: object, said: object): object {
  return Object.fromEntries(Object.entries(now).filter(([name]) => name in said));
}

/** The snapshot of a closed cycle must match the count and digest in the record of the closing. */
async function snapshotFault(sql: Sql, { kind, thing, records }: Chain): Promise<AuditFault | undefined> {
  if (kind !== "reportingCycle") return undefined;
  for (const { sequence, body } of records) {
    const { snapshot } = JSON.parse(body) as { snapshot?: object };
    if (snapshot === undefined) continue;
    if (contentDigest(await snapshotDigest(sql, thing)) === contentDigest(snapshot)) return undefined;
    return { kind, thing, sequence, detail: "the frozen snapshot does not match the record" };
  }
  return undefined;
}
