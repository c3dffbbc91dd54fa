import type { CollectedItem } from "@heed/core/collected-item/collected-item";
import type { Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";
import { pagesOf } from "../statements/pages-of.ts";
import { collectedItemThemeRows } from "../tables/collected-item-rows.ts";
import type { SchemaFault } from "./check-schema.ts";

/** The themes by which collected items are found. */
export async function* collectedItems(sql: Sql): AsyncIterable<SchemaFault> {
  for await (const page of pagesOf<{ id: string; body: string }>(sql, "collected_item", "id, body")) {
    const kept = await sql.all<{ id: string; theme: string }>(
      `SELECT item_id AS id, theme FROM collected_item_theme WHERE ${inList(sql, "item_id")}`,
      [JSON.stringify(page.map(({ id }) => id))],
    );
    for (const { id, body } of page) {
      const told = collectedItemThemeRows(JSON.parse(body) as CollectedItem).map(({ theme }) => theme);
      const found = kept.flatMap((each) => (each.id === id ? [each.theme] : []));
      if (told.sort().join("\n") !== found.sort().join("\n"))
        yield { name: `collected item ${id}`, detail: "the themes by which it is found are wrong" };
    }
  }
}
