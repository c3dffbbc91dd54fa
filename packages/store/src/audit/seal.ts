import { randomBytes } from "node:crypto";
import type { Id } from "@heed/core";
import { eraseItemAct } from "@heed/core/register/erase-item";
import type { Sql } from "../connection/sql.ts";
import { sha256 } from "../tables/content-digest.ts";
import type { AuditedKind } from "./audited-kind.ts";

/** What seals the body of a record. */
export type Seal = {
  /** What the hash has in place of a body that can be erased; empty where the hash has the body itself. */
  bodyDigest: string;
  /** Goes into that digest, so that nobody finds the body by guessing; erased with it. */
  salt: string;
};
type Sealed = Seal & { sequence: number; action: string; body: string };

/** What the hash of a record covers in place of its body, for things that may be about a person. */
export function sealOf(kind: AuditedKind, body: string): Seal {
  if (kind !== "collectedItem") return { bodyDigest: "", salt: "" };
  const salt = randomBytes(32).toString("hex");
  return { bodyDigest: sha256(salt + body), salt };
}

/** Takes the bodies out of the records of a thing. What is left is a digest that nobody can guess the body by. */
export async function eraseBodies(sql: Sql, kind: AuditedKind, id: Id): Promise<void> {
  await sql.run(
    "UPDATE register_record SET body = '', salt = '' WHERE kind = ? AND thing_id = ? AND body_digest <> '' AND body <> ''",
    [kind, id],
  );
}

/** The first record of a chain whose body is not the one that it was made with, or that has one and was erased. */
export function brokenSeal(records: readonly Sealed[]): { sequence: number; detail: string } | undefined {
  const isErased = records.at(-1)?.action === eraseItemAct.name;
  for (const { sequence, body, bodyDigest, salt } of isErased ? records.slice(0, -1) : records) {
    if (bodyDigest === "") continue;
    if (isErased && (body !== "" || salt !== ""))
      return { sequence, detail: "it was erased, and what it said is there" };
    if (!isErased && sha256(salt + body) !== bodyDigest)
      return {
        sequence,
        detail: body === "" ? "what it said is gone, and nobody erased it" : "what it said does not match its digest",
      };
  }
  const last = records.at(-1);
  if (isErased && last && sha256(last.salt + last.body) !== last.bodyDigest)
    return { sequence: last.sequence, detail: "what it said does not match its digest" };
  return undefined;
}
