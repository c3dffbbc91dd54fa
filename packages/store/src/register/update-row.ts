import type { Id } from "@heed/core";
import type { Columns } from "../bulk/insert-rows.ts";
import type { Sql, SqlValue } from "../sql.ts";

/**
 * Writes a thing's values over its row; the register's record keeps what it was. The digest of what came by a mapping stays:
 * it tells what the source said, so that the same file again is known.
 */
export async function updateRow(
  sql: Sql,
  table: "report" | "recommendation" | "reporting_cycle",
  columns: Columns,
  values: readonly SqlValue[],
  id: Id,
): Promise<void> {
  const kept = ["id", "recorded_at", "version", "position"];
  const set = Object.keys(columns).flatMap((column, index) =>
    kept.includes(column) ? [] : [{ column, value: values[index] ?? null }],
  );
  const text = set.map(({ column }) =>
    column === "content_digest"
      ? "content_digest = CASE WHEN import_key IS NULL THEN ? ELSE content_digest END"
      : `${column} = ?`,
  );
  await sql.run(`UPDATE ${table} SET ${text.join(", ")} WHERE id = ?`, [...set.map(({ value }) => value), id]);
}
