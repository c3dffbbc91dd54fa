import { DomainError, type Id, type Instant } from "@heed/core";
import type { Sql } from "../connection/sql.ts";
import { contentDigest } from "../tables/content-digest.ts";
import { inUtc } from "../tables/entry-rows.ts";

/** A request that may be sent again: its key, its method and path, and its body. */
export type KeyedRequest = { key: string; operation: string; body: unknown };

/** Stands in place of an answer that was erased with what it told. */
export const erasedAnswer = "";

/**
 * Performs a request only once, however often it is sent: its answer is stored in the transaction of its writes, and
 * given again for a repeat. It is called when the transaction holds its locks, so that a repeat at the same time waits
 * for the first. Errors: idempotencyKeyReused when the actor used the key for another request, or what it made was erased since.
 */
export async function performOnce<Answer>(
  sql: Sql,
  actor: Id,
  request: KeyedRequest | undefined,
  at: Instant,
  perform: () => Promise<Answer>,
): Promise<Answer> {
  if (request === undefined) return perform();
  const { key, operation } = request;
  const bodyDigest = contentDigest({ body: request.body });
  const [known] = await sql.all<{ operation: string; bodyDigest: string; answer: string }>(
    `SELECT operation, body_digest AS "bodyDigest", answer FROM idempotency_key WHERE actor = ? AND key = ?`,
    [actor, key],
  );
  if (known !== undefined) {
    if (known.answer === erasedAnswer) throw erasedSince(key);
    if (known.operation !== operation || known.bodyDigest !== bodyDigest) throw keyReused(key);
    return JSON.parse(known.answer) as Answer;
  }
  const answer = await perform();
  const kept = await sql.run(
    `INSERT INTO idempotency_key (actor, key, operation, body_digest, answer, recorded_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (actor, key) DO NOTHING`,
    [actor, key, operation, bodyDigest, JSON.stringify(answer), inUtc(at)],
  );
  // Another request used the key while this one was performed: roll back.
  if (kept === 0) throw keyReused(key);
  return answer;
}

function keyReused(key: string): DomainError {
  return new DomainError("idempotencyKeyReused", "the key was of another request, and this one was not performed", [
    { name: "Idempotency-Key", value: key, detail: "a key is for one method, path and body; take a new one" },
  ]);
}

function erasedSince(key: string): DomainError {
  return new DomainError("idempotencyKeyReused", "what the request made was erased since, and nothing was done now", [
    { name: "Idempotency-Key", value: key, detail: "the answer was erased too; take a new key to do it anew" },
  ]);
}
