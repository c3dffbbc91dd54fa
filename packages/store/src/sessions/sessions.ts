import type { Day, Id, Instant, Person } from "@heed/core";
import { joinedRights, type Right } from "@heed/core/access/right";
import { hasLeft, rightsOn, type User } from "@heed/core/users/user";
import { noteUse } from "../access/note-use.ts";
import { digestOf, newSecret } from "../access/secret.ts";
import type { Database, Sql } from "../connection/sql.ts";
import { type SessionRow, sessionTable } from "../generated/tables.ts";
import { momentAfter } from "../moment-after.ts";
import { inUtc } from "../tables/entry-rows.ts";
import { insertInto, selected } from "../tables/table.ts";
import { readUser } from "../tables/user-rows.ts";

/** How long somebody stays signed in, in milliseconds: without a page asked for, and in all. */
export type SessionLimits = { idle: number; absolute: number };

export const usualSessionLimits: SessionLimits = { idle: 30 * 60_000, absolute: 8 * 3_600_000 };

/** Who signs in: a user of the register or not, with what the claims of an issuer give. */
export type SigningIn = { id: Id; name: string; userId?: Id; claimed: readonly Right[] };

/** A session as it can be shown. */
export type Session = Pick<SessionRow, "createdAt" | "lastUsedAt" | "idleEndsAt" | "endsAt">;

/** Begins a session; those that have ended are removed. Answers its secret, which is kept nowhere. */
export function startSession(database: Database, who: SigningIn, limits: SessionLimits, at: Instant): Promise<string> {
  return database.transaction((sql) => insertSession(sql, who, limits, at), { together: true });
}

/** The same within a transaction. */
export async function insertSession(
  sql: Sql,
  { id, name, userId, claimed }: SigningIn,
  { idle, absolute }: SessionLimits,
  at: Instant,
): Promise<string> {
  const secret = newSecret();
  const now = inUtc(at);
  const endsAt = momentAfter(now, absolute);
  await sql.run("DELETE FROM session WHERE ends_at <= ? OR idle_ends_at <= ?", [now, now]);
  await insertInto(sql, sessionTable, [
    {
      ...{ digest: digestOf(secret), personId: id, userId: userId ?? null, name, claimed: JSON.stringify(claimed) },
      ...{ createdAt: now, lastUsedAt: now, idleEndsAt: earliest(momentAfter(now, idle), endsAt), endsAt },
    },
  ]);
  return secret;
}

/**
 * Who is signed in by a secret, with the rights of that day; undefined where there is no such session, or it has ended, or the
 * person has left or holds no role any more. What an issuer's claims gave stays until the session ends.
 */
export async function personOfSession(
  database: Database,
  secret: string,
  { idle }: SessionLimits,
  at: Instant,
  today: Day,
): Promise<Person | undefined> {
  const now = inUtc(at);
  const [row] = await database.all<SessionRow>(
    `SELECT ${selected(sessionTable)} FROM session WHERE digest = ? AND ends_at > ? AND idle_ends_at > ?`,
    [digestOf(secret), now, now],
  );
  if (row === undefined) return undefined;
  const user = row.userId === null ? undefined : await readUser(database, row.userId);
  if (row.userId !== null && user === undefined) return undefined;
  const person = personSigningIn({ id: row.personId, name: row.name, claimed: JSON.parse(row.claimed) }, user, today);
  if (person !== undefined)
    noteUse(database, row.lastUsedAt, now, (sql) =>
      sql.run("UPDATE session SET last_used_at = ?, idle_ends_at = ? WHERE digest = ? AND last_used_at < ?", [
        ...[now, earliest(momentAfter(now, idle), row.endsAt), row.digest, now],
      ]),
    );
  return person;
}

/** The person, with a user's own rights of that day beside what was claimed; undefined for who has left or holds no role. */
export function personSigningIn(
  { id, name, claimed }: Pick<SigningIn, "id" | "name" | "claimed">,
  user: User | undefined,
  today: Day,
): Person | undefined {
  if (user !== undefined && hasLeft(user, today)) return undefined;
  const rights = joinedRights([...(user === undefined ? [] : rightsOn(user, today)), ...claimed]);
  return rights.length === 0 ? undefined : { id: user?.id ?? id, name: user?.name ?? name, rights };
}

/** The sessions of a person that have not ended, the newest first. */
export function sessionsOf(database: Database, personId: Id, at: Instant): Promise<Session[]> {
  const now = inUtc(at);
  return database.all<Session>(
    `SELECT ${selected(sessionTable, undefined, ["createdAt", "lastUsedAt", "idleEndsAt", "endsAt"])} FROM session
     WHERE person_id = ? AND ends_at > ? AND idle_ends_at > ? ORDER BY created_at DESC, digest`,
    [personId, now, now],
  );
}

/** Ends one session; there may be none. */
export async function endSession(database: Database, secret: string): Promise<void> {
  await database.transaction((sql) => sql.run("DELETE FROM session WHERE digest = ?", [digestOf(secret)]), {
    together: true,
  });
}

/** Ends every session of a person, and the links that were not used: nobody gets in by what was made before. Answers how many sessions. */
export function endSessionsOf(database: Database, personId: Id): Promise<number> {
  return database.transaction(async (sql) => {
    await sql.run("DELETE FROM sign_in_link WHERE user_id = ? AND used_at IS NULL", [personId]);
    return sql.run("DELETE FROM session WHERE person_id = ?", [personId]);
  });
}

function earliest(one: Instant, other: Instant): Instant {
  return one < other ? one : other;
}
