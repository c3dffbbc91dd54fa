import type { Id, Instant } from "@heed/core";
import { canonical } from "@heed/core/canonical";
import { sha256 } from "../tables/content-digest.ts";

/** Who writes, and by which act. */
export type Act = { at: Instant; actor: string; systemUser: string; action: string };

/** One record of a follow-up's chain, before it is hashed. */
export type AuditFields = Act & {
  followUp: Id;
  /** From 1, without gaps; the version of the follow-up after the act. */
  sequence: number;
  /** Digest of the whole follow-up after the act. */
  contentDigest: string;
  /** The last checkpoint before it; 0 when there was none. */
  checkpoint: number;
};

export type AuditRecord = AuditFields & {
  /** The hash of the previous record; empty for the first (R63). */
  previousHash: string;
  /** sha256 of the previous hash and the canonical JSON of the fields. */
  hash: string;
};

/** Adds a record to a chain whose last hash is `previousHash`. */
export function chained(fields: AuditFields, previousHash: string): AuditRecord {
  return { ...fields, previousHash, hash: auditHash(fields, previousHash) };
}

/** The first wrong record of one chain, or undefined. `records` are in the order of their sequence. */
export function firstBrokenLink<Link extends { sequence: number; previousHash: string; hash: string }>(
  records: readonly Link[],
  hashOf: (record: Link, previousHash: string) => string,
): { sequence: number; detail: string } | undefined {
  let previousHash = "";
  let expected = 1;
  for (const record of records) {
    const { previousHash: before, hash, sequence } = record;
    if (sequence !== expected) return { sequence: expected, detail: "the record is missing" };
    if (before !== previousHash) return { sequence, detail: "it does not continue the record before it" };
    if (hash !== hashOf(record, before)) return { sequence, detail: "its fields do not match its hash" };
    previousHash = hash;
    expected += 1;
  }
  return undefined;
}

export function auditHash(fields: AuditFields, previousHash: string): string {
  // Each field by name: no other property of a caller's object may enter the hash.
  const { at, actor, systemUser, action, followUp, sequence, contentDigest, checkpoint } = fields;
  return sha256(
    previousHash + canonical({ at, actor, systemUser, action, followUp, sequence, contentDigest, checkpoint }),
  );
}
