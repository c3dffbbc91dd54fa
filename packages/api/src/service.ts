import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { settingsOn } from "@heed/core";
import { type DatabaseLimits, openDatabase, serviceLimits } from "@heed/store";
import { destination, type Logger, pino } from "pino";
import { type AppOptions, createApp } from "./app.ts";
import { keepCheckpoints } from "./checkpoints.ts";
import { watchFaults } from "./faults.ts";
import { healthOf } from "./health.ts";
import { withProblems } from "./http/before-requests.ts";
import { trackerOf } from "./tracker.ts";

export type ServiceOptions = {
  /** The database: file:… or postgresql://…; it is upgraded first. */
  url: string;
  /** Makes the database where there is none. */
  create?: boolean;
  /** How long the database is waited for, and by how many connections. */
  limits?: Partial<DatabaseLimits>;
  /** 0 takes a free one. */
  port: number;
  host?: string;
  /** Requests per client and minute; 0 sets no limit. */
  rateLimit?: number;
  /** Proxies, the address from outside, and origins: as in AppOptions. */
  reached?: Pick<AppOptions, "trustedProxies" | "publicUrl" | "allowedOrigins">;
  /** Standard error by default. */
  logger?: Logger;
};

export type Service = {
  port: number;
  /** Takes no new requests, finishes those under way, and closes the database. */
  close: () => Promise<void>;
};

/** Milliseconds for the requests under way, and then for the database: one that hangs does not keep the service. */
const longestGoodbye = 10_000;
const longestClosing = 7_000;

/** Longer than the minute of a usual proxy: a request that it sends while we close its idle connection would be lost. */
const idleConnection = 75_000;

/** Errors: those of openDatabase(); and EADDRINUSE and the like, as node gives them. */
export async function startService({
  url,
  create = false,
  limits = {},
  port,
  host = "127.0.0.1",
  rateLimit = 600,
  reached = {},
  logger = pino({ level: process.env.HEED_LOG_LEVEL ?? "warn" }, destination(2)),
}: ServiceOptions): Promise<Service> {
  const database = await openDatabase(url, {
    mode: create ? "upgrade" : "migrate",
    limits: { ...serviceLimits, ...limits },
  });
  const isUp = healthOf(database, logger);
  const unwatch = watchFaults(logger);
  const tracker = trackerOf(database);
  const server = withProblems(
    createServer({ requireHostHeader: false }, createApp({ ...tracker, isUp, rateLimit, ...reached, logger })),
  );
  server.keepAliveTimeout = idleConnection;
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (error) {
    unwatch();
    await database.close();
    throw error;
  }
  const { timeZone } = settingsOn(await tracker.reads.settings(), new Date().toISOString().slice(0, 10));
  const checkpoints = keepCheckpoints(database, timeZone, logger);
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      const patience = setTimeout(() => server.closeAllConnections(), longestGoodbye);
      await closed;
      clearTimeout(patience);
      const end = checkpoints.stop().then(() => database.close());
      await Promise.race([end, pause(longestClosing, undefined, { ref: false })]);
      unwatch();
    },
  };
}
