import { DomainError } from "@heed/core";
import { type DatabaseLimits, snapshotsWithTables } from "./database-limits.ts";
import { pagesOfTheRecord } from "./pages-of-the-record.ts";
import type { Database, Snapshot, SnapshotOptions, Sql, SqlValue, TransactionOptions } from "./sql.ts";
import { type Connection, connect, pragmaNumber, translated } from "./sqlite-connection.ts";
import { SqliteWriter, type Writing } from "./sqlite-writer.ts";
import { untilFree } from "./until-free.ts";
import { WatchedFile } from "./watched-file.ts";

type Statement = Omit<ReturnType<Connection["prepare"]>, "all" | "run" | "iterate"> & {
  all(...values: readonly SqlValue[]): SqlValue[][];
  run(...values: readonly SqlValue[]): { changes: number };
  iterate(...values: readonly SqlValue[]): IterableIterator<unknown>;
};

/** A statement whose rows come as lists of values, with the names of its columns. */
type Prepared = { statement: Statement; columns: readonly string[]; empty: Readonly<Record<string, null>> };

/** SQL on one connection; statements are prepared once for each text. */
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
      // All texts come from the program, but filters make many of them: keep a bounded number.
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
    // A new statement: one that is being read cannot be run again meanwhile.
    const statement = translated(() => this.connection.prepare(text) as unknown as Statement);
    const rows = translated(() => statement.iterate(...values) as IterableIterator<Row>);
    let batch: Row[] = [];
    for (;;) {
      const { done, value } = translated(() => rows.next());
      if (done) break;
      batch.push(value);
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }

  get inTransaction(): boolean {
    return this.connection.inTransaction;
  }

  execute(text: string): void {
    translated(() => this.connection.exec(text));
  }
}

/**
 * The driver builds each row as a new object, name by name; starting from an object with all names takes a fraction of
 * the time.
 */
function named({ columns, empty }: Prepared, values: readonly SqlValue[]): Record<string, SqlValue> {
  const row: Record<string, SqlValue> = { ...empty };
  for (const [place, name] of columns.entries()) row[name] = values[place] ?? null;
  return row;
}

/** Milliseconds that a probe waits for a process that has locked the file. */
const longestProbe = 1_000;

class SqliteDatabase extends SqliteSql implements Database {
  readonly url: string;
  private readonly file: string;
  private readonly reading: Connection;
  private readonly patience: number;
  private readonly kept: WatchedFile;
  private readonly writer: SqliteWriter;
  /** Connections for snapshots with tables, after their rollback. */
  private readonly idle: Connection[] = [];
  private isClosed = false;
  private writing: { connection: Connection; sql: Writing } | undefined;

  constructor(file: string, reading: Connection, { patience }: DatabaseLimits) {
    super(reading);
    this.url = `file:${file}`;
    this.file = file;
    this.reading = reading;
    this.patience = patience;
    this.kept = new WatchedFile(file, () => pagesSize(reading));
    this.writer = new SqliteWriter({
      connect: () => this.connected(),
      disconnect: () => this.disconnect(),
      requireKept: () => this.kept.requireForWrite(),
      patience,
    });
  }

  override all<Row>(text: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    return this.patiently(() => super.all(text, values));
  }

  override run(text: string, values: readonly SqlValue[] = []): Promise<number> {
    return this.patiently(() => super.run(text, values));
  }

  /** Rolled back as a whole when one statement fails. */
  override runEach(text: string, rows: readonly (readonly SqlValue[])[]): Promise<number> {
    return this.transaction((sql) => sql.runEach(text, rows));
  }

  transaction<Result>(
    work: (sql: Sql) => Promise<Result>,
    { together = false }: TransactionOptions = {},
  ): Promise<Result> {
    return together ? this.writer.together(work) : this.writer.alone(work);
  }

  async snapshot({ withTables = false }: SnapshotOptions = {}): Promise<Snapshot> {
    return this.patiently(async () => {
      const connection = withTables ? (this.idle.pop() ?? connectedForTables(this.file)) : connect(this.file);
      try {
        const sql = new SqliteSql(connection);
        sql.execute("BEGIN");
        // The first read fixes the snapshot, not BEGIN.
        await sql.all("SELECT 1 FROM main.sqlite_master LIMIT 1");
        return Object.assign(sql, {
          end: async () => {
            if (withTables) return this.release(connection);
            // The driver frees a connection some time after it was closed; until then its transaction would keep the log from being emptied.
            try {
              sql.execute("COMMIT");
            } catch {
              // Nothing was written; a damaged file is told by what reads it.
            } finally {
              connection.close();
            }
          },
        });
      } catch (error) {
        connection.close();
        throw error;
      }
    });
  }

  /** The driver frees the memory of a closed connection late, so one that had temporary tables is used again. */
  private release(connection: Connection): void {
    try {
      connection.exec("ROLLBACK");
    } catch {
      connection.close();
      return;
    }
    if (this.idle.length < snapshotsWithTables && !this.isClosed) this.idle.push(connection);
    else connection.close();
  }

  async purge(): Promise<void> {
    await this.writer.betweenTransactions((sql) => sql.execute("VACUUM"));
    await this.writer.betweenTransactions(async (sql) => {
      const [{ busy = 1 } = {}] = await sql.all<{ busy?: number }>("PRAGMA wal_checkpoint(TRUNCATE)");
      if (busy !== 0) throw new DomainError("databaseBusy", "the log is still being read");
    });
  }

  /** A new connection has an empty cache, so its answer comes from the file. */
  probe(): Promise<void> {
    const since = performance.now();
    return untilFree(
      () => this.probeNow(),
      () => performance.now() - since >= longestProbe,
    );
  }

  private async probeNow(): Promise<void> {
    this.kept.requireForWrite();
    const connection = connect(this.file);
    try {
      const sql = new SqliteSql(connection);
      for (const text of pagesOfTheRecord) await sql.all(text);
    } finally {
      connection.close();
    }
  }

  async close(): Promise<void> {
    await this.writer.idle();
    this.isClosed = true;
    if (this.kept.isLost()) return neverClose(this.reading);
    this.disconnect();
    for (const connection of this.idle.splice(0)) connection.close();
    this.reading.close();
    this.kept.close();
  }

  private async patiently<Result>(read: () => Promise<Result>): Promise<Result> {
    this.kept.requireForRead();
    const since = performance.now();
    return untilFree(read, () => performance.now() - since >= this.patience);
  }

  /** Writes have their own connection, so that readers never see half of a write. */
  private connected(): Writing {
    if (this.writing === undefined) {
      const connection = connect(this.file);
      this.writing = { connection, sql: new SqliteSql(connection) };
    }
    return this.writing.sql;
  }

  private disconnect(): void {
    this.writing?.connection.close();
    this.writing = undefined;
  }
}

/** Connections that stay open until the process ends. */
const neverClosed: Connection[] = [];

/**
 * SQLite copies the log into the database when its last connection is closed, also by the end of the script. From a log
 * that was truncated or is another one it would write wrong pages over the sound ones. As long as one connection is open
 * it leaves the files as they are.
 */
function neverClose(connection: Connection): void {
  if (neverClosed.length === 0) process.once("exit", () => process.exit());
  neverClosed.push(connection);
}

/** A temporary table cannot refer to a stored one. */
function connectedForTables(file: string): Connection {
  const connection = connect(file);
  connection.pragma("foreign_keys = OFF");
  return connection;
}

function pagesSize(connection: Connection): number {
  return pragmaNumber(connection, "page_count") * pragmaNumber(connection, "page_size");
}

/** Errors: databaseForeign, databaseBusy, databaseUnreachable, databaseDamaged, databaseReadOnly. */
export async function openSqlite(file: string, limits: DatabaseLimits): Promise<Database> {
  const since = performance.now();
  const reading = await untilFree(
    () => connect(file),
    () => performance.now() - since >= limits.patience,
  );
  // The write-ahead log exists from the first read on and is watched together with the file.
  translated(() => reading.prepare("SELECT 1 FROM sqlite_master LIMIT 1").all());
  return new SqliteDatabase(file, reading, limits);
}
