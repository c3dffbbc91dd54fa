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

/** Connections to a PostgreSQL server, each with our settings. */
export class ConnectionPool {
  readonly pool: pg.Pool;
  private readonly clients = new Set<pg.PoolClient>();

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
    const settings = `SET plan_cache_mode = force_generic_plan; SET cursor_tuple_fraction = 1; SET statement_timeout = ${statementTimeout}; SET lock_timeout = ${lockTimeout}`;
    this.pool.on("connect", (client) => {
      this.clients.add(client);
      // A broken connection fails its queries; without this listener it would also end the process.
      client.on("error", () => undefined);
      client.query(settings).catch(() => undefined);
    });
    this.pool.on("remove", (client) => void this.clients.delete(client));
    // A broken idle connection is replaced at the next query.
    this.pool.on("error", () => undefined);
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
