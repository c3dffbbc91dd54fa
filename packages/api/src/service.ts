import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { openDatabase } from "@heed/store";
import { destination, type Logger, pino } from "pino";
import { createApp } from "./app.ts";
import { trackerOf } from "./tracker.ts";

export type ServiceOptions = {
  /** The database: file:… or postgresql://…; it is made or upgraded first. */
  url: string;
  /** 0 takes a free one. */
  port: number;
  host?: string;
  /** Requests per client and minute; 0 sets no limit. */
  rateLimit?: number;
  /** Standard error by default. */
  logger?: Logger;
};

export type Service = {
  port: number;
  /** Takes no new requests, finishes those under way, and closes the database. */
  close: () => Promise<void>;
};

const longestGoodbye = 10_000;

/** Longer than the minute of a usual proxy: a request that it sends while we close its idle connection would be lost. */
const idleConnection = 75_000;

/** Errors: those of openDatabase(); and EADDRINUSE and the like, as node gives them. */
export async function startService({
  url,
  port,
  host = "127.0.0.1",
  rateLimit = 600,
  logger = pino({ level: process.env.HEED_LOG_LEVEL ?? "warn" }, destination(2)),
}: ServiceOptions): Promise<Service> {
  const database = await openDatabase(url, { mode: "upgrade" });
  const isUp = () =>
    database.all("SELECT 1 AS one").then(
      () => true,
      () => false,
    );
  const server = createServer(createApp({ ...trackerOf(database), isUp, rateLimit, logger }));
  server.keepAliveTimeout = idleConnection;
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (error) {
    await database.close();
    throw error;
  }
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      const patience = setTimeout(() => server.closeAllConnections(), longestGoodbye);
      await closed;
      clearTimeout(patience);
      await database.close();
    },
  };
}
