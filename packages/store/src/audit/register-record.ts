import type { Id } from "@heed/core";
import { registerActs } from "@heed/core/acts/acts";
import { draftActs } from "@heed/core/drafts/draft-acts";
import type { Sql } from "../connection/sql.ts";
import { registerRecordTable } from "../generated/tables.ts";
import { inList } from "../statements/in-list.ts";
import { contentDigest } from "../tables/content-digest.ts";
import { insertInto } from "../tables/table.ts";
import type { Act } from "./audit-chain.ts";
import type { AuditedKind } from "./audited-kind.ts";
import { type Seal, sealOf } from "./seal.ts";
import { lastCheckpointSequence } from "./write-audit.ts";

/** What a thing of the register was after an act, as a record of the thing's chain. */
export type RegisterRecord = Act &
  Seal & {
    kind: AuditedKind;
    thing: Id;
    /** From 1, without gaps. */
    sequence: number;
    /** JSON of the whole thing; empty once it was erased. */
    body: string;
    /** The same for everything that one act wrote. */
    actId: Id;
    /** The last checkpoint before it; 0 when there was none. */
    checkpoint: number;
    previousHash: string;
    hash: string;
  };

/** A thing that an act created, changed or removed. */
export type Recorded<Kind extends AuditedKind = AuditedKind> = {
  kind: Kind;
  id: Id;
  /** The content before the act; kept as the first record when the thing has none yet. */
  before?: object;
  /** The content after the act; for a removed thing, its last content. */
  body: object;
};

export type RegisterAct = Act & { actId: Id };

/** After these actions a thing is gone: its record keeps what it was. */
export const removingActions: readonly string[] = [
  ...Object.values(registerActs).flatMap((act) => ("removes" in act ? [act.name] : [])),
  ...Object.entries(draftActs).flatMap(([name, { becomes }]) => (becomes === "gone" ? [name] : [])),
];

/** The action of a first record that no act made: the thing was there already, from an import. */
export const foundByFirstAct = "found";

/**
 * Appends a record to the chain of each thing that an act touched, in the transaction of the act and under the audit
 * lock.
 */
export async function writeRegisterRecords(sql: Sql, act: RegisterAct, things: readonly Recorded[]): Promise<void> {
  const checkpoint = await lastCheckpointSequence(sql);
  const records: RegisterRecord[] = [];
  const lasts = await lastRecords(sql, things);
  for (const { kind, id, before, body } of things) {
    const last = lasts.get(`${kind} ${id}`);
    let link = last ?? { sequence: 0, hash: "" };
    const append = (action: string, content: object) => {
      const body = JSON.stringify(content);
      const fields = { ...act, action, kind, thing: id, sequence: link.sequence + 1, body, ...sealOf(kind, body) };
      link = linked({ ...fields, checkpoint }, link.hash);
      records.push(link as RegisterRecord);
    };
    if (last === undefined && before !== undefined) append(foundByFirstAct, before);
    append(act.action, body);
    lasts.set(`${kind} ${id}`, link);
  }
  await insertInto(
    sql,
    registerRecordTable,
    records.map(({ thing, ...record }) => ({ ...record, thingId: thing })),
  );
}

type Last = { sequence: number; hash: string };

async function lastRecords(sql: Sql, things: readonly Recorded[]): Promise<Map<string, Last>> {
  const lasts = new Map<string, Last>();
  for (const kind of new Set(things.map((each) => each.kind))) {
    const ids = things.flatMap((each) => (each.kind === kind ? [each.id] : []));
    const rows = await sql.all<Last & { id: Id }>(
      `SELECT r.thing_id AS id, r.sequence, r.hash FROM register_record r
       WHERE r.kind = ? AND ${inList(sql, "r.thing_id")} AND NOT EXISTS (SELECT 1 FROM register_record later
         WHERE later.kind = r.kind AND later.thing_id = r.thing_id AND later.sequence > r.sequence)`,
      [kind, JSON.stringify(ids)],
    );
    for (const { id, ...last } of rows) lasts.set(`${kind} ${id}`, last);
  }
  return lasts;
}

/** The columns of a record as a RegisterRecord. */
export const registerRecordColumns = `kind, thing_id AS thing, sequence, at, actor, system_user AS "systemUser", action, body,
  body_digest AS "bodyDigest", salt, act_id AS "actId", checkpoint, previous_hash AS "previousHash", hash`;

function linked(fields: Omit<RegisterRecord, "previousHash" | "hash">, previousHash: string): RegisterRecord {
  return { ...fields, previousHash, hash: registerHash(fields, previousHash) };
}

/** Each field by name: no other property of a caller's object may enter the hash. */
export function registerHash(fields: Omit<RegisterRecord, "previousHash" | "hash">, previousHash: string): string {
  const { kind, thing, sequence, at, actor, systemUser, action, body, bodyDigest, actId, checkpoint } = fields;
  const content = bodyDigest === "" ? { body } : { bodyDigest };
  return contentDigest({
    ...{ previousHash, kind, thing, sequence, at, actor, systemUser, action, actId, checkpoint },
    ...content,
  });
}
