import type { Actor } from "@heed/core";
import { tokenId } from "@heed/core/tokens/token-id";
import type { ApiToken } from "@heed/core/users/access-desk";
import { withoutAbsent } from "@heed/core/without-absent";
import type { Sql, SqlValue } from "../connection/sql.ts";
import { type ApiTokenRow, apiTokenTable } from "../generated/tables.ts";
import { selected } from "../tables/table.ts";

export type TokenRow = ApiTokenRow & { role: Actor["role"] | "" };

const columns = selected(apiTokenTable, "t");

/** The tokens that a condition on `t` chooses, the oldest first. `rest` follows the order. */
export async function readTokenRows(
  sql: Sql,
  condition = "1 = 1",
  values: readonly SqlValue[] = [],
  rest = "",
): Promise<TokenRow[]> {
  return sql.all<TokenRow>(
    `SELECT ${columns} FROM api_token t WHERE ${condition} ORDER BY t.created_at, t.prefix${rest}`,
    values,
  );
}

export function tokenOf(row: TokenRow): ApiToken {
  const { hash: _, organizations, expiresAt, lastUsedAt, revokedAt, role, userId, acts, ...kept } = row;
  return withoutAbsent({
    ...kept,
    id: userId ?? tokenId(row.prefix),
    organizations: JSON.parse(organizations),
    role: role === "" ? undefined : role,
    userId: userId ?? undefined,
    acts: acts === null ? undefined : JSON.parse(acts),
    expiresAt: expiresAt ?? undefined,
    lastUsedAt: lastUsedAt ?? undefined,
    revokedAt: revokedAt ?? undefined,
  }) as ApiToken;
}

export async function listTokens(sql: Sql): Promise<ApiToken[]> {
  return (await readTokenRows(sql)).map(tokenOf);
}
