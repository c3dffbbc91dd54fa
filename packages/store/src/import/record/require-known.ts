import type { Id } from "@heed/core";
import { inList } from "../../statements/in-list.ts";
import type { RecordIntake } from "./record-intake.ts";

/** Refuses each thing of a list that names, by a key, what is neither in the file nor in a table of the database. */
export async function requireKnown<Key extends string, Thing extends { id: Id } & { [K in Key]?: Id | undefined }>(
  intake: RecordIntake,
  list: string,
  things: readonly Thing[],
  key: Key,
  table: string,
  inFile: readonly { id: Id }[],
): Promise<void> {
  const { sql } = intake;
  const named = [...new Set(things.flatMap((thing) => thing[key] ?? []))];
  const rows = await sql.all<{ id: Id }>(`SELECT id FROM ${table} WHERE ${inList(sql, "id")}`, [JSON.stringify(named)]);
  const known = new Set([...rows, ...inFile].map(({ id }) => id));
  for (const thing of things) {
    const id = thing[key];
    if (id !== undefined && !known.has(id))
      intake.refuse(`${list} ${thing.id}, ${key}`, id, `there is no such ${table.replace("_", " ")}`);
  }
}
