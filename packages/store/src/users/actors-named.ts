import type { Actor, Day, Id, Instant } from "@heed/core";
import { actorsOf } from "@heed/core/acting/person";
import { tokenId, tokenPrefix } from "@heed/core/tokens/token-id";
import { hasLeft, type User } from "@heed/core/users/user";
import type { Sql } from "../connection/sql.ts";
import { inUtc } from "../tables/entry-rows.ts";
import { readUser, readUsers } from "../tables/user-rows.ts";
import { personOfUser } from "./person-of-user.ts";

type Row = { prefix: string; name: string; role: Actor["role"]; organizations: string };

/** Those who may act, each in each role of today, that have this id, or exactly this name: users, and tokens in use that are nobody's. */
export async function actorsNamed(sql: Sql, named: string, at: Instant, today: Day): Promise<Actor[]> {
  const users = await readUsers(sql, "u.id = ? OR u.name = ?", [named, named]);
  const tokens = await sql.all<Row>(
    `SELECT prefix, name, role, organizations FROM api_token
     WHERE user_id IS NULL AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?) AND (prefix = ? OR name = ?) ORDER BY prefix`,
    [inUtc(at), tokenPrefix(named), named],
  );
  return [
    ...users.flatMap((user) => actorsOf(personOfUser(user, today))),
    ...tokens.map(({ prefix, organizations, ...actor }) => ({
      id: tokenId(prefix),
      ...actor,
      organizations: JSON.parse(organizations),
    })),
  ];
}

/**
 * Somebody as the register has that person today, in the role in which he acted; undefined where the person holds the role no
 * more. A token that is nobody's may have been rotated meanwhile: the name tells who it is. Who acts on the machine itself is in
 * no register, and a role that the register never gave came from the issuer: both stay as they are.
 */
export async function actorToday(sql: Sql, actor: Actor, at: Instant, today: Day): Promise<Actor | undefined> {
  const { id, name, role } = actor;
  const user = await readUser(sql, id);
  if (user !== undefined)
    return holdsByClaim(user, role, today) ? actor : inRole(actorsOf(personOfUser(user, today)), role);
  if (!(await isOfToken(sql, id))) return actor;
  return inRole(await actorsNamed(sql, id, at, today), role) ?? inRole(await actorsNamed(sql, name, at, today), role);
}

function inRole(actors: readonly Actor[], asked: Actor["role"]): Actor | undefined {
  return actors.find(({ role }) => role === asked);
}

/** The users of this id or name to whom the register gave no role, and whom the issuer knows. */
export async function usersOfIssuer(sql: Sql, named: string, today: Day): Promise<User[]> {
  const users = await readUsers(sql, "u.id = ? OR u.name = ?", [named, named]);
  return users.filter((user) => user.identities.length > 0 && user.roles.length === 0 && !hasLeft(user, today));
}

/** Whether a user who acted in a role had it from the issuer: the register keeps every role that it gave, also those that ended. */
function holdsByClaim(user: User, asked: Actor["role"], today: Day): boolean {
  return !hasLeft(user, today) && user.identities.length > 0 && user.roles.every(({ role }) => role !== asked);
}

async function isOfToken(sql: Sql, id: Id): Promise<boolean> {
  const [row] = await sql.all("SELECT 1 AS found FROM api_token WHERE prefix = ?", [tokenPrefix(id)]);
  return row !== undefined;
}
