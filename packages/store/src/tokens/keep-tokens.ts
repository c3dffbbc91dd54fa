import { userInfo } from "node:os";
import { type Actor, DomainError, type Id, type Instant } from "@heed/core";
import { AuthorityName } from "@heed/core/text/bounded-text";
import type { MadeToken } from "@heed/core/users/access-desk";
import type { Database, Sql } from "../connection/sql.ts";
import { versionFault } from "../entries/expected-version.ts";
import type { PrismaTransaction } from "../prisma/prisma-client.ts";
import { inUtc } from "../tables/entry-rows.ts";
import { auditedWrite } from "../users/audited-write.ts";
import { requireFreeName } from "../users/free-name.ts";
import { readTokenRows, type TokenRow } from "./read-tokens.ts";
import { auditToken, type Limits, make, making, type TokenManager, userWhoIsThere } from "./write-token.ts";

export type NewToken = Omit<Actor, "id"> & Limits;

/** A token of a user: for all that the user may do, or for some organizations or acts alone. */
export type NewUserToken = { user: Id; organizations?: readonly Id[] } & Limits;

/**
 * Creates a token for an actor. Its text is given once and never stored; only its hash is. Errors: duplicateReference
 * when a valid token has the name; invalidInput when the name shows nothing, or when it would expire at once.
 */
export async function createToken(
  database: Database,
  given: NewToken,
  at: Instant,
  by: TokenManager = tokenManager(),
): Promise<string> {
  return textOf(await makeToken(database, given, at, by));
}

/** The same, which a repeated request does once. */
export function makeToken(
  database: Database,
  { name, role, organizations, ...limits }: NewToken,
  at: Instant,
  by: TokenManager,
): Promise<MadeToken> {
  const unnamed = AuthorityName.safeParse(name).error?.issues[0]?.message;
  if (unnamed !== undefined)
    throw new DomainError("invalidInput", "the actor of a token has no name", [
      { name: "name", value: name, detail: `it ${unnamed}` },
    ]);
  return making(database, at, by, async (made) => {
    await requireFreeName(made.sql, made.prisma, name, made.at);
    return make(made, { name, role, organizations }, limits);
  });
}

/**
 * Creates a token of a user, as createToken() does. Errors: notFound; invalidStateTransition for who has left;
 * invalidInput when it would expire at once.
 */
export async function createUserToken(
  database: Database,
  given: NewUserToken,
  at: Instant,
  by: TokenManager = tokenManager(),
): Promise<string> {
  return textOf(await makeUserToken(database, given, at, by));
}

/** The same, which a repeated request does once. */
export function makeUserToken(
  database: Database,
  { user: userId, organizations = [], ...limits }: NewUserToken,
  at: Instant,
  by: TokenManager,
): Promise<MadeToken> {
  return making(database, at, by, async (made) => {
    const user = await userWhoIsThere(made.sql, userId);
    return make(made, { name: user.name, role: "", organizations, userId }, limits);
  });
}

/** Errors: notFound when there is no valid token with this prefix; versionConflict. */
export async function revokeToken(
  database: Database,
  prefix: string,
  at: Instant,
  by: TokenManager = tokenManager(),
): Promise<void> {
  const revokedAt = inUtc(at);
  const revoke = async (sql: Sql, prisma: PrismaTransaction) => {
    const [row] = await readTokenRows(sql, "t.prefix = ? AND t.revoked_at IS NULL", [prefix]);
    requireInUse(row, prefix, by);
    await prisma.apiToken.update({ where: { prefix }, data: { revokedAt, version: { increment: 1 } } });
    await auditToken(sql, prefix, { ...by, at: revokedAt, action: "revokeToken" });
    return {};
  };
  await auditedWrite(database, revoke, by.once);
}

export type Rotation = { keepUntil?: Instant; expiresAt?: Instant };

/**
 * A new token for whom and for what the old one is. The old one stays valid until `keepUntil`, but never longer than it
 * was, so that a program can change over; without it, it ends at once. Errors: notFound when no token in use has this
 * prefix; versionConflict; invalidStateTransition for a user who has left; invalidInput when the new one would expire at once.
 */
export async function rotateToken(
  database: Database,
  prefix: string,
  rotation: Rotation,
  at: Instant,
  by: TokenManager = tokenManager(),
): Promise<string> {
  return textOf(await makeRotatedToken(database, prefix, rotation, at, by));
}

/** The same, which a repeated request does once. */
export function makeRotatedToken(
  database: Database,
  prefix: string,
  { keepUntil, expiresAt }: Rotation,
  at: Instant,
  by: TokenManager,
): Promise<MadeToken> {
  return making(database, at, by, async (made) => {
    const { sql, prisma, at: moment } = made;
    const inUse = "t.prefix = ? AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > ?)";
    const [old] = await readTokenRows(sql, inUse, [prefix, moment]);
    const { name, role, organizations, userId, acts, expiresAt: last } = requireInUse(old, prefix, by);
    if (userId !== null) await userWhoIsThere(sql, userId);
    const kept = keepUntil === undefined ? moment : inUtc(keepUntil);
    const ending = kept <= moment ? { revokedAt: moment } : { expiresAt: last !== null && last < kept ? last : kept };
    await prisma.apiToken.update({ where: { prefix }, data: { ...ending, version: { increment: 1 } } });
    await auditToken(sql, prefix, { ...by, at: moment, action: "rotateToken" });
    return make(
      made,
      { name, role, organizations: JSON.parse(organizations), ...(userId !== null && { userId }) },
      { ...(acts !== null && { acts: JSON.parse(acts) }), ...(expiresAt !== undefined && { expiresAt }) },
    );
  });
}

/** Errors: notFound; versionConflict. */
function requireInUse(row: TokenRow | undefined, prefix: string, { expectedVersion }: TokenManager): TokenRow {
  if (row === undefined) throw new DomainError("notFound", `no token in use begins with heed_${prefix}`);
  const fault = versionFault(`the token heed_${prefix}`, row.version, expectedVersion);
  if (fault !== undefined) throw fault;
  return row;
}

function tokenManager(): TokenManager {
  const { username } = userInfo();
  return { actor: username, systemUser: username };
}

function textOf({ token }: MadeToken): string {
  if (token === undefined) throw new Error("the text of a token is there only once");
  return token;
}
