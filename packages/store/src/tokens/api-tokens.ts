import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { type Actor, DomainError, type Instant } from "@heed/core";
import { inUtc } from "../entries/entry-rows.ts";
import type { Database } from "../sql.ts";

/** A token as it may be shown: never its secret. */
export type ApiToken = Actor & { prefix: string; createdAt: Instant; revokedAt?: Instant };

type Row = {
  prefix: string;
  hash: string;
  name: string;
  role: Actor["role"];
  organizations: string;
  createdAt: string;
  revokedAt: string | null;
};

const columns = `prefix, hash, name, role, organizations, created_at AS "createdAt", revoked_at AS "revokedAt"`;

/** Makes a token for an actor. Its text is given once and kept nowhere: only its hash is. */
export async function createToken(database: Database, actor: Actor, at: Instant): Promise<string> {
  const prefix = randomBytes(6).toString("hex");
  const token = `heed_${prefix}_${randomBytes(32).toString("base64url")}`;
  await database.transaction((sql) =>
    sql.run("INSERT INTO api_token (prefix, hash, name, role, organizations, created_at) VALUES (?, ?, ?, ?, ?, ?)", [
      prefix,
      hashOf(token),
      actor.name,
      actor.role,
      JSON.stringify(actor.organizations),
      inUtc(at),
    ]),
  );
  return token;
}

/** Whose token it is; undefined when it is nobody's, or was revoked. */
export async function actorOfToken(database: Database, token: string): Promise<Actor | undefined> {
  const prefix = /^heed_([0-9a-f]{12})_[\w-]{43}$/.exec(token)?.[1];
  if (prefix === undefined) return undefined;
  const [row] = await database.all<Row>(`SELECT ${columns} FROM api_token WHERE prefix = ?`, [prefix]);
  if (row === undefined || row.revokedAt !== null) return undefined;
  if (!timingSafeEqual(Buffer.from(row.hash, "hex"), Buffer.from(hashOf(token), "hex"))) return undefined;
  return { name: row.name, role: row.role, organizations: JSON.parse(row.organizations) };
}

export async function listTokens(database: Database): Promise<ApiToken[]> {
  const rows = await database.all<Row>(`SELECT ${columns} FROM api_token ORDER BY created_at, prefix`);
  return rows.map(({ prefix, name, role, organizations, createdAt, revokedAt }) => ({
    prefix,
    name,
    role,
    organizations: JSON.parse(organizations),
    createdAt,
    ...(revokedAt !== null && { revokedAt }),
  }));
}

/** Errors: notFound when there is no such token in use. */
export async function revokeToken(database: Database, prefix: string, at: Instant): Promise<void> {
  const revoked = await database.transaction((sql) =>
    sql.run("UPDATE api_token SET revoked_at = ? WHERE prefix = ? AND revoked_at IS NULL", [inUtc(at), prefix]),
  );
  if (revoked === 0) throw new DomainError("notFound", `no token in use begins with heed_${prefix}`);
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
