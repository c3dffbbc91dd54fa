import { type Id, Language } from "@heed/core";
import type { User, UserIdentity, UserRole } from "@heed/core/users/user";
import { withoutAbsent } from "@heed/core/without-absent";
import type { Sql, SqlValue } from "../connection/sql.ts";
import {
  type UserAccountRow,
  type UserIdentityRow,
  type UserRoleRow,
  userAccountTable,
  userIdentityTable,
  userRoleTable,
} from "../generated/tables.ts";
import { inList } from "../statements/in-list.ts";
import { selected } from "./table.ts";

/** The users that a condition on `u` chooses, by name. `rest` follows the order. */
export async function readUsers(
  sql: Sql,
  condition = "1 = 1",
  values: readonly SqlValue[] = [],
  rest = "",
): Promise<User[]> {
  const rows = await sql.all<UserAccountRow>(
    `SELECT ${selected(userAccountTable, "u")} FROM user_account u WHERE ${condition} ORDER BY u.name_key${rest}`,
    values,
  );
  if (rows.length === 0) return [];
  const ids = JSON.stringify(rows.map(({ id }) => id));
  const roles = await sql.all<UserRoleRow>(
    `SELECT ${selected(userRoleTable)} FROM user_role WHERE ${inList(sql, "user_id")} ORDER BY user_id, position`,
    [ids],
  );
  const identities = await sql.all<UserIdentityRow>(
    `SELECT ${selected(userIdentityTable)} FROM user_identity WHERE ${inList(sql, "user_id")} ORDER BY issuer, subject`,
    [ids],
  );
  return rows.map((row) =>
    userOf(
      row,
      roles.filter(({ userId }) => userId === row.id).map(roleOf),
      identities.filter(({ userId }) => userId === row.id).map(({ issuer, subject }) => ({ issuer, subject })),
    ),
  );
}

/** One user, by id. */
export async function readUser(sql: Sql, id: Id): Promise<User | undefined> {
  const [user] = await readUsers(sql, "u.id = ?", [id]);
  return user;
}

/** The user who has an identity. */
export async function readUserOf(sql: Sql, { issuer, subject }: UserIdentity): Promise<User | undefined> {
  const having = "u.id IN (SELECT user_id FROM user_identity WHERE issuer = ? AND subject = ?)";
  const [user] = await readUsers(sql, having, [issuer, subject]);
  return user;
}

/** What the audit vouches for: what gives rights. An address and a language give none, and can be removed for good. */
export function auditedUser({ email: _, language: __, ...user }: User): Omit<User, "email" | "language"> {
  return user;
}

function userOf(row: UserAccountRow, roles: readonly UserRole[], identities: readonly UserIdentity[]): User {
  const { nameKey: _, lookAlikeKey: __, email, language, leftOn, ...kept } = row;
  return withoutAbsent({
    ...kept,
    email: email ?? undefined,
    language: language === null ? undefined : Language.parse(language),
    roles,
    identities,
    leftOn: leftOn ?? undefined,
  }) as User;
}

function roleOf({ role, organizationId, fromOn, untilOn }: UserRoleRow): UserRole {
  return withoutAbsent({
    role,
    organization: organizationId ?? undefined,
    from: fromOn,
    until: untilOn ?? undefined,
  }) as UserRole;
}
