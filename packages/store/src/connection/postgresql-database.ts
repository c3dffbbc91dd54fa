import type { Duplex } from "node:stream";
import { DomainError } from "@heed/core";
import pg from "pg";
import { type DatabaseLimits, snapshotsWithTables } from "./database-limits.ts";
import { shownDatabaseUrl } from "./database-url.ts";
import { numbered } from "./numbered.ts";
import { pagesOfTheRecord } from "./pages-of-the-record.ts";
import { isEndedConnection, postgresqlFailure } from "./postgresql-failure.ts";
import { ConnectionPool } from "./postgresql-pool.ts";
import type { Database, Snapshot, SnapshotOptions, Sql, SqlValue, TransactionOptions } from "./sql.ts";
import { withWorkSql } from "./work-sql.ts";

const int8 = 20;

/** As numbers, because counts are far below 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === int8 ? Number : pg.types.getTypeParser(oid, format)) as never,
};

const names = new Map<string, string>();

/**
 * Statements are prepared once per connection and text; a bounded number, because filters make many texts. Prisma's, which have
 * placeholders of their own, are not: each number of rows is another text, and they would take the places of the lists.
 */
function named(text: string): Statement {
  if (text.includes("$1")) return { text };
  const numberedText = numbered(text);
  let name = names.get(numberedText);
  if (name === undefined) {
    if (names.size >= 500) return { text: numberedText };
    name = `heed_${names.size}`;
    names.set(numberedText, name);
  }
  return { name, text: numberedText };
}

/** Queries that are sent on one connection before any is awaited go to the server in one packet. */
function gather(client: pg.ClientBase | pg.Pool): void {
  const { connection } = client as { connection?: { stream: Duplex } };
  if (connection === undefined || connection.stream.writableCorked > 0) return;
  connection.stream.cork();
  process.nextTick(() => connection.stream.uncork());
}

type Statement = { name?: string; text: string };

class PostgresqlSql implements Sql {
  readonly dialect = "postgresql" as const;
  protected readonly client: pg.ClientBase | pg.Pool;

  constructor(client: pg.ClientBase | pg.Pool) {
    this.client = client;
  }

  protected statement(text: string): Statement {
    return named(text);
  }

  async all<Row>(text: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    gather(this.client);
    const { rows } = await translated(this.client.query({ ...this.statement(text), values: [...values], types }));
    return rows as Row[];
  }

  async run(text: string, values: readonly SqlValue[] = []): Promise<number> {
    gather(this.client);
    const { rowCount } = await translated(this.client.query({ ...this.statement(text), values: [...values], types }));
    return rowCount ?? 0;
  }

  async runEach(text: string, rows: readonly (readonly SqlValue[])[]): Promise<number> {
    const written = await Promise.all(rows.map((values) => this.run(text, values)));
    return written.reduce((sum, each) => sum + each, 0);
  }

  /** Within a transaction: other queries may be sent on its connection between two batches. */
  async *batches<Row>(text: string, values: readonly SqlValue[], size: number): AsyncIterable<Row[]> {
    cursors += 1;
    const name = `heed_batches_${cursors}`;
    await translated(this.client.query(`DECLARE ${name} NO SCROLL CURSOR FOR ${numbered(text)}`, [...values]));
    let ended = false;
    try {
      while (!ended) {
        const { rows } = await translated(this.client.query({ text: `FETCH ${size} FROM ${name}`, types }));
        ended = rows.length < size;
        if (rows.length > 0) yield rows as Row[];
      }
    } finally {
      // After a failure the transaction ends, and the cursor with it.
      await this.client.query(`CLOSE ${name}`).catch(() => undefined);
    }
  }
}

let cursors = 0;

/**
 * BEGIN is sent together with the first reads. Nothing is written, and no result is given, before BEGIN is confirmed.
 */
class TransactionSql extends PostgresqlSql {
  private readonly begun: Promise<unknown>;
  private open = false;

  constructor(client: pg.ClientBase, begun: Promise<unknown>) {
    super(client);
    this.begun = begun.then(() => {
      this.open = true;
    });
    // The error reaches the first query; this only prevents an unhandled rejection.
    this.begun.catch(() => undefined);
  }

  override async all<Row>(text: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    if (this.open) return super.all(text, values);
    const [rows] = await Promise.all([super.all<Row>(text, values), this.begun]);
    return rows;
  }

  override async run(text: string, values: readonly SqlValue[] = []): Promise<number> {
    if (!this.open) await this.begun;
    return super.run(text, values);
  }
}

/** A prepared statement would go on reading the stored tables, in place of the temporary ones of the same names. */
class SqlWithTables extends PostgresqlSql {
  protected override statement(text: string): Statement {
    return { text: numbered(text) };
  }
}

/** Tables may grow from nothing in a long transaction: a kept plan would go on reading them completely. */
const beginLong = "BEGIN; SET LOCAL plan_cache_mode = force_custom_plan";

/** Turns errors of the driver into errors of the domain. */
async function translated<Result>(asked: Promise<Result>): Promise<Result> {
  try {
    return await asked;
  } catch (error) {
    throw postgresqlFailure(error);
  }
}

type Pools = Record<"reads" | "writes" | "withTables" | "probes", ConnectionPool>;

const reading = /^\s*(SELECT|WITH)\b/i;

class PostgresqlDatabase extends PostgresqlSql implements Database {
  readonly url: string;
  private readonly reads: ConnectionPool;
  private readonly writes: ConnectionPool;
  private readonly withTables: ConnectionPool;
  private readonly probes: ConnectionPool;
  private readonly patience: number;

  /**
   * Separate pools, so that waiting writes and long questions leave connections for reads, and a health check always has
   * one.
   */
  constructor(url: string, pools: Pools, patience: number) {
    super(pools.reads.pool);
    this.patience = patience;
    this.url = shownDatabaseUrl(url);
    this.reads = pools.reads;
    this.writes = pools.writes;
    this.withTables = pools.withTables;
    this.probes = pools.probes;
  }

  /**
   * The server may have ended an idle connection, which shows only when it is used: a read is then sent again on
   * another connection.
   */
  override async all<Row>(text: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    for (let again = reading.test(text) ? 2 : 0; ; again -= 1) {
      try {
        return await super.all<Row>(text, values);
      } catch (error) {
        if (again === 0 || !isEndedConnection(error)) throw error;
      }
    }
  }

  override async *batches<Row>(text: string, values: readonly SqlValue[], size: number): AsyncIterable<Row[]> {
    const snapshot = await this.snapshot();
    try {
      yield* snapshot.batches<Row>(text, values, size);
    } finally {
      await snapshot.end();
    }
  }

  async transaction<Result>(
    work: (sql: Sql) => Promise<Result>,
    { together = false }: TransactionOptions = {},
  ): Promise<Result> {
    const since = performance.now();
    const client = await translated(this.writes.pool.connect());
    let broken: Error | undefined;
    try {
      gather(client);
      const begun = translated(
        client.query(`${together ? "BEGIN" : beginLong}${this.waitLeft(performance.now() - since)}`),
      );
      const result = await withWorkSql(new TransactionSql(client, begun), work);
      await translated(client.query("COMMIT"));
      return result;
    } catch (error) {
      // A connection that cannot even roll back is discarded.
      await client.query("ROLLBACK").catch((failure: Error) => {
        broken = failure;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** What was waited for a connection is not waited for a lock as well. 0 would set no limit. */
  private waitLeft(waited: number): string {
    if (waited < shortWait || this.patience === 0) return "";
    return `; SET LOCAL lock_timeout = ${Math.max(1, Math.round(this.patience - waited))}`;
  }

  async snapshot({ withTables = false }: SnapshotOptions = {}): Promise<Snapshot> {
    const { pool } = withTables ? this.withTables : this.reads;
    const client = await translated(pool.connect());
    try {
      await translated(client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ${withTables ? "" : " READ ONLY"}`));
      await translated(client.query("SELECT 1"));
    } catch (error) {
      client.release(error as Error);
      throw error;
    }
    const end = async () => {
      let broken: Error | undefined;
      await client.query("ROLLBACK").catch((failure: Error) => {
        broken = failure;
      });
      client.release(broken);
    };
    return Object.assign(withTables ? new SqlWithTables(client) : new PostgresqlSql(client), { end });
  }

  async purge(): Promise<void> {}

  async probe(): Promise<void> {
    for (const text of pagesOfTheRecord)
      await translated(this.probes.pool.query({ text, query_timeout: probeTimeout } as pg.QueryConfig));
  }

  async close(): Promise<void> {
    await Promise.all([this.reads, this.writes, this.withTables, this.probes].map((each) => each.end()));
  }
}

const probeTimeout = 1_500;
/** Milliseconds to wait for a connection that do not count. */
const shortWait = 50;

/** Errors: databaseUnreachable, databaseMissing, databaseBusy. No message contains the password. */
export async function openPostgresql(url: string, limits: DatabaseLimits): Promise<Database> {
  const { patience, statementTimeout, readConnections, writeConnections } = limits;
  const pools = {
    reads: new ConnectionPool(url, { size: readConnections, patience, statementTimeout }),
    writes: new ConnectionPool(url, { size: writeConnections, patience, statementTimeout, lockTimeout: patience }),
    withTables: new ConnectionPool(url, { size: snapshotsWithTables, patience, statementTimeout }),
    probes: new ConnectionPool(url, { size: 1, patience: probeTimeout, statementTimeout: probeTimeout }),
  };
  const database = new PostgresqlDatabase(url, pools, patience);
  try {
    await database.all("SELECT 1");
    return database;
  } catch (error) {
    await database.close();
    if (error instanceof DomainError)
      throw new DomainError(error.code, `the database ${shownDatabaseUrl(url)} cannot be used: ${error.message}`);
    throw error;
  }
}
