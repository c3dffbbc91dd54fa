import type { Duplex } from "node:stream";
import { DomainError } from "@heed/core";
import pg from "pg";
import Cursor from "pg-cursor";
import { shownDatabaseUrl } from "./database-url.ts";
import type { Database, Snapshot, Sql, SqlValue, TransactionOptions } from "./sql.ts";

const int8 = 20;

/** Counts are far below 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === int8 ? Number : pg.types.getTypeParser(oid, format)) as never,
};

const translations = new Map<string, string>();

/** `?` becomes $1, $2 …; a question mark inside a quoted literal or name stays. */
export function numbered(text: string): string {
  const known = translations.get(text);
  if (known !== undefined) return known;
  let next = 0;
  const result = text.replace(/'(?:[^']|'')*'|"[^"]*"|\?/g, (part) => (part === "?" ? `$${++next}` : part));
  if (translations.size >= 2000) translations.clear();
  translations.set(text, result);
  return result;
}

const names = new Map<string, string>();

/** Statements are prepared once per connection and text; a bounded number, because filters make many texts. */
function named(text: string): { name?: string; text: string } {
  const numberedText = numbered(text);
  let name = names.get(numberedText);
  if (name === undefined) {
    if (names.size >= 500) return { text: numberedText };
    name = `heed_${names.size}`;
    names.set(numberedText, name);
  }
  return { name, text: numberedText };
}

/** What is asked of one connection before anything is awaited goes to the server in one packet. */
function gather(client: pg.ClientBase | pg.Pool): void {
  const { connection } = client as { connection?: { stream: Duplex } };
  if (connection === undefined || connection.stream.writableCorked > 0) return;
  connection.stream.cork();
  process.nextTick(() => connection.stream.uncork());
}

class PostgresqlSql implements Sql {
  readonly dialect = "postgresql" as const;
  protected readonly client: pg.ClientBase | pg.Pool;

  constructor(client: pg.ClientBase | pg.Pool) {
    this.client = client;
  }

  async all<Row>(text: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    gather(this.client);
    const { rows } = await this.client.query({ ...named(text), values: [...values], types });
    return rows as Row[];
  }

  async run(text: string, values: readonly SqlValue[] = []): Promise<number> {
    gather(this.client);
    const { rowCount } = await this.client.query({ ...named(text), values: [...values], types });
    return rowCount ?? 0;
  }

  async runEach(text: string, rows: readonly (readonly SqlValue[])[]): Promise<number> {
    const written = await Promise.all(rows.map((values) => this.run(text, values)));
    return written.reduce((sum, each) => sum + each, 0);
  }

  async *batches<Row>(text: string, values: readonly SqlValue[], size: number): AsyncIterable<Row[]> {
    const pooled = this.client instanceof pg.Pool ? await this.client.connect() : undefined;
    const client: pg.ClientBase & { pipeline?: boolean } = pooled ?? (this.client as pg.ClientBase);
    // A cursor stays open over several round trips: nothing may be sent behind it meanwhile.
    client.pipeline = false;
    const cursor = client.query(new Cursor<Row>(numbered(text), [...values], { types } as never));
    try {
      for (;;) {
        const batch = await cursor.read(size);
        if (batch.length === 0) return;
        yield batch;
      }
    } finally {
      await cursor.close();
      client.pipeline = true;
      pooled?.release();
    }
  }
}

/** Reads go to the server together with the beginning; nothing is written, and no answer given, before that is confirmed. */
class TransactionSql extends PostgresqlSql {
  private readonly begun: Promise<unknown>;
  private open = false;

  constructor(client: pg.ClientBase, begun: Promise<unknown>) {
    super(client);
    this.begun = begun.then(() => {
      this.open = true;
    });
    // Told to whoever asks first.
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

/** Tables may grow from nothing within it: a plan that is kept would go on reading them whole. */
const beginLong = "BEGIN; SET LOCAL plan_cache_mode = force_custom_plan";

class PostgresqlDatabase extends PostgresqlSql implements Database {
  readonly url: string;
  private readonly pool: pg.Pool;

  constructor(url: string, pool: pg.Pool) {
    super(pool);
    this.url = shownDatabaseUrl(url);
    this.pool = pool;
  }

  async transaction<Result>(
    work: (sql: Sql) => Promise<Result>,
    { together = false }: TransactionOptions = {},
  ): Promise<Result> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      gather(client);
      const result = await work(new TransactionSql(client, client.query(together ? "BEGIN" : beginLong)));
      await client.query("COMMIT");
      return result;
    } catch (error) {
      // A connection that cannot even roll back is thrown away.
      await client.query("ROLLBACK").catch((failure: Error) => {
        broken = failure;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async snapshot(): Promise<Snapshot> {
    const client = await this.pool.connect();
    try {
      await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      await client.query("SELECT 1");
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
    return Object.assign(new PostgresqlSql(client), { end });
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}

/** databaseUnreachable when no server answers or it refuses; the password is in no message. */
export async function openPostgresql(url: string): Promise<Database> {
  // pipeline: what is asked without awaiting the answer before it is sent at once, and answered in that order.
  const options: pg.PoolConfig & { pipeline: boolean } = {
    connectionString: url,
    max: 16,
    connectionTimeoutMillis: 10_000,
    pipeline: true,
  };
  const pool = new pg.Pool(options);
  // A page's plan is the same whatever the day (docs/decisions/0014): it is made once a connection, not once a request.
  pool.on("connect", (client) => {
    client.query("SET plan_cache_mode = force_generic_plan").catch(() => undefined);
  });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on("error", () => undefined);
  try {
    await pool.query("SELECT 1");
  } catch (error) {
    await pool.end();
    const why = (error as Error).message || (error as { code?: string }).code || "no answer";
    throw new DomainError("databaseUnreachable", `the database ${shownDatabaseUrl(url)} cannot be reached: ${why}`);
  }
  return new PostgresqlDatabase(url, pool);
}
