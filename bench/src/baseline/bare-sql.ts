import Libsql from "libsql";
import pg from "pg";

export type Value = string | number | null;
export type Row = Record<string, Value>;

/** The driver itself, with prepared statements, as hand-written code would use it. */
export type BareSql = {
  dialect: "sqlite" | "postgresql";
  all(text: string, ...values: Value[]): Promise<Row[]>;
  close(): Promise<void>;
  transaction<Result>(work: (all: BareSql["all"]) => Promise<Result>): Promise<Result>;
};

export function bareSql(url: string): BareSql {
  return url.startsWith("file:") ? bareSqlite(url.slice("file:".length)) : barePostgresql(url);
}

/** The driver's own types have no list of values. */
type Statement = { all(...values: Value[]): Row[]; run(...values: Value[]): unknown };

function bareSqlite(file: string): BareSql {
  const connection = new Libsql(file, { timeout: 10_000 });
  // The same guarantee as Heed's: what is acknowledged survives a power failure.
  for (const pragma of ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"]) connection.pragma(pragma);
  const prepared = new Map<string, Statement>();
  const all: BareSql["all"] = async (text, ...values) => {
    let statement = prepared.get(text);
    if (statement === undefined) {
      statement = connection.prepare(text) as unknown as Statement;
      prepared.set(text, statement);
    }
    if (/^\s*(SELECT|WITH)/i.test(text)) return statement.all(...values);
    statement.run(...values);
    return [];
  };
  let turn: Promise<unknown> = Promise.resolve();
  return {
    dialect: "sqlite",
    all,
    close: async () => {
      connection.close();
    },
    transaction: (work) => {
      const result = turn.then(async () => {
        connection.exec("BEGIN IMMEDIATE");
        try {
          const done = await work(all);
          connection.exec("COMMIT");
          return done;
        } catch (error) {
          connection.exec("ROLLBACK");
          throw error;
        }
      });
      turn = result.catch(() => undefined);
      return result;
    },
  };
}

function barePostgresql(url: string): BareSql {
  const pool = new pg.Pool({ connectionString: url, max: 16 });
  const types: pg.CustomTypesConfig = {
    getTypeParser: (oid, format) => (oid === 20 ? Number : pg.types.getTypeParser(oid, format)) as never,
  };
  const names = new Map<string, { name: string; text: string }>();
  const query = async (client: pg.Pool | pg.PoolClient, given: string, values: Value[]): Promise<Row[]> => {
    let known = names.get(given);
    if (known === undefined) {
      let next = 0;
      known = { name: `floor_${names.size}`, text: given.replace(/\?/g, () => `$${++next}`) };
      names.set(given, known);
    }
    return (await client.query({ ...known, values, types })).rows as Row[];
  };
  return {
    dialect: "postgresql",
    close: () => pool.end(),
    all: (text, ...values) => query(pool, text, values),
    transaction: async (work) => {
      const client = await pool.connect();
      try {
        await client.query("BEGIN");
        const done = await work((text, ...values) => query(client, text, values));
        await client.query("COMMIT");
        return done;
      } catch (error) {
        await client.query("ROLLBACK");
        throw error;
      } finally {
        client.release();
      }
    },
  };
}
