import { DomainError } from "@heed/core";
import Libsql from "libsql";
import type { Database, Snapshot, Sql, SqlValue, TransactionOptions } from "./sql.ts";
import { SqliteWriter } from "./sqlite-writer.ts";

type Connection = InstanceType<typeof Libsql>;
type Statement = Omit<ReturnType<Connection["prepare"]>, "all" | "run" | "iterate"> & {
  all(...values: readonly SqlValue[]): SqlValue[][];
  run(...values: readonly SqlValue[]): { changes: number };
  iterate(...values: readonly SqlValue[]): IterableIterator<unknown>;
};

/** A statement whose rows come as lists of values, with the names of its columns. */
type Prepared = { statement: Statement; columns: readonly string[]; empty: Readonly<Record<string, null>> };

const busyTimeoutMilliseconds = 10_000;

function connect(file: string): Connection {
  const connection = new Libsql(file, { timeout: busyTimeoutMilliseconds });
  // Every acknowledged write survives a kill and a power cut.
  const durable = ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"];
  // What is staged or sorted beyond the cache goes to a file of the system's temporary folder: the driver would keep it in memory.
  const bounded = ["cache_size = -32768", "temp_store = FILE"];
  for (const pragma of [...durable, ...bounded]) connection.pragma(pragma);
  return connection;
}

/** SQL on one connection; statements are prepared once per text. */
class SqliteSql implements Sql {
  readonly dialect = "sqlite" as const;
  private readonly connection: Connection;
  private readonly prepared = new Map<string, Prepared>();

  constructor(connection: Connection) {
    this.connection = connection;
  }

  private statement(text: string): Prepared {
    let prepared = this.prepared.get(text);
    if (prepared === undefined) {
      const statement = this.connection.prepare(text) as unknown as Statement;
      const columns = statement.columns().map(({ name }) => name);
      if (columns.length > 0) statement.raw();
      prepared = { statement, columns, empty: Object.fromEntries(columns.map((name) => [name, null])) };
      // Texts come from the program, but filters make many: keep a bounded number.
      if (this.prepared.size >= 500) this.prepared.clear();
      this.prepared.set(text, prepared);
    }
    return prepared;
  }

  async all<Row>(text: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    return translated(() => {
      const prepared = this.statement(text);
      return prepared.statement.all(...values).map((row) => named(prepared, row) as Row);
    });
  }

  async run(text: string, values: readonly SqlValue[] = []): Promise<number> {
    return translated(() => this.statement(text).statement.run(...values).changes);
  }

  async runEach(text: string, rows: readonly (readonly SqlValue[])[]): Promise<number> {
    return translated(() => {
      const { statement } = this.statement(text);
      let written = 0;
      for (const values of rows) written += statement.run(...values).changes;
      return written;
    });
  }

  async *batches<Row>(text: string, values: readonly SqlValue[], size: number): AsyncIterable<Row[]> {
    // A statement of its own: one that is being read cannot be run again meanwhile.
    const statement = translated(() => this.connection.prepare(text) as unknown as Statement);
    let batch: Row[] = [];
    for (const row of statement.iterate(...values) as IterableIterator<Row>) {
      batch.push(row);
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }

  execute(text: string): void {
    translated(() => this.connection.exec(text));
  }
}

/** The driver names every value of every row anew; rows that begin alike are named in a fraction of the time. */
function named({ columns, empty }: Prepared, values: readonly SqlValue[]): Record<string, SqlValue> {
  const row: Record<string, SqlValue> = { ...empty };
  for (const [place, name] of columns.entries()) row[name] = values[place] ?? null;
  return row;
}

function translated<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (typeof code === "string" && code.startsWith("SQLITE_BUSY")) {
      throw new DomainError("databaseBusy", "another process is writing to the database; try again");
    }
    throw error;
  }
}

class SqliteDatabase extends SqliteSql implements Database {
  readonly url: string;
  private readonly file: string;
  private readonly reading: Connection;
  private writing: { connection: Connection; sql: SqliteSql } | undefined;
  private readonly writer = new SqliteWriter(() => this.connected().sql);

  constructor(file: string, reading: Connection) {
    super(reading);
    this.url = `file:${file}`;
    this.file = file;
    this.reading = reading;
  }

  transaction<Result>(
    work: (sql: Sql) => Promise<Result>,
    { together = false }: TransactionOptions = {},
  ): Promise<Result> {
    return together ? this.writer.together(work) : this.writer.alone(work);
  }

  /** A connection of its own for what is written: readers never see a half of it. */
  private connected(): { connection: Connection; sql: SqliteSql } {
    if (this.writing === undefined) {
      const connection = connect(this.file);
      this.writing = { connection, sql: new SqliteSql(connection) };
    }
    return this.writing;
  }

  async snapshot(): Promise<Snapshot> {
    const connection = connect(this.file);
    const sql = new SqliteSql(connection);
    sql.execute("BEGIN");
    // The view is fixed by the first read, not by BEGIN.
    await sql.all("SELECT 1 FROM sqlite_master LIMIT 1");
    return Object.assign(sql, { end: async () => void connection.close() });
  }

  async close(): Promise<void> {
    await this.writer.idle();
    this.writing?.connection.close();
    this.reading.close();
  }
}

export function openSqlite(file: string): Database {
  return new SqliteDatabase(file, connect(file));
}
