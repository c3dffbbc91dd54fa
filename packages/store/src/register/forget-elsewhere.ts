import type { Id } from "@heed/core";
import type { CollectedItem } from "@heed/core/collected-item/collected-item";
import { erasedAnswer } from "../acts/perform-once.ts";
import type { Sql } from "../connection/sql.ts";

/**
 * Takes an item about a person out of what is kept beside the record: answers that a repeated request would get, and what jobs of
 * imports told where it names the person. The keys of the requests and the jobs stay: a repeated request does not bring it back, and
 * who asked for an import still sees what became of it.
 */
export async function forgetElsewhere(sql: Sql, { id }: CollectedItem): Promise<void> {
  const said = await sql.all<{ body: string }>(
    "SELECT body FROM register_record WHERE kind = 'collectedItem' AND thing_id = ? AND body <> ''",
    [id],
  );
  const versions = said.map(({ body }) => JSON.parse(body) as CollectedItem);
  const names = new Set(versions.flatMap(tellingIn));
  const has = (column: string) => (sql.dialect === "sqlite" ? `instr(${column}, ?)` : `strpos(${column}, ?)`);
  const answered = await sql.all<{ actor: string; key: string }>(
    `SELECT actor, key FROM idempotency_key WHERE ${has("answer")} > 0`,
    [JSON.stringify(id)],
  );
  for (const { actor, key } of answered) await forgetAnswer(sql, [actor, key], names);
  for (const telling of new Set([...names, ...versions.flatMap(sentencesIn)])) await forgetImports(sql, telling, has);
}

/** What an ended import told, and the name of its file, where the name stands in them as words of their own. */
async function forgetImports(sql: Sql, name: string, has: (column: string) => string): Promise<void> {
  // Signs so few stand in many texts.
  if (name.length < shortestTelling) return;
  const jobs = await sql.all<{ id: Id; file: string; outcome: string | null }>(
    `SELECT id, file, outcome FROM import_job WHERE ended_at IS NOT NULL AND (${has("outcome")} > 0 OR ${has("file")} > 0)`,
    [asJson(name), name],
  );
  for (const { id, file, outcome } of jobs) {
    if (outcome !== null && isNamedIn(outcome, asJson(name)))
      await sql.run("UPDATE import_job SET outcome = NULL WHERE id = ?", [id]);
    if (isNamedIn(file, name)) await sql.run("UPDATE import_job SET file = '' WHERE id = ?", [id]);
  }
}

const shortestTelling = 4;

/** Whether a text has a name that is no part of a longer word. */
function isNamedIn(text: string, name: string): boolean {
  const part = /[\p{L}\p{N}]/u;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1))
    if (!part.test(text[at - 1] ?? "") && !part.test(text[at + name.length] ?? "")) return true;
  return false;
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
  return [reference, content.name, content.reachedAt, ...Object.values(title)].filter(isText);
}

/** What is told of the person besides, where it is a sentence: a word or two, such as "herself", stands in other texts too. */
function sentencesIn({ text, content }: CollectedItem): string[] {
  return [content.purpose, content.obtainedFrom, ...Object.values(text ?? {})].filter(
    (each): each is string => isText(each) && each.length >= shortestSentence,
  );
}

const shortestSentence = 20;

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** As it stands within JSON. */
function asJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
