import { randomUUID } from "node:crypto";
import { type Day, DomainError, type Id, type Instant } from "@heed/core";
import type { MadeSignInLink } from "@heed/core/users/access-desk";
import { hasLeft, type User } from "@heed/core/users/user";
import { digestOf, newSecret } from "../access/secret.ts";
import { writeRegisterRecords } from "../audit/register-record.ts";
import type { Database, Sql } from "../connection/sql.ts";
import { type SignInLinkRow, signInLinkTable } from "../generated/tables.ts";
import { momentAfter } from "../moment-after.ts";
import { inUtc } from "../tables/entry-rows.ts";
import { insertInto, selected } from "../tables/table.ts";
import { auditedUser, readUser } from "../tables/user-rows.ts";
import { auditedWrite } from "../users/audited-write.ts";
import type { Keeping } from "../users/keep-users.ts";
import { insertSession, personSigningIn, type SessionLimits } from "./sessions.ts";

/** What a link is good for: for one sign-in of a user, or for nothing, and why. */
export type SignInLink =
  | { state: "usable"; user: User }
  | { state: "noRole"; name: string }
  | { state: "unknown" | "used" | "expired" };

/** How long a link can be used where nothing else is said, in milliseconds. */
export const linkTime = 30 * 60_000;

/** So long what was a link is told apart from what never was one, in milliseconds. */
const keptAfterwards = 30 * 86_400_000;

/**
 * Makes a link by which a user signs in once until `expiresAt`, and a record in the user's audit of who made it. Answers its secret,
 * which is kept nowhere. Errors: notFound; invalidStateTransition for who has left; invalidInput when it would expire at once.
 */
export async function createSignInLink(
  database: Database,
  asked: { user: Id; expiresAt: Instant },
  keeping: Omit<Keeping, "newId">,
): Promise<string> {
  const { secret } = await makeSignInLink(database, asked, keeping);
  if (secret === undefined) throw new Error("the secret of a link is there only once");
  return secret;
}

/** The same, which a repeated request does once. */
export async function makeSignInLink(
  database: Database,
  { user: userId, expiresAt }: { user: Id; expiresAt: Instant },
  { at, today, by, once }: Omit<Keeping, "newId">,
): Promise<MadeSignInLink> {
  const [now, expires] = [inUtc(at), inUtc(expiresAt)];
  let made: string | undefined;
  const make = async (sql: Sql) => {
    const user = await readUser(sql, userId);
    if (user === undefined) throw new DomainError("notFound", `there is no user with the id ${userId}`);
    if (hasLeft(user, today)) throw new DomainError("invalidStateTransition", `${user.name} left on ${user.leftOn}`);
    if (expires <= now)
      throw new DomainError("invalidInput", "the link would have expired already", [
        { name: "expiresAt", value: expires, detail: `it is made at ${now}` },
      ]);
    const secret = newSecret();
    const forgotten = momentAfter(now, -keptAfterwards);
    await sql.run("DELETE FROM sign_in_link WHERE expires_at < ?", [forgotten]);
    await insertInto(sql, signInLinkTable, [
      { digest: digestOf(secret), userId, createdAt: now, expiresAt: expires, usedAt: null },
    ]);
    const act = { ...by, at: now, action: "createSignInLink", actId: randomUUID() };
    await writeRegisterRecords(sql, act, [{ kind: "user", id: userId, body: auditedUser(user) }]);
    made = secret;
    return { expiresAt: expires };
  };
  const kept = await auditedWrite(database, make, once);
  return { ...kept, ...(made !== undefined && { secret: made }) };
}

/** What a link is good for at a moment. Looking does not use it up. */
export async function readSignInLink(sql: Sql, secret: string, at: Instant, today: Day): Promise<SignInLink> {
  const [row] = await sql.all<SignInLinkRow>(`SELECT ${selected(signInLinkTable)} FROM sign_in_link WHERE digest = ?`, [
    digestOf(secret),
  ]);
  if (row === undefined) return { state: "unknown" };
  if (row.usedAt !== null) return { state: "used" };
  if (row.expiresAt <= inUtc(at)) return { state: "expired" };
  const user = await readUser(sql, row.userId);
  if (user === undefined) return { state: "unknown" };
  if (personSigningIn({ ...user, claimed: [] }, user, today) === undefined) return { state: "noRole", name: user.name };
  return { state: "usable", user };
}

/** Signs in by a link, once: of two at one time one gets the session. Answers its secret, or why there is none. */
export function signInByLink(
  database: Database,
  secret: string,
  limits: SessionLimits,
  at: Instant,
  today: Day,
): Promise<{ session: string } | Exclude<SignInLink, { state: "usable" }>> {
  return database.transaction(async (sql) => {
    // The row is locked by the write, so that whoever comes second sees what the first one wrote.
    const mine = await sql.run(
      "UPDATE sign_in_link SET used_at = ? WHERE digest = ? AND used_at IS NULL AND expires_at > ?",
      [inUtc(at), digestOf(secret), inUtc(at)],
    );
    if (mine === 0) {
      const link = await readSignInLink(sql, secret, at, today);
      return link.state === "usable" ? { state: "unknown" } : link;
    }
    const [row] = await sql.all<Pick<SignInLinkRow, "userId">>(
      `SELECT user_id AS "userId" FROM sign_in_link WHERE digest = ?`,
      [digestOf(secret)],
    );
    const user = row === undefined ? undefined : await readUser(sql, row.userId);
    const person = user && personSigningIn({ ...user, claimed: [] }, user, today);
    if (user === undefined || person === undefined) {
      // It was not used: a role may begin before it expires.
      await sql.run("UPDATE sign_in_link SET used_at = NULL WHERE digest = ?", [digestOf(secret)]);
      return user === undefined ? { state: "unknown" } : { state: "noRole", name: user.name };
    }
    const who = { id: user.id, name: user.name, userId: user.id, claimed: [] };
    return { session: await insertSession(sql, who, limits, at) };
  });
}
