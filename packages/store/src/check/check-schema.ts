import type { Database, Sql } from "../connection/sql.ts";
import { type Migration, readMigrations, statementsOf } from "../migrations.ts";

/** A part of the schema that differs from what the migrations create, or a trigger or rule that they do not. */
export type SchemaFault = { name: string; detail: string };

/** The parts of a schema, by kind and name, with the SQL of each. */
type Parts = ReadonlyMap<string, string>;

/**
 * Compares the tables, constraints, indexes, triggers and functions with those that the migrations create in an empty
 * database. Triggers keep entries append-only and maintain counts and search words; indexes make the pages of lists fast.
 * A trigger or rule of another's making can change or swallow what is written; an index or table of another's harms nothing.
 */
export async function checkSchema(database: Database): Promise<SchemaFault[]> {
  const migrations = await readMigrations(database.dialect);
  const [kept, made] =
    database.dialect === "sqlite"
      ? [await sqliteParts(database), await createdOnSqlite(migrations)]
      : await onPostgresql(database, migrations);
  const faults: SchemaFault[] = [];
  for (const [name, text] of made) {
    const found = kept.get(name);
    if (found === undefined) faults.push({ name, detail: "it is missing" });
    else if (found !== text) faults.push({ name, detail: "it is not the one that this program makes" });
  }
  for (const name of kept.keys())
    if (/^(trigger|rule) /.test(name) && !made.has(name))
      faults.push({ name, detail: "this program does not make it; it can change what is written" });
  return faults;
}

type SqlitePart = { type: string; name: string; text: string };
const sqliteCatalog = `SELECT type, name, sql AS text FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`;

async function sqliteParts(sql: Sql): Promise<Parts> {
  return sqliteNamed(await sql.all<SqlitePart>(sqliteCatalog));
}

async function createdOnSqlite(migrations: readonly Migration[]): Promise<Parts> {
  const { default: Libsql } = await import("libsql");
  const memory = new Libsql(":memory:");
  try {
    for (const { script } of migrations) for (const statement of statementsOf(script)) memory.exec(statement);
    return sqliteNamed(memory.prepare(sqliteCatalog).all() as SqlitePart[]);
  } finally {
    memory.close();
  }
}

function sqliteNamed(rows: readonly SqlitePart[]): Parts {
  return new Map(rows.map(({ type, name, text }) => [`${type} ${name}`, oneSpaced(text)]));
}

const checkedSchema = "heed_check";

/** Runs the migrations in a separate schema, in a transaction that is rolled back. */
async function onPostgresql(database: Database, migrations: readonly Migration[]): Promise<[Parts, Parts]> {
  const [row] = await database.all<{ schema: string }>("SELECT current_schema() AS schema");
  const schema = row?.schema ?? "public";
  let parts: [Parts, Parts] | undefined;
  await database
    .transaction(async (sql) => {
      await sql.run(`CREATE SCHEMA ${checkedSchema}`);
      await sql.run(`SET LOCAL search_path TO ${checkedSchema}`);
      for (const { script } of migrations) for (const statement of statementsOf(script)) await sql.run(statement);
      parts = [await postgresqlParts(sql, schema), await postgresqlParts(sql, checkedSchema)];
      throw new Compared();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Compared)) throw error;
    });
  return parts ?? [new Map(), new Map()];
}

/** Rolls back what was created only for the comparison. */
class Compared extends Error {}

async function postgresqlParts(sql: Sql, schema: string): Promise<Parts> {
  const rows = await sql.all<{ name: string; text: string }>(
    `SELECT 'table ' || c.relname || ' ' || a.attname AS name,
       format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull || ' ' || COALESCE(pg_get_expr(d.adbin, d.adrelid), '') AS text
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
     WHERE c.relkind = 'r' AND c.relnamespace = ?::regnamespace
     UNION ALL SELECT 'table ' || relname, relpersistence::text || ' ' || relrowsecurity FROM pg_class
       WHERE relkind = 'r' AND relnamespace = ?::regnamespace
     UNION ALL SELECT 'constraint ' || conname || ' of ' || conrelid::regclass, pg_get_constraintdef(oid) || ' ' || convalidated
       FROM pg_constraint WHERE contype IN ('c', 'f', 'p', 'u', 'x') AND connamespace = ?::regnamespace
     UNION ALL SELECT 'rule ' || rulename || ' of ' || tablename, definition FROM pg_rules WHERE schemaname = ?
     UNION ALL SELECT 'index ' || indexname, indexdef FROM pg_indexes WHERE schemaname = ?
     UNION ALL SELECT 'trigger ' || tgname, pg_get_triggerdef(t.oid) || ' ' || tgenabled::text
       FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
       WHERE NOT tgisinternal AND c.relnamespace = ?::regnamespace
     UNION ALL SELECT 'function ' || proname, prosrc FROM pg_proc WHERE pronamespace = ?::regnamespace`,
    Array.from({ length: 7 }, () => schema),
  );
  const own = new RegExp(`\\b${schema}\\.`, "g");
  return new Map(rows.map(({ name, text }) => [name.replace(own, ""), oneSpaced(text.replace(own, ""))]));
}

/** SQLite keeps the text of a table as it was written; a column that was added later stands in it without line breaks. */
function oneSpaced(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/ ?([(),]) ?/g, "$1")
    .trim();
}
