import type { CollectedItem } from "@heed/core/collected-item/collected-item";
import type { Sql } from "../connection/sql.ts";

/**
 * Takes an item about a person out of what is kept beside the record: answers that a repeated request would get, and jobs of
 * imports whose outcome may name the person.
 */
export async function forgetElsewhere(sql: Sql, { id }: CollectedItem): Promise<void> {
  const said = await sql.all<{ body: string }>(
    "SELECT body FROM register_record WHERE kind = 'collectedItem' AND thing_id = ? AND body <> ''",
    [id],
  );
  const has = (column: string) => (sql.dialect === "sqlite" ? `instr(${column}, ?)` : `strpos(${column}, ?)`);
  await sql.run(`DELETE FROM idempotency_key WHERE ${has("answer")} > 0`, [JSON.stringify(id)]);
  const names = new Set(said.flatMap(({ body }) => tellingIn(JSON.parse(body) as CollectedItem)));
  for (const name of names)
    await sql.run(`DELETE FROM import_job WHERE ${has("outcome")} > 0 OR ${has("asked")} > 0 OR ${has("file")} > 0`, [
      ...[asJson(name), asJson(name), name],
    ]);
}

/** What tells who it is, in any version. */
function tellingIn({ reference, title, content }: CollectedItem): string[] {
  return [reference, content.name, content.reachedAt, ...Object.values(title)].filter(
    (each): each is string => typeof each === "string",
  );
}

/** As it stands within JSON. */
function asJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
