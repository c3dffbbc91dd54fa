import { createHash, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import { userInfo } from "node:os";
import { type Actor, DomainError, foldedName, type Instant } from "@heed/core";
import type { Act } from "../audit/audit-chain.ts";
import { lockAuditAlone } from "../audit/audit-lock.ts";
import { vouchForImport } from "../audit/vouch-for-import.ts";
import { inUtc } from "../entries/entry-rows.ts";
import type { Database, Sql } from "../sql.ts";

/** A token as it can be shown, without its secret. */
export type ApiToken = Actor & {
  prefix: string;
  createdAt: Instant;
  /** From this moment on it is not valid. */
  expiresAt?: Instant;
  /** To the minute. */
  lastUsedAt?: Instant;
  revokedAt?: Instant;
};

export type NewToken = Omit<Actor, "id"> & { expiresAt?: Instant };

/** Who manages the tokens: the user of the machine itself. */
type Keeper = Pick<Act, "actor" | "systemUser">;

type Row = {
  prefix: string;
  hash: string;
  name: string;
  role: Actor["role"];
  organizations: string;
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  revokedAt: string | null;
};

const columns = `prefix, hash, name, role, organizations, created_at AS "createdAt", expires_at AS "expiresAt",
  last_used_at AS "lastUsedAt", revoked_at AS "revokedAt"`;

/**
 * Creates a token for an actor. Its text is given once and never stored; only its hash is. Errors: duplicateReference
 * when a valid token has the name; invalidInput when it would expire at once.
 */
export async function createToken(
  database: Database,
  { name, role, organizations, expiresAt }: NewToken,
  at: Instant,
  by: Keeper = keeper(),
): Promise<string> {
  const [made, expires] = [inUtc(at), expiresAt === undefined ? null : inUtc(expiresAt)];
  if (expires !== null && expires <= made)
    throw new DomainError("invalidInput", "the token would have expired already", [
      { name: "expiresAt", value: expires, detail: `it is made at ${made}` },
    ]);
  const prefix = randomBytes(6).toString("hex");
  const token = `heed_${prefix}_${randomBytes(32).toString("base64url")}`;
  await database.transaction(async (sql) => {
    await lockAuditAlone(sql);
    await requireOwnName(sql, name, made);
    await sql.run(
      `INSERT INTO api_token (prefix, hash, name, role, organizations, created_at, expires_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [prefix, hashOf(token), name, role, JSON.stringify(organizations), made, expires],
    );
    await vouchFor(sql, prefix, { ...by, at: made, action: "createToken" });
  });
  return token;
}

/** Two valid tokens never have the same name, so that everything recorded under a name belongs to one actor. */
async function requireOwnName(sql: Sql, name: string, at: Instant): Promise<void> {
  if (sql.dialect === "postgresql") await sql.run("LOCK TABLE api_token IN SHARE ROW EXCLUSIVE MODE");
  const living = await sql.all<{ name: string; prefix: string }>(
    "SELECT name, prefix FROM api_token WHERE revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)",
    [at],
  );
  const other = living.find((each) => foldedName(each.name) === foldedName(name));
  if (other !== undefined)
    throw new DomainError("duplicateReference", `a token in use has the name ${other.name} already`, [
      {
        name: "name",
        value: name,
        detail: `it begins with heed_${other.prefix}; revoke it first, or take another name`,
      },
    ]);
}

/** The actor of a token; undefined when the token is unknown, was revoked, or has expired at `at`. */
export async function actorOfToken(database: Database, token: string, at: Instant): Promise<Actor | undefined> {
  const prefix = /^heed_([0-9a-f]{12})_[\w-]{43}$/.exec(token)?.[1];
  if (prefix === undefined) return undefined;
  const [row] = await database.all<Row>(`SELECT ${columns} FROM api_token WHERE prefix = ?`, [prefix]);
  if (row === undefined || row.revokedAt !== null) return undefined;
  if (row.expiresAt !== null && row.expiresAt <= inUtc(at)) return undefined;
  if (!timingSafeEqual(Buffer.from(row.hash, "hex"), Buffer.from(hashOf(token), "hex"))) return undefined;
  noteUse(database, row, inUtc(at));
  return { id: idOf(row), name: row.name, role: row.role, organizations: JSON.parse(row.organizations) };
}

/** The id of the token's actor: made of the part that may be shown, which is unique. */
function idOf({ prefix }: Pick<Row, "prefix">): string {
  return `heed_${prefix}`;
}

const toTheMinute = 60_000;

/** Runs beside the request and waits for no lock; when it fails, the next use is noted instead. */
function noteUse(database: Database, { prefix, lastUsedAt }: Row, at: Instant): void {
  if (lastUsedAt !== null && Date.parse(at) - Date.parse(lastUsedAt) < toTheMinute) return;
  const note = (sql: Sql) =>
    sql.run("UPDATE api_token SET last_used_at = ? WHERE prefix = ? AND COALESCE(last_used_at, '') < ?", [
      at,
      prefix,
      at,
    ]);
  database.transaction(note, { together: true }).catch(() => undefined);
}

export async function listTokens(database: Database): Promise<ApiToken[]> {
  const rows = await database.all<Row>(`SELECT ${columns} FROM api_token ORDER BY created_at, prefix`);
  return rows.map(({ hash: _, organizations, expiresAt, lastUsedAt, revokedAt, ...row }) => ({
    ...row,
    id: idOf(row),
    organizations: JSON.parse(organizations),
    ...(expiresAt !== null && { expiresAt }),
    ...(lastUsedAt !== null && { lastUsedAt }),
    ...(revokedAt !== null && { revokedAt }),
  }));
}

/** Errors: notFound when there is no valid token with this prefix. */
export async function revokeToken(
  database: Database,
  prefix: string,
  at: Instant,
  by: Keeper = keeper(),
): Promise<void> {
  const revoked = inUtc(at);
  await database.transaction(async (sql) => {
    await lockAuditAlone(sql);
    const text = "UPDATE api_token SET revoked_at = ? WHERE prefix = ? AND revoked_at IS NULL";
    if ((await sql.run(text, [revoked, prefix])) === 0)
      throw new DomainError("notFound", `no token in use begins with heed_${prefix}`);
    await vouchFor(sql, prefix, { ...by, at: revoked, action: "revokeToken" });
  });
}

/** So that the audit finds a role that was changed by hand. */
function vouchFor(sql: Sql, prefix: string, act: Act): Promise<void> {
  return vouchForImport(sql, { apiToken: [prefix] }, { ...act, actId: randomUUID() });
}

function keeper(): Keeper {
  const { username } = userInfo();
  return { actor: username, systemUser: username };
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
