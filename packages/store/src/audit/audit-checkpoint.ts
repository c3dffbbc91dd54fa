import { createHash } from "node:crypto";
import type { Id, Instant } from "@heed/core";
import { insertRows } from "../bulk/insert-rows.ts";
import type { Sql } from "../sql.ts";
import { lockAuditAlone } from "./audit-lock.ts";
import { canonicalJson, sha256 } from "./content-digest.ts";

/** What all chains came to at one moment, so that a tail cut off later shows (decision 15). */
export type AuditCheckpoint = {
  /** From 1. */
  sequence: number;
  at: Instant;
  followUps: number;
  records: number;
  /** sha256 over the id and the last hash of every follow-up, in order of their ids. */
  headsDigest: string;
  previousHash: string;
  hash: string;
};

const headsPerPage = 5000;

/** Hashes the heads of all chains, streamed, within a transaction. */
export async function writeCheckpoint(sql: Sql, at: Instant): Promise<AuditCheckpoint> {
  await lockAuditAlone(sql);
  const previous = (await checkpoints(sql)).at(-1);
  const fields = { sequence: (previous?.sequence ?? 0) + 1, at, ...(await digestHeads(headPages(sql))) };
  const previousHash = previous?.hash ?? "";
  const checkpoint = { ...fields, previousHash, hash: checkpointHash(fields, previousHash) };
  await insertRows(
    sql,
    "audit_checkpoint",
    {
      sequence: "integer",
      at: "text",
      follow_ups: "integer",
      records: "integer",
      heads_digest: "text",
      previous_hash: "text",
      hash: "text",
    },
    [
      [
        checkpoint.sequence,
        at,
        checkpoint.followUps,
        checkpoint.records,
        checkpoint.headsDigest,
        previousHash,
        checkpoint.hash,
      ],
    ],
  );
  return checkpoint;
}

/** All checkpoints, the first one first. */
export function checkpoints(sql: Sql): Promise<AuditCheckpoint[]> {
  return sql.all<AuditCheckpoint>(
    `SELECT sequence, at, follow_ups AS "followUps", records, heads_digest AS "headsDigest",
       previous_hash AS "previousHash", hash
     FROM audit_checkpoint ORDER BY sequence`,
  );
}

export function checkpointHash(
  { sequence, at, followUps, records, headsDigest }: Omit<AuditCheckpoint, "previousHash" | "hash">,
  previousHash: string,
): string {
  return sha256(previousHash + canonicalJson({ sequence, at, followUps, records, headsDigest }));
}

/** The last record of a follow-up's chain; a chain has as many records as the sequence of its last. */
export type Head = { id: Id; hash: string; sequence: number };

/** `pages` in order of the ids. */
export async function digestHeads(
  pages: AsyncIterable<readonly Head[]>,
): Promise<Pick<AuditCheckpoint, "followUps" | "records" | "headsDigest">> {
  const digest = createHash("sha256");
  let followUps = 0;
  let records = 0;
  for await (const page of pages)
    for (const { id, hash, sequence } of page) {
      digest.update(`${id} ${hash}\n`);
      followUps += 1;
      records += sequence;
    }
  return { followUps, records, headsDigest: digest.digest("hex") };
}

async function* headPages(sql: Sql): AsyncIterable<Head[]> {
  let after = "";
  for (;;) {
    const page = await sql.all<Head>(
      `SELECT id, audit_head AS hash, version AS sequence FROM follow_up WHERE id > ? ORDER BY id LIMIT ${headsPerPage}`,
      [after],
    );
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.id;
  }
}
