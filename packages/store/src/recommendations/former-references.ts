import type { Id } from "@heed/core";
import { groupedBy } from "@heed/core/grouped-by";
import { referenceKey } from "@heed/core/recommendation/recommendation";
import type { Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";
import { insertRows } from "../statements/insert-rows.ts";
import { searchedWords } from "../tables/recommendation-rows.ts";

/** What can still be found by a reference from before a correction. */
export type Referenced = "recommendation" | "report";

export type FormerReference = { thing: Id; key: string; reference: string };

/** The references of former versions that differ from the present one; what it was as a draft was never public. */
export async function formerReferencesIn(
  sql: Sql,
  kind: Referenced,
  ids: readonly Id[],
): Promise<readonly FormerReference[]> {
  const list = JSON.stringify(ids);
  const rows = await sql.all<{ thing: Id; present: string; reference: string }>(
    versionsOf(sql, kind),
    kind === "report" ? [list, list] : [list],
  );
  const byThing = groupedBy(rows, ({ thing }) => thing);
  return [...byThing].flatMap(([thing, versions]) => {
    const [{ present }] = versions as [(typeof rows)[number]];
    const references = versions.map(({ reference }) => reference);
    return formerOf(references, present).map(([key, reference]) => ({ thing, key, reference }));
  });
}

/** The references of earlier versions that differ from the present one, each as it was written last. */
export function formerReferencesAmong(earlier: readonly string[], present: string): string[] {
  return formerOf(earlier, referenceKey(present)).map(([, reference]) => reference);
}

function formerOf(references: readonly string[], present: string): [key: string, reference: string][] {
  const byKey = new Map(references.map((reference) => [referenceKey(reference), reference]));
  return [...byKey].filter(([key]) => key !== present);
}

function versionsOf(sql: Sql, kind: Referenced): string {
  if (kind === "recommendation")
    return `SELECT r.id AS thing, r.reference_key AS present, v.reference
      FROM recommendation_version v JOIN recommendation r ON r.id = v.recommendation_id
      WHERE ${inList(sql, "v.recommendation_id")} ORDER BY r.id, v.version`;
  const field = (name: string) => (sql.dialect === "sqlite" ? `k.body ->> '${name}'` : `(k.body::json ->> '${name}')`);
  return `SELECT p.id AS thing, p.reference_key AS present, ${field("reference")} AS reference
    FROM report_version k JOIN report p ON p.id = k.report_id WHERE ${inList(sql, "k.report_id")}
    UNION SELECT p.id AS thing, p.reference_key AS present, ${field("reference")} AS reference
    FROM register_record k JOIN report p ON p.id = k.thing_id
    WHERE k.kind = 'report' AND ${field("status")} = 'published' AND ${inList(sql, "k.thing_id")}
    ORDER BY 1, 3`;
}

/** Stores the references by which some things can still be found, after their versions have changed. */
export async function keepFormerReferences(sql: Sql, kind: Referenced, ids: readonly Id[]): Promise<void> {
  const former = await formerReferencesIn(sql, kind, ids);
  await sql.run(`DELETE FROM former_reference WHERE kind = ? AND ${inList(sql, "thing_id")}`, [
    kind,
    JSON.stringify(ids),
  ]);
  await insertRows(
    sql,
    "former_reference",
    { kind: "text", reference_key: "text", thing_id: "text", reference: "text" },
    former.map(({ thing, key, reference }) => [kind, key, thing, reference]),
  );
  if (kind === "recommendation") await searchByFormerReferences(sql, former);
}

async function searchByFormerReferences(sql: Sql, former: readonly FormerReference[]): Promise<void> {
  const rows = await sql.all<{ id: Id; reference: string; body: string }>(
    `SELECT id, reference, body FROM recommendation WHERE ${inList(sql, "id")}`,
    [JSON.stringify(former.map(({ thing }) => thing))],
  );
  for (const { id, reference, body } of rows) {
    const own = former.filter(({ thing }) => thing === id).map((each) => each.reference);
    await sql.run("UPDATE recommendation SET words = ? WHERE id = ?", [
      searchedWords(reference, JSON.parse(body), own),
      id,
    ]);
  }
}
