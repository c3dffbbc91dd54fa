import type { Sql } from "../connection/sql.ts";

/** A condition that a text column is one of a list; the list is one parameter, as JSON. */
export function inList({ dialect }: Pick<Sql, "dialect">, column: string): string {
  return dialect === "sqlite"
    ? `${column} IN (SELECT value FROM json_each(?))`
    : `${column} = ANY (ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))`;
}

/** The same for a column of whole numbers. */
export function inNumbers({ dialect }: Pick<Sql, "dialect">, column: string): string {
  return dialect === "sqlite"
    ? `${column} IN (SELECT value FROM json_each(?))`
    : `${column} IN (SELECT value::integer FROM jsonb_array_elements_text(?::jsonb))`;
}
