import { DomainError } from "@heed/core";
import pg from "pg";
import { type DatabaseLimits, snapshotsWithTables } from "./database-limits.ts";
import { shownDatabaseUrl } from "./database-url.ts";
import { numbered } from "./numbered.ts";
import { pagesOfTheRecord } from "./pages-of-the-record.ts";
import { isEndedConnection, postgresqlFailure } from "./postgresql-failure.ts";
import { ConnectionPool, gather } from "./postgresql-pool.ts";
import { PreparedNames } from "./prepared-names.ts";
import type { Database, Snapshot, SnapshotOptions, Sql, SqlValue, TransactionOptions } from "./sql.ts";
import { withWorkSql } from "./work-sql.ts";

const int8 = 20;

/** As numbers, because counts are far below 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === int8 ? Number : pg.types.getTypeParser(oid, format)) as never,
};

const statements = new PreparedNames();

/** Prisma's statements, which have placeholders of their own, are not prepared: each number of rows is another text. */
function named(text: string): Statement {
  if (text.includes("$1")) return { text };
  const numberedText = numbered(text);
  const name = statements.nameOf(numberedText);
  return { ...(name !== undefined && { name }), text: numberedText };
}

type Statement = { name?: string; text: string };

/** A query with its values, as it was written: of a prepared statement, or of one that is prepared nowhere. */
type Ask = (query: pg.QueryConfig) => Promise<pg.QueryResult>;

class PostgresqlSql implements Sql {
  readonly dialect = "postgresql" as const;
  private readonly ask: Ask;
  private readonly prepares: () => boolean;

  constructor(ask: Ask, prepares: () => boolean) {
    this.ask = ask;
    this.prepares = prepares;
  }

  private asked(text: string, values: readonly SqlValue[]): Promise<pg.QueryResult> {
    const statement = this.prepares() ? named(text) : { text: text.includes("$1") ? text : numbered(text) };
    return translated(this.ask({ ...statement, values: [...values], types } as pg.QueryConfig));
  }

  async all<Row>(text: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    return (await this.asked(text, values)).rows as Row[];
  }

  async run(text: string, values: readonly SqlValue[] = []): Promise<number> {
    return (await this.asked(text, values)).rowCount ?? 0;
  }

  async runEach(text: string, rows: readonly (readonly SqlValue[])[]): Promise<number> {
    const written = await Promise.all(rows.map((values) => this.run(text, values)));
    return written.reduce((sum, each) => sum + each, 0);
  }

  /** Within a transaction: other queries may be sent on its connection between two batches. */
  async *batches<Row>(text: string, values: readonly SqlValue[], size: number): AsyncIterable<Row[]> {
    cursors += 1;
    const name = `heed_batches_${cursors}`;
    await translated(this.ask({ text: `DECLARE ${name} NO SCROLL CURSOR FOR ${numbered(text)}`, values: [...values] }));
    let ended = false;
    try {
      while (!ended) {
        const { rows } = await translated(this.ask({ text: `FETCH ${size} FROM ${name}`, types } as pg.QueryConfig));
        ended = rows.length < size;
        if (rows.length > 0) yield rows as Row[];
      }
    } finally {
      // After a failure the transaction ends, and the cursor with it.
      await this.ask({ text: `CLOSE ${name}` }).catch(() => undefined);
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

  constructor(client: pg.ClientBase, prepares: () => boolean, begun: Promise<unknown>) {
    super(onOne(client), prepares);
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

/** Queries on one connection that are sent before any is awaited go in one packet. */
function onOne(client: pg.ClientBase): Ask {
  return (query) => {
    gather(client);
    return client.query(query);
  };
}

const never = () => false;

/** Tables may grow from nothing in a long transaction: a kept plan would go on reading them completely. */
const long = "; SET LOCAL plan_cache_mode = force_custom_plan";
/** The server answers when each synchronous replica shows what was written. */
const untilReplicasShowIt = "; SET LOCAL synchronous_commit = remote_apply";

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
  private readonly writesReach: DatabaseLimits["writesReach"];

  /**
   * Separate pools, so that waiting writes and long questions leave connections for reads, and a health check always has
   * one.
   */
  constructor(url: string, pools: Pools, { patience, writesReach }: DatabaseLimits) {
    super(
      (query) => pools.reads.one(query),
      () => pools.reads.prepares,
    );
    this.patience = patience;
    this.writesReach = writesReach;
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
      const settings = [
        this.writes.ofTransaction,
        together ? "" : long,
        this.writesReach === "replicas" ? untilReplicasShowIt : "",
        this.waitLeft(performance.now() - since),
      ];
      const begun = translated(client.query(`BEGIN${settings.join("")}`));
      const result = await withWorkSql(new TransactionSql(client, () => this.writes.prepares, begun), work);
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
    const { pool, ofTransaction, prepares } = withTables ? this.withTables : this.reads;
    const client = await translated(pool.connect());
    try {
      const access = withTables ? "" : " READ ONLY";
      await translated(client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ${access}${ofTransaction}`));
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
    // A prepared statement would go on reading the stored tables, in place of the temporary ones of the same names.
    return Object.assign(new PostgresqlSql(onOne(client), withTables ? never : () => prepares), { end });
  }

  async purge(): Promise<void> {}

  async probe(): Promise<void> {
    for (const text of pagesOfTheRecord)
      await translated(this.probes.one({ text, query_timeout: probeTimeout } as pg.QueryConfig));
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
  const database = postgresqlAt(url, limits);
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

/** A database that may be away: what is asked of it tells so. */
export function postgresqlAt(url: string, limits: DatabaseLimits): Database {
  const { patience, statementTimeout, readConnections, writeConnections } = limits;
  const pools = {
    reads: new ConnectionPool(url, { size: readConnections, patience, statementTimeout }),
    writes: new ConnectionPool(url, { size: writeConnections, patience, statementTimeout, lockTimeout: patience }),
    withTables: new ConnectionPool(url, { size: snapshotsWithTables, patience, statementTimeout }),
    probes: new ConnectionPool(url, { size: 1, patience: probeTimeout, statementTimeout: probeTimeout }),
  };
  return new PostgresqlDatabase(url, pools, limits);
}
