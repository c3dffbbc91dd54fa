import type { Id, Issue } from "@heed/core";
import type { Selection } from "@heed/core/cycle/selection";
import type { Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";

/** A draft does not count as known: a cycle is public, and must not disclose it. */
const known = {
  reports: "SELECT id FROM report WHERE status = 'published' AND",
  addressees: "SELECT id FROM organization WHERE",
  followUps: `SELECT f.id FROM follow_up f JOIN recommendation r ON r.id = f.recommendation_id
    JOIN report p ON p.id = r.report_id AND p.status = 'published' WHERE`,
} as const;
const things = { reports: "published report", addressees: "organization", followUps: "published follow-up" } as const;

/**
 * What selections name and the record does not have, each with its place; `beside` are ids that come with the same
 * file.
 */
export async function unknownSelected(
  sql: Sql,
  selections: readonly Selection[],
  beside: { ids: ReadonlySet<Id>; themes: ReadonlySet<string> } = { ids: new Set(), themes: new Set() },
): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (const name of Object.keys(known) as (keyof typeof known)[]) {
    const named = selections.flatMap((each) => each[name] ?? []);
    const rows = await sql.all<{ id: Id }>(`${known[name]} ${inList(sql, name === "followUps" ? "f.id" : "id")}`, [
      JSON.stringify(named),
    ]);
    const found = new Set(rows.map(({ id }) => id));
    for (const value of new Set(named))
      if (!found.has(value) && !beside.ids.has(value))
        issues.push({ name, value, detail: `there is no ${things[name]} with this id` });
  }
  const themes = selections.flatMap((each) => each.themes ?? []);
  const rows = await sql.all<{ theme: string }>(
    `SELECT DISTINCT t.theme FROM recommendation_theme t JOIN recommendation r ON r.id = t.recommendation_id
       JOIN report p ON p.id = r.report_id AND p.status = 'published' WHERE ${inList(sql, "t.theme")}`,
    [JSON.stringify(themes)],
  );
  const used = new Set(rows.map(({ theme }) => theme));
  for (const value of new Set(themes))
    if (!used.has(value) && !beside.themes.has(value))
      issues.push({ name: "themes", value, detail: "no published recommendation has this theme" });
  return issues;
}
