import { searchableName } from "@heed/core/organization/organization";
import type { Page, Paging } from "@heed/core/read-models/paging";
import type { ApiToken, TokenFilter, UserFilter } from "@heed/core/users/access-desk";
import type { User } from "@heed/core/users/user";
import type { Sql } from "../connection/sql.ts";
import { total } from "../queries/register.ts";
import { limitText, pageOf, placeOf } from "../statements/cursor.ts";
import { Where } from "../statements/where.ts";
import { readUsers } from "../tables/user-rows.ts";
import { readTokenRows, tokenOf } from "../tokens/read-tokens.ts";

/** By name. */
export async function readUsersPage(sql: Sql, { name }: UserFilter, paging: Paging): Promise<Page<User>> {
  const where = new Where(sql.dialect).andInList("u.name_key", name?.map(searchableName));
  const page = where.copy();
  if (paging.after !== undefined) page.and("u.name_key > ?", ...placeOf("users", paging.after));
  const users = await readUsers(sql, page.text, page.values, limitText(paging));
  return {
    ...pageOf("users", users, paging, (user) => [searchableName(user.name)]),
    ...(await total(sql, paging, "user_account u", where)),
  };
}

/** The oldest first. */
export async function readTokensPage(sql: Sql, { user }: TokenFilter, paging: Paging): Promise<Page<ApiToken>> {
  const where = new Where(sql.dialect).andInList("t.user_id", user);
  const page = where.copy();
  if (paging.after !== undefined) page.and("(t.created_at, t.prefix) > (?, ?)", ...placeOf("tokens", paging.after));
  const rows = await readTokenRows(sql, page.text, page.values, limitText(paging));
  return {
    ...pageOf("tokens", rows.map(tokenOf), paging, ({ createdAt, prefix }) => [createdAt, prefix]),
    ...(await total(sql, paging, "api_token t", where)),
  };
}

export async function readTokenOf(sql: Sql, prefix: string): Promise<ApiToken | undefined> {
  const [row] = await readTokenRows(sql, "t.prefix = ?", [prefix]);
  return row && tokenOf(row);
}
