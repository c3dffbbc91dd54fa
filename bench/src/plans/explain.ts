import type { Database } from "@heed/store";
import { numbered } from "@heed/store/rows";
import pg from "pg";
import type { Statement } from "./noting.ts";

type Step = { id: number; parent: number; detail: string };

/** The plan of a statement on SQLite, which tells no numbers of rows. */
export async function explainSqlite(database: Database, { text, values }: Statement): Promise<string[]> {
  const steps = await database.all<Step>(`EXPLAIN QUERY PLAN ${text}`, values);
  const depths = new Map([[0, 0]]);
  return steps.map(({ id, parent, detail }) => {
    const depth = depths.get(parent) ?? 0;
    depths.set(id, depth + 1);
    return `${"  ".repeat(depth)}${detail}`;
  });
}

/** The plan of a statement on PostgreSQL with the rows and pages that it read: the one for any values, as the service has it. */
export async function explainPostgresql(client: pg.Client, { text, values }: Statement): Promise<string[]> {
  const given = values.map((value) => (typeof value === "string" ? pg.escapeLiteral(value) : String(value)));
  await client.query(`SET plan_cache_mode = force_generic_plan; PREPARE asked AS ${numbered(text)}`);
  const { rows } = await client.query<{ "QUERY PLAN": string }>(
    `EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF) EXECUTE asked${values.length === 0 ? "" : `(${given.join(", ")})`}`,
  );
  await client.query("DEALLOCATE asked");
  return rows.map((row) => row["QUERY PLAN"]);
}
