import { createHash, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import { userInfo } from "node:os";
import { type Actor, acts, type Day, DomainError, type Id, type Instant, type Person, personAs } from "@heed/core";
import { rightsFor } from "@heed/core/access/right";
import { registerActs } from "@heed/core/acts/acts";
import { AuthorityName } from "@heed/core/text/bounded-text";
import type { User } from "@heed/core/users/user";
import type { Act } from "../audit/audit-chain.ts";
import { auditImport } from "../audit/audit-import.ts";
import type { Database, Sql } from "../connection/sql.ts";
import { type ApiTokenRow, apiTokenTable } from "../generated/tables.ts";
import type { PrismaTransaction } from "../prisma/prisma-client.ts";
import { inUtc } from "../tables/entry-rows.ts";
import { selected } from "../tables/table.ts";
import { readUser } from "../tables/user-rows.ts";
import { auditedWrite } from "../users/audited-write.ts";
import { requireFreeName } from "../users/free-name.ts";
import { personOfUser } from "../users/person-of-user.ts";

/** A token as it can be shown, without its secret. */
export type ApiToken = Omit<Actor, "role"> & {
  /** Absent where it is a user's own, which has the user's roles. */
  role?: Actor["role"];
  /** Whose it is. */
  userId?: Id;
  acts?: readonly string[];
  prefix: string;
  createdAt: Instant;
  /** From this moment on it is not valid. */
  expiresAt?: Instant;
  /** To the minute. */
  lastUsedAt?: Instant;
  revokedAt?: Instant;
};

export type NewToken = Omit<Actor, "id"> & Limits;

/** A token of a user: for all that the user may do, or for some organizations or acts alone. */
export type NewUserToken = { user: Id; organizations?: readonly Id[] } & Limits;

type Limits = { expiresAt?: Instant; acts?: readonly string[] };

/** Who manages the tokens: the user of the machine itself. */
type TokenManager = Pick<Act, "actor" | "systemUser">;

type Row = ApiTokenRow & { role: Actor["role"] | "" };

const columns = selected(apiTokenTable);

/**
 * Creates a token for an actor. Its text is given once and never stored; only its hash is. Errors: duplicateReference
 * when a valid token has the name; invalidInput when the name shows nothing, or when it would expire at once.
 */
export async function createToken(
  database: Database,
  { name, role, organizations, ...limits }: NewToken,
  at: Instant,
  by: TokenManager = tokenManager(),
): Promise<string> {
  const unnamed = AuthorityName.safeParse(name).error?.issues[0]?.message;
  if (unnamed !== undefined)
    throw new DomainError("invalidInput", "the actor of a token has no name", [
      { name: "name", value: name, detail: `it ${unnamed}` },
    ]);
  return auditedWrite(database, async (sql, prisma) => {
    await requireFreeName(sql, prisma, name, inUtc(at));
    return make({ sql, prisma, at: inUtc(at), by }, { name, role, organizations }, limits);
  });
}

/**
 * Creates a token of a user, as createToken() does. Errors: notFound; invalidStateTransition for who has left;
 * invalidInput when it would expire at once.
 */
export async function createUserToken(
  database: Database,
  { user: userId, organizations = [], ...limits }: NewUserToken,
  at: Instant,
  by: TokenManager = tokenManager(),
): Promise<string> {
  return auditedWrite(database, async (sql, prisma) => {
    const user = await userWhoIsThere(sql, userId);
    return make({ sql, prisma, at: inUtc(at), by }, { name: user.name, role: "", organizations, userId }, limits);
  });
}

/** Errors: notFound; invalidStateTransition for who has left. */
async function userWhoIsThere(sql: Sql, id: Id): Promise<User> {
  const user = await readUser(sql, id);
  if (user === undefined) throw new DomainError("notFound", `there is no user with the id ${id}`);
  if (user.leftOn !== undefined) throw new DomainError("invalidStateTransition", `${user.name} left on ${user.leftOn}`);
  return user;
}

type Making = { sql: Sql; prisma: PrismaTransaction; at: Instant; by: TokenManager };

type Whose = { name: string; role: Row["role"]; organizations: readonly Id[]; userId?: Id };

async function make({ sql, prisma, at, by }: Making, whose: Whose, { expiresAt, acts }: Limits): Promise<string> {
  const expires = expiresAt === undefined ? null : inUtc(expiresAt);
  if (expires !== null && expires <= at)
    throw new DomainError("invalidInput", "the token would have expired already", [
      { name: "expiresAt", value: expires, detail: `it is made at ${at}` },
    ]);
  const unknown = acts?.find((act) => !tokenActs.includes(act));
  if (unknown !== undefined)
    throw new DomainError("invalidInput", "there is no such act", [
      { name: "acts", value: unknown, detail: `one of ${tokenActs.join(", ")}` },
    ]);
  const prefix = randomBytes(6).toString("hex");
  const token = `heed_${prefix}_${randomBytes(32).toString("base64url")}`;
  await prisma.apiToken.create({
    data: {
      ...{ prefix, hash: hashOf(token), createdAt: at, expiresAt: expires },
      ...{ ...whose, organizations: JSON.stringify(whose.organizations) },
      acts: acts === undefined ? null : JSON.stringify(acts),
    },
  });
  await auditToken(sql, prefix, { ...by, at, action: "createToken" });
  return token;
}

/** What a token can be for: the acts on follow-ups and on the register. */
const tokenActs: readonly string[] = [...Object.keys(acts), ...Object.keys(registerActs)];

/** The person of a token; undefined when the token is unknown, was revoked, or has expired at `at`. */
export async function personOfToken(
  database: Database,
  token: string,
  at: Instant,
  dayAt: (at: Instant) => Promise<Day> = async () => at.slice(0, 10),
): Promise<Person | undefined> {
  const prefix = /^heed_([0-9a-f]{12})_[\w-]{43}$/.exec(token)?.[1];
  if (prefix === undefined) return undefined;
  const [row] = await database.all<Row>(`SELECT ${columns} FROM api_token WHERE prefix = ?`, [prefix]);
  if (row === undefined || row.revokedAt !== null) return undefined;
  if (row.expiresAt !== null && row.expiresAt <= inUtc(at)) return undefined;
  if (!timingSafeEqual(Buffer.from(row.hash, "hex"), Buffer.from(hashOf(token), "hex"))) return undefined;
  noteUse(database, row, inUtc(at));
  const organizations: readonly Id[] = JSON.parse(row.organizations);
  const limited = row.acts === null ? {} : { acts: JSON.parse(row.acts) as readonly string[] };
  if (row.role !== "")
    return { ...personAs({ id: idOf(row), name: row.name, role: row.role, organizations }), ...limited };
  const user = row.userId === null ? undefined : await readUser(database, row.userId);
  if (user === undefined) return undefined;
  const person = personOfUser(user, await dayAt(at));
  return { ...person, rights: rightsFor(organizations, person.rights), ...limited };
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
  return rows.map(({ hash: _, organizations, expiresAt, lastUsedAt, revokedAt, role, userId, acts, ...row }) => ({
    ...row,
    id: userId ?? idOf(row),
    organizations: JSON.parse(organizations),
    ...(role !== "" && { role }),
    ...(userId !== null && { userId }),
    ...(acts !== null && { acts: JSON.parse(acts) }),
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
  await auditedWrite(database, async (sql, prisma) => {
    const { count } = await prisma.apiToken.updateMany({
      where: { prefix, revokedAt: null },
      data: { revokedAt: revoked },
    });
    if (count === 0) throw new DomainError("notFound", `no token in use begins with heed_${prefix}`);
    await auditToken(sql, prefix, { ...by, at: revoked, action: "revokeToken" });
  });
}

/**
 * A new token for whom and for what the old one is. The old one stays valid until `keepUntil`, but never longer than it
 * was, so that a program can change over; without it, it ends at once. Errors: notFound when no token in use has this
 * prefix; invalidStateTransition for a user who has left; invalidInput when the new one would expire at once.
 */
export function rotateToken(
  database: Database,
  prefix: string,
  { keepUntil, expiresAt }: { keepUntil?: Instant; expiresAt?: Instant },
  at: Instant,
  by: TokenManager = tokenManager(),
): Promise<string> {
  const moment = inUtc(at);
  return auditedWrite(database, async (sql, prisma) => {
    const old = await prisma.apiToken.findFirst({
      where: { prefix, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: moment } }] },
    });
    if (old === null) throw new DomainError("notFound", `no token in use begins with heed_${prefix}`);
    const { name, role, organizations, userId, acts, expiresAt: last } = old;
    if (userId !== null) await userWhoIsThere(sql, userId);
    const kept = keepUntil === undefined ? moment : inUtc(keepUntil);
    const ending = kept <= moment ? { revokedAt: moment } : { expiresAt: last !== null && last < kept ? last : kept };
    await prisma.apiToken.update({ where: { prefix }, data: ending });
    await auditToken(sql, prefix, { ...by, at: moment, action: "rotateToken" });
    return make(
      { sql, prisma, at: moment, by },
      {
        ...{ name, role: role as Row["role"], organizations: JSON.parse(organizations) },
        ...(userId !== null && { userId }),
      },
      { ...(acts !== null && { acts: JSON.parse(acts) }), ...(expiresAt !== undefined && { expiresAt }) },
    );
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
