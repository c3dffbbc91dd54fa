import type { Database, SqlValue } from "@heed/store";

/** What somebody with direct access to the database can do: first removes the triggers that refuse a change. */
export async function tamper(
  database: Database,
  table: string,
  statement: string,
  values: readonly SqlValue[] = [],
): Promise<void> {
  const names = database.dialect === "sqlite" ? [`${table}_no_update`, `${table}_no_delete`] : [`${table}_append_only`];
  for (const name of names)
    await database.run(`DROP TRIGGER IF EXISTS "${name}"${database.dialect === "sqlite" ? "" : ` ON "${table}"`}`);
  await database.run(statement, values);
}
