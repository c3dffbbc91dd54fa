import type { Id, Issue } from "@heed/core";
import { groupedBy } from "@heed/core/grouped-by";
import { inNumbers } from "../statements/in-list.ts";
import type { ImportContext } from "./import-context.ts";
import { type InLanguages, placesPerRow } from "./join-rows.ts";

const linesAtOnce = 2000;

type Named = { line: number; position: number; organization: Id; name: string };

/**
 * Tells of rows of one recommendation in two languages that name different organizations: each of them owes, and nobody can tell
 * here whether "Justitie" and "Justice" are one.
 */
export async function addresseesApart(context: ImportContext, apart: readonly InLanguages[]): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (let from = 0; from < apart.length; from += linesAtOnce) {
    const some = apart.slice(from, from + linesAtOnce);
    const named = groupedBy(await namedOn(context, some), ({ line }) => line);
    for (const { line, one, other } of some) {
      const of = (place: number) =>
        (named.get(line) ?? []).filter(({ position }) => position >= place && position < place + placesPerRow);
      const known = new Set(of(one.from).map(({ organization }) => organization));
      const others = of(other.from).filter(({ organization }) => !known.has(organization));
      if (known.size === 0 || others.length === 0) continue;
      issues.push({
        ...{ file: context.file, row: other.row, name: "addressee" },
        value: `${others.map(({ name }) => name).join(", ")}, where row ${one.row} names ${namesOf(of(one.from))}`,
        detail:
          "one recommendation names other addressees in another language, and each of them owes; where two are one, add its names to the organization or to aliases",
      });
    }
  }
  return issues;
}

async function namedOn({ sql, runId }: ImportContext, apart: readonly InLanguages[]): Promise<Named[]> {
  return sql.all<Named>(
    `SELECT t.line, t.position, t.organization_id AS organization, f.name FROM staged_thread t
       JOIN staged_follow_up f ON f.run_id = t.run_id AND f.line = t.line AND f.position = t.position
     WHERE t.run_id = ? AND ${inNumbers(sql, "t.line")} ORDER BY t.line, t.position`,
    [runId, JSON.stringify([...new Set(apart.map(({ line }) => line))])],
  );
}

function namesOf(named: readonly Named[]): string {
  return named.map(({ name }) => name).join(", ");
}
