import type { CollectedItem } from "@heed/core/collected-item/collected-item";
import { erasedAnswer } from "../acts/perform-once.ts";
import type { Sql } from "../connection/sql.ts";

/**
 * Takes an item about a person out of what is kept beside the record: answers that a repeated request would get, and jobs of
 * imports whose outcome may name the person. The keys of the requests stay, so that a repeated one does not bring it back.
 */
export async function forgetElsewhere(sql: Sql, { id }: CollectedItem): Promise<void> {
  const said = await sql.all<{ body: string }>(
    "SELECT body FROM register_record WHERE kind = 'collectedItem' AND thing_id = ? AND body <> ''",
    [id],
  );
  const names = new Set(said.flatMap(({ body }) => tellingIn(JSON.parse(body) as CollectedItem)));
  const has = (column: string) => (sql.dialect === "sqlite" ? `instr(${column}, ?)` : `strpos(${column}, ?)`);
  const answered = await sql.all<{ actor: string; key: string }>(
    `SELECT actor, key FROM idempotency_key WHERE ${has("answer")} > 0`,
    [JSON.stringify(id)],
  );
  for (const { actor, key } of answered) await forgetAnswer(sql, [actor, key], names);
  for (const name of names)
    await sql.run(`DELETE FROM import_job WHERE ${has("outcome")} > 0 OR ${has("asked")} > 0 OR ${has("file")} > 0`, [
      ...[asJson(name), asJson(name), name],
    ]);
}

/** A key that itself has a word of them goes too. By the digest of a body somebody could try names. */
async function forgetAnswer(sql: Sql, [actor, key]: [string, string], names: ReadonlySet<string>): Promise<void> {
  const telling = [...names].flatMap((name) => name.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
  if (telling.some((word) => key.toLowerCase().includes(word)))
    await sql.run("DELETE FROM idempotency_key WHERE actor = ? AND key = ?", [actor, key]);
  else
    await sql.run("UPDATE idempotency_key SET answer = ?, body_digest = '' WHERE actor = ? AND key = ?", [
      ...[erasedAnswer, actor, key],
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
