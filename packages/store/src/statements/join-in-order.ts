import type { Sql } from "../connection/sql.ts";

/** A join that SQLite makes in the order in which the tables are written. PostgreSQL chooses the order by its statistics. */
export function joinInOrder({ dialect }: Pick<Sql, "dialect">): string {
  return dialect === "sqlite" ? "CROSS JOIN" : "JOIN";
}
