import type { Sql } from "../connection/sql.ts";

/** SQLite has no statistics here, and would choose an index that fits the filter but not the order. */
export function indexed({ dialect }: Pick<Sql, "dialect">, index: string): string {
  return dialect === "sqlite" ? `INDEXED BY ${index}` : "";
}
