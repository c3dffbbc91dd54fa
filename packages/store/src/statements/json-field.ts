import type { Dialect } from "../connection/sql.ts";

/** A field of a JSON column as JSON text; null when it is absent. */
export function jsonField(dialect: Dialect, column: string, field: string): string {
  return dialect === "sqlite" ? `(${column} -> '${field}')` : `(${column}::json -> '${field}')::text`;
}

export function readJson<Value>(text: string | null): Value | undefined {
  return text === null ? undefined : (JSON.parse(text) as Value);
}
