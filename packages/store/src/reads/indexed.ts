import type { Sql } from "../sql.ts";

/** SQLite keeps no statistics here, and would take an index that fits the filter but not the order. */
export function indexed({ dialect }: Pick<Sql, "dialect">, index: string): string {
  return dialect === "sqlite" ? `INDEXED BY ${index}` : "";
}
