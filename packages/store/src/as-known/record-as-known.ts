import { snapshotsWithTables } from "../connection/database-limits.ts";
import type { Database } from "../connection/sql.ts";
import { lateCounts } from "../derived/late-counts.ts";
import { progressCounts } from "../derived/progress-counts.ts";
import { projectionTables } from "../derived/projection-rows.ts";
import type { Where } from "../statements/where.ts";
import { type Asking, deriveAsKnown } from "./derive-as-known.ts";
import { createEmptyCopies } from "./empty-copies.ts";
import { createRegisterAsKnown } from "./register-as-known.ts";
import type { Source } from "./source.ts";
import { storedNames } from "./stored-names.ts";
import { Turns } from "./turns.ts";

/** The tables that are filled for a question about one day, each with the columns that identify its rows. */
const { follow_up_change, ...filled }: Readonly<Record<string, readonly string[]>> = {
  report: ["id"],
  ...Object.fromEntries(Object.entries(projectionTables).map(([table, { key }]) => [table, key])),
  late_year: ["against", "year", "due", "owed_id"],
  // Nothing in it: what is derived of one day ends on the next.
  theme_owed: ["theme", "id"],
  ...Object.fromEntries(
    [lateCounts, progressCounts].flatMap(({ table, waiting }) => [table, waiting]).map((table) => [table, []]),
  ),
};

/** What changed is of no one day. */
const filledForAllTime = { ...filled, follow_up_change: follow_up_change ?? [] };

/** Deriving keeps this process busy: more at a time would only take more memory. */
const turns = new Turns(snapshotsWithTables);

/**
 * Reads from the record as it was known at a moment, for questions about one day or several (D16). Temporary tables and views have the
 * names of the stored ones and are read in their place, so that the queries are the same. Only this work sees them, and
 * they end with it.
 */
export function withRecordAsKnown<Answer>(
  database: Database,
  asking: Asking & { searched?: boolean },
  work: (source: Source) => Promise<Answer>,
): Promise<Answer> {
  return turns.take(() => readAsKnown(database, asking, work));
}

async function readAsKnown<Answer>(
  database: Database,
  asking: Asking & { searched?: boolean },
  work: (source: Source) => Promise<Answer>,
): Promise<Answer> {
  const sql = await database.snapshot({ withTables: true });
  try {
    const stored = await storedNames(sql);
    await createEmptyCopies(sql, asking.asOf === undefined ? filledForAllTime : filled, stored);
    await createRegisterAsKnown(sql, asking.knownAt, stored, { searched: asking.searched === true });
    return await work(Object.assign(sql, { derive: (which: Where) => deriveAsKnown(sql, which, asking) }));
  } finally {
    await sql.end();
  }
}
