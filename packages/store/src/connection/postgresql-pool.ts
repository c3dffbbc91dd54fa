import type { Duplex } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

export type PoolLimits = {
  /** The largest number of connections. */
  size: number;
  /** Milliseconds to wait for a connection. */
  patience: number;
  /** Milliseconds that a statement may take; 0 sets no limit. */
  statementTimeout: number;
  /** Milliseconds that a statement waits for a lock; 0 or absent sets no limit. */
  lockTimeout?: number;
};

/**
 * Milliseconds to wait for an answer beyond the time that a statement may take; after that the server counts as lost.
 */
const silence = 5_000;
/** Milliseconds that closing may take. */
const goodbye = 3_000;

/**
 * Connections to a PostgreSQL server, each with our settings. Behind a pooler such as PgBouncer a connection is another one in each
 * transaction: there nothing is set and nothing prepared that would outlast the transaction (docs/decisions/0092).
 */
export class ConnectionPool {
  readonly pool: pg.Pool;
  private readonly clients = new Set<pg.PoolClient>();
  private readonly settings: readonly (readonly [name: string, value: string | number])[];
  /** Whether the server itself answers; not known before the first answer, which is as good as a pooler. */
  private isServer = false;

  constructor(url: string, { size, patience, statementTimeout, lockTimeout = 0 }: PoolLimits) {
    // pipeline: queries are sent without waiting for earlier answers, and are answered in order.
    const options: pg.PoolConfig & { pipeline: boolean } = {
      connectionString: url,
      max: size,
      connectionTimeoutMillis: patience,
      keepAlive: true,
      pipeline: true,
      ...(statementTimeout > 0 && { query_timeout: statementTimeout + silence }),
    };
    this.pool = new pg.Pool(options);
    // A page has the same plan whatever the day (docs/decisions/0014), so it is planned once for each connection and
    // not for each request. Who reads in batches reads all rows.
    this.settings = [
      ["plan_cache_mode", "force_generic_plan"],
      ["cursor_tuple_fraction", 1],
      ["statement_timeout", statementTimeout],
      ["lock_timeout", lockTimeout],
    ];
    this.pool.on("connect", (client) => {
      this.clients.add(client);
      // A broken connection fails its queries; without this listener it would also end the process.
      client.on("error", () => undefined);
      this.set(client).catch(() => undefined);
    });
    this.pool.on("remove", (client) => void this.clients.delete(client));
    // A broken idle connection is replaced at the next query.
    this.pool.on("error", () => undefined);
  }

  /** Sets nothing behind a pooler, which names a process of its own: another client would have the settings next. */
  private async set(client: pg.PoolClient): Promise<void> {
    const { processID } = client as unknown as { processID: number };
    const each = this.settings.map(([name, value]) => `set_config('${name}', '${value}', false)`);
    const { rowCount } = await client.query(`SELECT ${each.join(", ")} WHERE pg_backend_pid() = ${Number(processID)}`);
    this.isServer = rowCount === 1;
  }

  /** Whether a statement may be prepared, to be run again by its name. */
  get prepares(): boolean {
    return this.isServer;
  }

  /** What a transaction sets for itself; empty where each connection has it already. */
  get ofTransaction(): string {
    return this.isServer ? "" : this.settings.map(([name, value]) => `; SET LOCAL ${name} = ${value}`).join("");
  }

  /** Runs one statement; behind a pooler in a transaction of its own, with our settings, and sent in one packet. */
  async one(query: pg.QueryConfig): Promise<pg.QueryResult> {
    if (this.isServer) return this.pool.query(query);
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      gather(client);
      const sent = [client.query(`BEGIN${this.ofTransaction}`), client.query(query), client.query("COMMIT")] as const;
      const [begun, answered, ended] = await Promise.allSettled(sent);
      if (ended.status === "rejected") broken = ended.reason;
      for (const each of [begun, answered, ended]) if (each.status === "rejected") throw each.reason;
      return (answered as PromiseFulfilledResult<pg.QueryResult>).value;
    } finally {
      client.release(broken);
    }
  }

  /** Closes the connections; those to a server that does not answer are cut. */
  async end(): Promise<void> {
    const ended = this.pool.end().catch(() => undefined);
    const patience = new AbortController();
    await Promise.race([ended, pause(goodbye, undefined, { signal: patience.signal }).catch(() => undefined)]);
    patience.abort();
    for (const client of this.clients)
      (client as unknown as { connection: { stream: Duplex } }).connection.stream.destroy();
  }
}

/** Queries that are sent on one connection before any is awaited go to the server in one packet. */
export function gather(client: pg.ClientBase): void {
  const { connection } = client as unknown as { connection: { stream: Duplex } };
  if (connection.stream.writableCorked > 0) return;
  connection.stream.cork();
  process.nextTick(() => connection.stream.uncork());
}
