import type { Actor, Instant } from "@heed/core";
import type { Sql } from "../connection/sql.ts";
import { inUtc } from "../tables/entry-rows.ts";

type Row = { prefix: string; name: string; role: Actor["role"]; organizations: string };

/** The actors with a token in use that have this id, or exactly this name. */
export async function actorsNamed(sql: Sql, named: string, at: Instant): Promise<Actor[]> {
  const rows = await sql.all<Row>(
    `SELECT prefix, name, role, organizations FROM api_token
     WHERE user_id IS NULL AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?) AND (prefix = ? OR name = ?) ORDER BY prefix`,
    [inUtc(at), named.replace(/^heed_/, ""), named],
  );
  return rows.map(({ prefix, organizations, ...actor }) => ({
    id: `heed_${prefix}`,
    ...actor,
    organizations: JSON.parse(organizations),
  }));
}
