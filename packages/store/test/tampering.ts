import type { Database, Sql, SqlValue } from "@heed/store";

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

/**
 * Does something by hand, without the triggers that refuse it, looks at the database as it then is, and undoes it: many cases can
 * share one database. Undefined where the database itself refused it, or nothing was changed.
 */
export async function seenTampered<Seen>(
  database: Database,
  [statement, ...values]: readonly [string, ...SqlValue[]],
  look: (database: Database) => Promise<Seen>,
): Promise<Seen | undefined> {
  let seen: Seen | undefined;
  const isSqlite = database.dialect === "sqlite";
  const triggers = isSqlite
    ? await database.all<{ name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name GLOB '*_no_*'",
      )
    : [];
  const freely = isSqlite
    ? ["PRAGMA defer_foreign_keys = ON", ...triggers.map(({ name }) => `DROP TRIGGER "${name}"`)]
    : ["SET LOCAL session_replication_role = replica"];
  const work = async (sql: Sql) => {
    for (const text of freely) await sql.run(text);
    const changed = await sql.run(statement, values).catch(() => 0);
    if (changed > 0) seen = await look(within(database, sql));
    throw new Undo();
  };
  await database.transaction(work).catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
  return seen;
}

class Undo extends Error {}

/** The database as a transaction sees it that is not committed. */
function within(database: Database, sql: Sql): Database {
  const seen: Database = {
    url: database.url,
    dialect: sql.dialect,
    all: (text, values) => sql.all(text, values),
    run: async (text, values) => (text.startsWith("SET TRANSACTION") ? 0 : sql.run(text, values)),
    runEach: (text, rows) => sql.runEach(text, rows),
    batches: (text, values, size) => sql.batches(text, values, size),
    transaction: (work) => work(seen),
    snapshot: async () => ({ ...seen, end: async () => undefined }),
    purge: async () => undefined,
    probe: async () => undefined,
    close: async () => undefined,
  };
  return seen;
}
