import { createHash, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import { userInfo } from "node:os";
import { type Actor, DomainError, type Instant, type Person, personAs } from "@heed/core";
import { lookAlikeName, searchableName } from "@heed/core/organization/organization";
import { AuthorityName } from "@heed/core/text/bounded-text";
import type { Act } from "../audit/audit-chain.ts";
import { auditImport } from "../audit/audit-import.ts";
import { lockAuditExclusively } from "../audit/audit-lock.ts";
import type { Database, Sql } from "../connection/sql.ts";
import { type ApiTokenRow, apiTokenTable } from "../generated/tables.ts";
import { loadPrisma, type PrismaTransaction, throughPrisma } from "../prisma/prisma-client.ts";
import { inUtc } from "../tables/entry-rows.ts";
import { selected } from "../tables/table.ts";

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
type TokenManager = Pick<Act, "actor" | "systemUser">;

type Row = ApiTokenRow & { role: Actor["role"] };

const columns = selected(apiTokenTable);

/**
 * Creates a token for an actor. Its text is given once and never stored; only its hash is. Errors: duplicateReference
 * when a valid token has the name; invalidInput when the name shows nothing, or when it would expire at once.
 */
export async function createToken(
  database: Database,
  { name, role, organizations, expiresAt }: NewToken,
  at: Instant,
  by: TokenManager = tokenManager(),
): Promise<string> {
  const unnamed = AuthorityName.safeParse(name).error?.issues[0]?.message;
  if (unnamed !== undefined)
    throw new DomainError("invalidInput", "the actor of a token has no name", [
      { name: "name", value: name, detail: `it ${unnamed}` },
    ]);
  const [made, expires] = [inUtc(at), expiresAt === undefined ? null : inUtc(expiresAt)];
  if (expires !== null && expires <= made)
    throw new DomainError("invalidInput", "the token would have expired already", [
      { name: "expiresAt", value: expires, detail: `it is made at ${made}` },
    ]);
  const prefix = randomBytes(6).toString("hex");
  const token = `heed_${prefix}_${randomBytes(32).toString("base64url")}`;
  await writing(database, async (sql, prisma) => {
    await requireOwnName(sql, prisma, name, made);
    await prisma.apiToken.create({
      data: {
        prefix,
        hash: hashOf(token),
        name,
        role,
        organizations: JSON.stringify(organizations),
        createdAt: made,
        expiresAt: expires,
      },
    });
    await auditToken(sql, prefix, { ...by, at: made, action: "createToken" });
  });
  return token;
}

/** Two valid tokens never have the same name, or names that look the same, so that everything recorded under a name belongs to one actor. */
async function requireOwnName(sql: Sql, prisma: PrismaTransaction, name: string, at: Instant): Promise<void> {
  if (sql.dialect === "postgresql") await sql.run("LOCK TABLE api_token IN SHARE ROW EXCLUSIVE MODE");
  const living = await prisma.apiToken.findMany({
    where: { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: at } }] },
    select: { name: true, prefix: true },
  });
  const other = [searchableName, lookAlikeName].flatMap(
    (form) => living.find((each) => form(each.name) === form(name)) ?? [],
  )[0];
  if (other !== undefined)
    throw new DomainError("duplicateReference", `a token in use has the name ${other.name} already`, [
      {
        name: "name",
        value: name,
        detail: `it begins with heed_${other.prefix}; revoke it first, or take another name`,
      },
    ]);
}

/** The person of a token; undefined when the token is unknown, was revoked, or has expired at `at`. */
export async function personOfToken(database: Database, token: string, at: Instant): Promise<Person | undefined> {
  const prefix = /^heed_([0-9a-f]{12})_[\w-]{43}$/.exec(token)?.[1];
  if (prefix === undefined) return undefined;
  const [row] = await database.all<Row>(`SELECT ${columns} FROM api_token WHERE prefix = ?`, [prefix]);
  if (row === undefined || row.revokedAt !== null) return undefined;
  if (row.expiresAt !== null && row.expiresAt <= inUtc(at)) return undefined;
  if (!timingSafeEqual(Buffer.from(row.hash, "hex"), Buffer.from(hashOf(token), "hex"))) return undefined;
  noteUse(database, row, inUtc(at));
  return personAs({ ...row, id: idOf(row), organizations: JSON.parse(row.organizations) });
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
  by: TokenManager = tokenManager(),
): Promise<void> {
  const revoked = inUtc(at);
  await writing(database, async (sql, prisma) => {
    const { count } = await prisma.apiToken.updateMany({
      where: { prefix, revokedAt: null },
      data: { revokedAt: revoked },
    });
    if (count === 0) throw new DomainError("notFound", `no token in use begins with heed_${prefix}`);
    await auditToken(sql, prefix, { ...by, at: revoked, action: "revokeToken" });
  });
}

/** Alone, with the records of the audit. */
async function writing(
  database: Database,
  work: (sql: Sql, prisma: PrismaTransaction) => Promise<void>,
): Promise<void> {
  await loadPrisma(database.dialect);
  await database.transaction(async (sql) => {
    await lockAuditExclusively(sql);
    await throughPrisma(sql, (prisma) => work(sql, prisma));
  });
}

/** So that the audit finds a role that was changed by hand. */
function auditToken(sql: Sql, prefix: string, act: Act): Promise<void> {
  return auditImport(sql, { apiToken: [prefix] }, { ...act, actId: randomUUID() });
}

function tokenManager(): TokenManager {
  const { username } = userInfo();
  return { actor: username, systemUser: username };
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
