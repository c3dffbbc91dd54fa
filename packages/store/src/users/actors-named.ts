import type { Actor, Day, Instant } from "@heed/core";
import { actorsOf } from "@heed/core/acting/person";
import type { Sql } from "../connection/sql.ts";
import { inUtc } from "../tables/entry-rows.ts";
import { readUsers } from "../tables/user-rows.ts";
import { personOfUser } from "./person-of-user.ts";

type Row = { prefix: string; name: string; role: Actor["role"]; organizations: string };

/** Those who may act, each in each role of today, that have this id, or exactly this name: users, and tokens in use that are nobody's. */
export async function actorsNamed(sql: Sql, named: string, at: Instant, today: Day): Promise<Actor[]> {
  const users = await readUsers(sql, "u.id = ? OR u.name = ?", [named, named]);
  const tokens = await sql.all<Row>(
    `SELECT prefix, name, role, organizations FROM api_token
     WHERE user_id IS NULL AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?) AND (prefix = ? OR name = ?) ORDER BY prefix`,
    [inUtc(at), named.replace(/^heed_/, ""), named],
  );
  return [
    ...users.flatMap((user) => actorsOf(personOfUser(user, today))),
    ...tokens.map(({ prefix, organizations, ...actor }) => ({
      id: `heed_${prefix}`,
      ...actor,
      organizations: JSON.parse(organizations),
    })),
  ];
}

/**
 * Somebody as the register has that person today, in the role in which he acted; undefined where the person holds the role no
 * more. Who acts on the machine itself is in no register, and stays as he is.
 */
export async function actorToday(sql: Sql, actor: Actor, at: Instant, today: Day): Promise<Actor | undefined> {
  if (!(await isRegistered(sql, actor))) return actor;
  return (await actorsNamed(sql, actor.id, at, today)).find(({ role }) => role === actor.role);
}

async function isRegistered(sql: Sql, { id }: Actor): Promise<boolean> {
  const [row] = await sql.all(
    "SELECT 1 AS found FROM user_account WHERE id = ? UNION SELECT 1 FROM api_token WHERE prefix = ?",
    [id, id.replace(/^heed_/, "")],
  );
  return row !== undefined;
}
