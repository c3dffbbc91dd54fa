import { DomainError, type Id, type ImportPlan, type Issue, nameKey } from "@heed/core";
import { among } from "../bulk/among.ts";
import { insertRows } from "../bulk/insert-rows.ts";
import type { Sql } from "../sql.ts";
import { organizationColumns, organizationNameColumns } from "./record-rows.ts";

type Name = { key: string; name: string; language: string; level: string; id: Id };

/**
 * Finds the organization behind every name that a file uses, by its names in the register; a new name keeps the id that was
 * staged for it. Answers what is wrong: a name that several bear, or one that is new where the plan refuses that.
 */
export async function resolveNames(sql: Sql, runId: Id, plan: ImportPlan, file: string): Promise<Issue[]> {
  await sql.run(
    `UPDATE staged_name SET
       candidates = (SELECT count(*) FROM organization_name n WHERE n.name_key = staged_name.name_key),
       organization_id = COALESCE(
         (SELECT min(n.organization_id) FROM organization_name n WHERE n.name_key = staged_name.name_key),
         organization_id)
     WHERE run_id = ?`,
    [runId],
  );
  const issues = await issuesOf(sql, runId, file, "candidates > 1", "several organizations bear this name");
  if (plan.unknownOrganizations === "refuse")
    issues.push(...(await issuesOf(sql, runId, file, "candidates = 0", "no organization has this name")));
  const aliasOf = new Map(Object.entries(plan.aliases ?? {}).map(([alias, meant]) => [nameKey(meant), alias]));
  return issues.map((issue) => {
    const alias = aliasOf.get(nameKey(issue.value ?? ""));
    return alias === undefined
      ? issue
      : { ...issue, detail: `${issue.detail}, which the mapping's aliases give ${alias}` };
  });
}

/** Adds the organizations of the new names that an accepted row uses. Answers their ids. */
export async function createOrganizations(
  sql: Sql,
  runId: Id,
  { name: source, aliases = {} }: ImportPlan,
  file: string,
  at: string,
): Promise<Id[]> {
  const names = await sql.all<Name>(
    `SELECT n.name_key AS key, n.name, n.language, n.level, n.organization_id AS id FROM staged_name n
     WHERE n.run_id = ? AND n.candidates = 0 AND n.name_key IN (
       SELECT f.name_key FROM staged_follow_up f JOIN staged_key k ON k.run_id = f.run_id AND k.line = f.line
         WHERE f.run_id = ? AND k.outcome IN ('new', 'known', 'corrected')
       UNION SELECT s.report_body_key FROM staged_row s JOIN staged_key k ON k.run_id = s.run_id AND k.line = s.line
         WHERE s.run_id = ? AND k.outcome IN ('new', 'known', 'corrected')
       UNION SELECT s.own_body_key FROM staged_row s JOIN staged_key k ON k.run_id = s.run_id AND k.line = s.line
         WHERE s.run_id = ? AND k.outcome IN ('new', 'known', 'corrected'))
     ORDER BY n.name_key`,
    [runId, runId, runId, runId],
  );
  const codes = await newCodes(sql, names);
  const others = new Map<string, string[]>();
  for (const [other, meant] of Object.entries(aliases))
    others.set(nameKey(meant), [...(others.get(nameKey(meant)) ?? []), other]);
  await insertRows(
    sql,
    "organization",
    organizationColumns,
    names.map(({ key, name, language, level, id }, index) => [
      id,
      codes[index] ?? id,
      JSON.stringify({ [language]: name }),
      JSON.stringify((others.get(key) ?? []).map((other) => ({ name: other }))),
      level,
      null,
      null,
      JSON.stringify({ name: source, file }),
      at,
    ]),
  );
  await insertRows(
    sql,
    "organization_name",
    organizationNameColumns,
    names.flatMap(({ key, id, name }) => [
      [key, id, name],
      ...(others.get(key) ?? []).map((other) => [nameKey(other), id, other]),
    ]),
    // A name that is somebody's already stays with that organization too; which is meant is then asked.
    "ON CONFLICT DO NOTHING",
  );
  return names.map(({ id }) => id);
}

async function issuesOf(sql: Sql, runId: Id, file: string, condition: string, detail: string): Promise<Issue[]> {
  const rows = await sql.all<{ name: string; line: number }>(
    `SELECT n.name, COALESCE(
         (SELECT min(f.line) FROM staged_follow_up f WHERE f.run_id = n.run_id AND f.name_key = n.name_key),
         (SELECT min(r.line) FROM staged_row r WHERE r.run_id = n.run_id
            AND (r.report_body_key = n.name_key OR r.own_body_key = n.name_key))) AS line
     FROM staged_name n WHERE n.run_id = ? AND ${condition} ORDER BY n.name_key`,
    [runId],
  );
  return rows.map(({ name, line }) => ({ file, row: line, name: "organization", value: name, detail }));
}

/** A short lasting name for each, made of its words; a number where it is taken. */
async function newCodes(sql: Sql, names: readonly Name[]): Promise<string[]> {
  const slugs = names.map(({ key }) => slug(key));
  const rows = await sql.all<{ code: string }>(
    `SELECT code FROM organization WHERE ${among(sql, "code")}
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
