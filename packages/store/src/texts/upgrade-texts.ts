import type { Id } from "@heed/core";
import { nameKey, searchableName } from "@heed/core/organization/organization";
import { referenceKey } from "@heed/core/recommendation/recommendation";
import { plainText } from "@heed/core/text/plain-text";
import type { Sql } from "../connection/sql.ts";
import { type OrganizationNameRow, organizationNameTable } from "../generated/tables.ts";
import { saidDigest } from "../import/compared-content.ts";
import { separator } from "../import/import-context.ts";
import { pagesOf } from "../statements/pages-of.ts";
import { contentDigest } from "../tables/content-digest.ts";
import { searchedWords } from "../tables/recommendation-rows.ts";
import { insertInto } from "../tables/table.ts";

/**
 * Gives an older database the keys of today, all made from the plain form of texts: names and references for looking
 * up, search words, and the keys by which imported things are recognized. When two things would get the same key, for
 * instance because they differ only in the composition of an accent, the second one keeps its old key: nothing is
 * merged.
 */
export async function upgradeTexts(sql: Sql): Promise<void> {
  await upgradeNames(sql);
  for await (const page of pagesOf<Referenced>(sql, "report", "id, import_key AS key, reference, reference_key AS old"))
    await upgradeReferences(sql, "report", page);
  for await (const page of pagesOf<Recommended>(
    sql,
    "recommendation",
    "id, import_key AS key, reference, reference_key AS old, body",
  )) {
    await setEach(
      sql,
      "recommendation",
      "words",
      page.map(({ id, reference, body }) => [id, searchedWords(reference, JSON.parse(body))]),
    );
    await upgradeReferences(sql, "recommendation", page);
  }
  await withoutTriggers(sql, "entry", async () => {
    for await (const page of pagesOf<Entered>(sql, "entry", "id, import_key AS key, body"))
      await upgradeKeys(sql, "entry", page.flatMap(keyOfEntry));
  });
}

/** Entries cannot be changed, but their key is not part of what they say. */
async function withoutTriggers(sql: Sql, table: string, work: () => Promise<void>): Promise<void> {
  if (sql.dialect === "postgresql") {
    await sql.run(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    await work();
    await sql.run(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    return;
  }
  const triggers = await sql.all<{ name: string; made: string }>(
    "SELECT name, sql AS made FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?",
    [table],
  );
  for (const { name } of triggers) await sql.run(`DROP TRIGGER ${name}`);
  await work();
  for (const { made } of triggers) await sql.run(made);
}

type Keyed = { id: Id; key: string | null };
type Referenced = Keyed & { reference: string; old: string };
type Recommended = Referenced & { body: string };
type Entered = Keyed & { body: string };

async function upgradeNames(sql: Sql): Promise<void> {
  const names = new Map<string, OrganizationNameRow>();
  const add = (id: Id, name: string) =>
    names.set(`${nameKey(name)} ${id}`, {
      nameKey: nameKey(name),
      foldedKey: searchableName(name),
      organizationId: id,
      name,
    });
  for await (const page of pagesOf<{ id: Id; name: string; others: string }>(
    sql,
    "organization",
    "id, name, other_names AS others",
  ))
    for (const { id, name, others } of page) {
      for (const each of Object.values<string>(JSON.parse(name))) add(id, each);
      for (const each of JSON.parse(others) as { name: string }[]) add(id, each.name);
    }
  await sql.run("DELETE FROM organization_name");
  await insertInto(sql, organizationNameTable, [...names.values()]);
}

async function upgradeReferences(sql: Sql, table: string, page: readonly Referenced[]): Promise<void> {
  const changed = page.filter(({ reference, old }) => !reference.startsWith("~") && referenceKey(reference) !== old);
  await setEach(
    sql,
    table,
    "reference_key",
    changed.map(({ id, reference }) => [id, referenceKey(reference)]),
  );
  await upgradeKeys(
    sql,
    table,
    page.flatMap(({ id, key }) => (key === null || plainText(key) === key ? [] : [[id, plainText(key)] as const])),
  );
}

/** The last part of the key is the digest of what the entry says. */
function keyOfEntry({ id, key, body }: Entered): (readonly [Id, string])[] {
  if (key === null || !/[^\x20-\x7e]|\\[ru]/.test(body + key.replaceAll(separator, ""))) return [];
  const { id: _, recordedAt: __, actor: ___, ...entry } = JSON.parse(body);
  const parts = key.split(separator);
  const digest = parts.pop();
  if (digest !== contentDigest({ ...entry, source: undefined })) return [];
  const now = [...parts.map(plainText), saidDigest(entry)].join(separator);
  return now === key ? [] : [[id, now]];
}

async function upgradeKeys(sql: Sql, table: string, keys: readonly (readonly [Id, string])[]): Promise<void> {
  for (const [id, key] of keys)
    await sql.run(
      `UPDATE ${table} SET import_key = ? WHERE id = ? AND NOT EXISTS (SELECT 1 FROM ${table} x WHERE x.import_key = ?)`,
      [key, id, key],
    );
}

async function setEach(
  sql: Sql,
  table: string,
  column: string,
  values: readonly (readonly [Id, string])[],
): Promise<void> {
  if (values.length === 0) return;
  const list = sql.dialect === "sqlite" ? "json_each(?) AS each" : "jsonb_array_elements(?::jsonb) AS each(value)";
  await sql.run(`UPDATE ${table} SET ${column} = each.value->>1 FROM ${list} WHERE ${table}.id = each.value->>0`, [
    JSON.stringify(values),
  ]);
}
