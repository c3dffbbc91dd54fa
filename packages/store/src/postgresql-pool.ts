import type { Duplex } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

export type PoolLimits = {
  /** Connections at most. */
  size: number;
  /** Milliseconds that a connection is waited for. */
  patience: number;
  /** Milliseconds that a statement may take; 0 sets no limit. */
  statementTimeout: number;
  /** Milliseconds that a statement waits for a lock; 0 or absent sets no limit. */
  lockTimeout?: number;
};

/** Milliseconds that a server has to answer more than a statement may take: one that does not is not there. */
const silence = 5_000;
/** Milliseconds that a goodbye may take. */
const goodbye = 3_000;

/** Connections to a PostgreSQL server, each with the settings that we want. */
export class ConnectionPool {
  readonly pool: pg.Pool;
  private readonly clients = new Set<pg.PoolClient>();

  constructor(url: string, { size, patience, statementTimeout, lockTimeout = 0 }: PoolLimits) {
    // pipeline: what is asked without awaiting the answer before it is sent at once, and answered in that order.
    const options: pg.PoolConfig & { pipeline: boolean } = {
      connectionString: url,
      max: size,
      connectionTimeoutMillis: patience,
      keepAlive: true,
      pipeline: true,
      ...(statementTimeout > 0 && { query_timeout: statementTimeout + silence }),
    };
    this.pool = new pg.Pool(options);
    // A page's plan is the same whatever the day (docs/decisions/0014): it is made once a connection, not once a request.
    const settings = `SET plan_cache_mode = force_generic_plan; SET statement_timeout = ${statementTimeout}; SET lock_timeout = ${lockTimeout}`;
    this.pool.on("connect", (client) => {
      this.clients.add(client);
      // A connection that breaks fails what is asked of it; without a listener it would end the process.
      client.on("error", () => undefined);
      client.query(settings).catch(() => undefined);
    });
    this.pool.on("remove", (client) => void this.clients.delete(client));
    // An idle connection that breaks is replaced at the next query.
    this.pool.on("error", () => undefined);
  }

  /** Ends the connections; those of a server that does not answer are cut. */
  async end(): Promise<void> {
    const ended = this.pool.end().catch(() => undefined);
    const patience = new AbortController();
    await Promise.race([ended, pause(goodbye, undefined, { signal: patience.signal }).catch(() => undefined)]);
    patience.abort();
    for (const client of this.clients)
      (client as unknown as { connection: { stream: Duplex } }).connection.stream.destroy();
  }
}
