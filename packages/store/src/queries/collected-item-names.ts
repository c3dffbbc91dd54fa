import type { Reader } from "@heed/core";
import type { Sql } from "../connection/sql.ts";
import { Where } from "../statements/where.ts";
import { visibleItem } from "./collected-items.ts";

/** The references of what was collected that the reader may see: a body collects some hundred things a year. */
export function itemReferencesSeen(sql: Sql, reader: Reader): Promise<readonly string[]> {
  return valuesSeen(sql, reader, "i.reference", "collected_item i");
}

export function itemThemesSeen(sql: Sql, reader: Reader): Promise<readonly string[]> {
  return valuesSeen(sql, reader, "t.theme", "collected_item_theme t JOIN collected_item i ON i.id = t.item_id");
}

export function itemYearsSeen(sql: Sql, reader: Reader): Promise<readonly string[]> {
  return valuesSeen(sql, reader, "i.year", "collected_item i");
}

async function valuesSeen(sql: Sql, reader: Reader, column: string, rows: string): Promise<readonly string[]> {
  const where = visibleItem(reader, new Where(sql.dialect), "i");
  const found = await sql.all<{ value: string | number }>(
    `SELECT DISTINCT ${column} AS value FROM ${rows} WHERE ${where.text} ORDER BY value`,
    where.values,
  );
  return found.map(({ value }) => String(value));
}
