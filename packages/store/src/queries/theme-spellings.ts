import type { Reader } from "@heed/core";
import { groupedBy } from "@heed/core/grouped-by";
import { searchableName } from "@heed/core/organization/organization";
import type { Sql } from "../connection/sql.ts";
import { Where } from "../statements/where.ts";
import { themesSeen } from "./named.ts";

/**
 * How each theme is shown that the record spells in several ways: as it was first written in a published report. By its
 * spellings. A draft decides only on a theme that no published report has.
 */
export async function themeSpellings(sql: Sql, reader: Reader): Promise<ReadonlyMap<string, string>> {
  const alike = groupedBy(await themesSeen(sql, reader), searchableName);
  const several = [...alike.values()].filter(({ length }) => length > 1);
  if (several.length === 0) return new Map();
  const where = new Where(sql.dialect).andInList("t.theme", several.flat());
  const rows = await sql.all<{ theme: string; first: string }>(
    `SELECT t.theme, COALESCE(min(CASE WHEN p.status = 'published' THEN r.recorded_at END), '9999') AS first
     FROM recommendation_theme t JOIN recommendation r ON r.id = t.recommendation_id JOIN report p ON p.id = r.report_id
     WHERE ${where.text} GROUP BY t.theme ORDER BY 2, 1`,
    where.values,
  );
  const written = rows.map(({ theme }) => theme);
  return new Map(
    several.flatMap((themes) => {
      const shown = written.find((theme) => themes.includes(theme)) ?? "";
      return themes.map((theme) => [theme, shown] as const);
    }),
  );
}
