import { DomainError, type Id, type Issue } from "@heed/core";
import type { ImportPlan } from "@heed/core/mapping/reading/import-row";
import { nameKey, searchableName } from "@heed/core/organization/organization";
import type { Sql } from "../connection/sql.ts";
import { organizationNameTable, organizationTable } from "../generated/tables.ts";
import { inList } from "../statements/in-list.ts";
import { insertInto } from "../tables/table.ts";
import { hasEntries } from "./silent-rows.ts";

type Name = { key: string; name: string; language: string; level: string; id: Id };

/**
 * The result of finding the organizations: names that are rejected, and names that were taken for a known name with
 * another spelling.
 */
export type ResolvedNames = { rejected: Issue[]; warnings: Issue[] };

/** How a name was found where no organization has exactly it: `staged_name.near`. */
const [byAccents, byCode] = [1, 2];

/**
 * Finds the organization for each name in a file, by the names in the register: first the same name, then a code, then a
 * name that differs only in accents, both with a warning. A new name keeps the id that was staged for it. A name that several
 * organizations have is rejected, and so is a new name when the plan refuses new organizations.
 */
export async function resolveNames(sql: Sql, runId: Id, plan: ImportPlan, file: string): Promise<ResolvedNames> {
  await sql.run(
    `UPDATE staged_name SET
       candidates = (SELECT count(*) FROM organization_name n WHERE n.name_key = staged_name.name_key),
       organization_id = COALESCE(
         (SELECT min(n.organization_id) FROM organization_name n WHERE n.name_key = staged_name.name_key),
         organization_id)
     WHERE run_id = ?`,
    [runId],
  );
  await resolveCodes(sql, runId);
  await resolveNearNames(sql, runId);
  const issues = await issuesOf(sql, runId, file, "candidates > 1", "several organizations have this name");
  if (plan.unknownOrganizations === "refuse")
    issues.push(...(await issuesOf(sql, runId, file, "candidates = 0", "no organization has this name")));
  const aliasOf = new Map(Object.entries(plan.aliases ?? {}).map(([alias, meant]) => [nameKey(meant), alias]));
  const rejected = issues.map((issue) => {
    const alias = aliasOf.get(nameKey(issue.value ?? ""));
    return alias === undefined
      ? issue
      : { ...issue, detail: `${issue.detail}, which the mapping's aliases give ${alias}` };
  });
  return { rejected, warnings: await nearNamesOf(sql, runId, file) };
}

/** Names that no organization has, but that are the code of one. */
async function resolveCodes(sql: Sql, runId: Id): Promise<void> {
  await sql.run(
    `UPDATE staged_name SET near = ${byCode}, candidates = 1,
       organization_id = (SELECT o.id FROM organization o WHERE o.code = staged_name.name_key)
     WHERE run_id = ? AND candidates = 0 AND EXISTS (SELECT 1 FROM organization o WHERE o.code = staged_name.name_key)`,
    [runId],
  );
}

/**
 * Names that no organization has, but that differ only in accents from a name in the register or from another new name
 * of the file.
 */
async function resolveNearNames(sql: Sql, runId: Id): Promise<void> {
  const known = "FROM organization_name n WHERE n.folded_key = staged_name.folded_key";
  await sql.run(
    `UPDATE staged_name SET near = ${byAccents}, candidates = (SELECT count(DISTINCT n.organization_id) ${known}),
       organization_id = (SELECT min(n.organization_id) ${known})
     WHERE run_id = ? AND candidates = 0 AND EXISTS (SELECT 1 ${known})`,
    [runId],
  );
  // The last one is the name with accents.
  await sql.run(
    `UPDATE staged_name SET near = ${byAccents}, organization_id = o.organization_id
     FROM (SELECT name_key, max(name_key) OVER (PARTITION BY folded_key) AS first FROM staged_name
         WHERE run_id = ? AND candidates = 0) AS alike
       JOIN staged_name o ON o.run_id = ? AND o.name_key = alike.first
     WHERE staged_name.run_id = ? AND staged_name.name_key = alike.name_key AND alike.name_key <> alike.first`,
    [runId, runId, runId],
  );
}

async function nearNamesOf(sql: Sql, runId: Id, file: string): Promise<Issue[]> {
  const rows = await sql.all<{ key: string; name: string; meant: string; candidates: number; near: number }>(
    `SELECT n.name_key AS key, n.name, n.candidates, n.near, COALESCE(
         (SELECT min(c.name) FROM organization_name c WHERE n.near = ${byCode} AND c.organization_id = n.organization_id),
         (SELECT min(k.name) FROM organization_name k WHERE k.folded_key = n.folded_key AND k.organization_id = n.organization_id),
         alike.name) AS meant
     FROM staged_name n LEFT JOIN (SELECT folded_key, min(name) AS name FROM staged_name
         WHERE run_id = ? AND near = 0 GROUP BY folded_key) AS alike ON alike.folded_key = n.folded_key
     WHERE n.run_id = ? AND n.near > 0 AND n.candidates < 2 ORDER BY n.name_key`,
    [runId, runId],
  );
  if (rows.length === 0) return [];
  const lines = await firstLines(sql, runId);
  return rows.map(({ key, name, meant, candidates, near }) => {
    const why =
      near === byCode
        ? "whose code it is"
        : candidates === 0
          ? "which is new in this file too and differs only in accents"
          : "from which it differs only in accents";
    const detail = `${name} is taken for ${meant}, ${why}; if they are two, add both as organizations first`;
    return { file, row: lines.get(key), name: "organization", value: name, detail };
  });
}

/** The SQL for each line that uses a name; it takes the import's id four times. */
const usesOfNames = [
  ["staged_follow_up", "name_key"],
  ["staged_row", "report_body_key"],
  ["staged_row", "own_body_key"],
  ["staged_onto", "body_key"],
]
  .map(([table, column]) => `SELECT line, ${column} AS name_key FROM ${table} WHERE run_id = ?`)
  .join(" UNION ");

/** The first line that uses each name. */
async function firstLines(sql: Sql, runId: Id): Promise<Map<string, number>> {
  const rows = await sql.all<{ key: string; line: number }>(
    `SELECT name_key AS key, min(line) AS line FROM (${usesOfNames}) AS used GROUP BY name_key`,
    [runId, runId, runId, runId],
  );
  return new Map(rows.map(({ key, line }) => [key, line]));
}

/** Adds the organizations for the new names in accepted rows. Answers their ids. */
export async function createOrganizations(
  sql: Sql,
  runId: Id,
  { name: source, aliases = {} }: ImportPlan,
  file: string,
  at: string,
): Promise<Id[]> {
  const used = await sql.all<Name>(
    `SELECT n.name_key AS key, n.name, n.language, n.level, n.organization_id AS id FROM staged_name n
     WHERE n.run_id = ? AND n.candidates = 0 AND n.name_key IN (
       SELECT f.name_key FROM staged_follow_up f JOIN staged_key k ON k.run_id = f.run_id AND k.line = f.line
         WHERE f.run_id = ? AND k.outcome IN ('new', 'known', 'corrected')
       UNION SELECT s.report_body_key FROM staged_row s JOIN staged_key k ON k.run_id = s.run_id AND k.line = s.line
         WHERE s.run_id = ? AND k.outcome IN ('new', 'known', 'corrected')
       UNION SELECT s.own_body_key FROM staged_row s JOIN staged_key k ON k.run_id = s.run_id AND k.line = s.line
         WHERE s.run_id = ? AND k.outcome IN ('new', 'known', 'corrected'))
     ORDER BY n.near, n.name_key`,
    [runId, runId, runId, runId],
  );
  const named = new Map<Id, Name>();
  for (const each of used) if (!named.has(each.id)) named.set(each.id, each);
  const names = [...named.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  // A follow-up keeps its addressee as printed when that differs from the organization's name.
  const near = used.filter(({ id, key }) => named.get(id)?.key !== key);
  await sql.runEach(
    "UPDATE staged_name SET name = ? WHERE run_id = ? AND name_key = ?",
    near.map(({ id, key }) => [named.get(id)?.name ?? "", runId, key]),
  );
  const codes = await newCodes(sql, names);
  const others = new Map<string, string[]>();
  for (const [other, meant] of Object.entries(aliases))
    others.set(nameKey(meant), [...(others.get(nameKey(meant)) ?? []), other]);
  await insertInto(
    sql,
    organizationTable,
    names.map(({ key, name, language, level, id }, index) => ({
      id,
      code: codes[index] ?? id,
      name: JSON.stringify({ [language]: name }),
      otherNames: JSON.stringify((others.get(key) ?? []).map((other) => ({ name: other }))),
      level,
      source: JSON.stringify({ name: source, file }),
      recordedAt: at,
    })),
  );
  await insertInto(
    sql,
    organizationNameTable,
    names.flatMap(({ key, id, name }) => [
      { nameKey: key, foldedKey: searchableName(name), organizationId: id, name },
      ...(others.get(key) ?? []).map((other) => ({
        nameKey: nameKey(other),
        foldedKey: searchableName(other),
        organizationId: id,
        name: other,
      })),
    ]),
    // A name that another organization already has stays with that one too; a search for it will ask which is meant.
    "ON CONFLICT DO NOTHING",
  );
  return names.map(({ id }) => id);
}

/** An issue for each row that uses such a name. */
async function issuesOf(sql: Sql, runId: Id, file: string, condition: string, detail: string): Promise<Issue[]> {
  const [bad] = await sql.all(`SELECT 1 AS one FROM staged_name n WHERE n.run_id = ? AND ${condition} LIMIT 1`, [
    runId,
  ]);
  if (bad === undefined) return [];
  const rows = await sql.all<{ name: string; line: number }>(
    `SELECT n.name, u.line FROM staged_name n JOIN (${usesOfNames}) AS u ON u.name_key = n.name_key
       LEFT JOIN staged_onto o ON o.run_id = n.run_id AND o.line = u.line
     WHERE n.run_id = ? AND ${condition} AND (o.line IS NULL OR ${hasEntries("o")}) ORDER BY u.line, n.name_key`,
    [runId, runId, runId, runId, runId],
  );
  return rows.map(({ name, line }) => ({ file, row: line, name: "organization", value: name, detail }));
}

/** A short permanent code for each name, made from its words, with a number when the code is taken. */
async function newCodes(sql: Sql, names: readonly Name[]): Promise<string[]> {
  const slugs = names.map(({ name }) => slug(searchableName(name)));
  const rows = await sql.all<{ code: string }>(
    `SELECT code FROM organization WHERE ${inList(sql, "code")}
     UNION SELECT code FROM organization WHERE code LIKE '%-%'`,
    [JSON.stringify([...new Set(slugs)])],
  );
  const taken = new Set(rows.map(({ code }) => code));
  const counts = new Map<string, number>();
  return slugs.map((base) => {
    let count = counts.get(base) ?? 1;
    let code = count === 1 ? base : `${base}-${count}`;
    while (taken.has(code)) {
      count += 1;
      code = `${base}-${count}`;
      if (count > 1_000_000) throw new DomainError("duplicateReference", `no code is left for ${base}`);
    }
    counts.set(base, count);
    taken.add(code);
    return code;
  });
}

function slug(key: string): string {
  const plain = key.replace(/[^a-z0-9]+/g, "-").slice(0, 40);
  return plain.replace(/^-+|-+$/g, "") || "organization";
}
