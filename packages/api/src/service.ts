import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { timeZoneAt } from "@heed/core/settings/settings";
import type { Followers } from "@heed/portal";
import {
  type DatabaseLimits,
  followerDesk,
  openDatabase,
  type ReplicaOptions,
  type SessionLimits,
  serviceLimits,
} from "@heed/store";
import { destination, type LevelWithSilent, type Logger, pino } from "pino";
import { type AppOptions, createApp } from "./app.ts";
import { keepCheckpoints } from "./checkpoints.ts";
import { watchClock } from "./clock/watch-clock.ts";
import { watchFaults } from "./faults.ts";
import { healthOf } from "./health.ts";
import { withProblems } from "./http/before-requests.ts";
import { stopOf } from "./http/stop-server.ts";
import { countingActs } from "./metrics/counting-acts.ts";
import { type MetricsServer, serveMetrics } from "./metrics/metrics-server.ts";
import { serviceMetrics } from "./metrics/service-metrics.ts";
import { keepReminders, type ReminderOptions } from "./reminders/keep-reminders.ts";
import { watchReplicas } from "./replicas.ts";
import { keepOutbox } from "./scheduled/keep-outbox.ts";
import { pageSignIn } from "./sign-in/page-sign-in.ts";
import type { SignInFile } from "./sign-in/sign-in-file.ts";
import { withIssuer } from "./sign-in/with-issuer.ts";
import { type FileOptions, trackerOf } from "./tracker.ts";
import { keepWebhooks, type WebhookOptions } from "./webhooks/keep-webhooks.ts";

export type LogLevel = LevelWithSilent;

export type ServiceOptions = {
  /** The database: file:… or postgresql://…; its schema is upgraded first. */
  url: string;
  /** Creates the database when there is none. */
  create?: boolean;
  /** How long to wait for the database, and how many connections to use. */
  limits?: Partial<DatabaseLimits>;
  /** Copies of the database that PostgreSQL keeps, where others than writers read. */
  replicas?: ReplicaOptions | undefined;
  /** 0 takes a free port. */
  port: number;
  host?: string;
  /** Requests per client per minute; 0 sets no limit. */
  rateLimit?: number;
  files?: FileOptions;
  /** Proxies, the public address, origins, and the terms of the data: as in AppOptions. */
  access?: Pick<AppOptions, "trustedProxies" | "publicUrl" | "allowedOrigins" | "terms">;
  /** The issuer whose tokens are taken besides the service's own, and at which people sign in on the pages where it names a client. */
  signIn?: SignInFile | undefined;
  /** The secret of the client that the sign-in file names. */
  clientSecret?: string | undefined;
  /** How long people stay signed in on the pages. */
  sessions?: Partial<SessionLimits>;
  /** Where it is given, reminders are decided each day and sent by mail. */
  reminders?: ReminderOptions | undefined;
  /** Where webhooks may be sent besides what is reached from anywhere. */
  webhooks?: WebhookOptions | undefined;
  /** Days after which a message that went out is erased; at least `messagesKeptAtLeast`. */
  messagesKept?: number;
  /** Where Prometheus asks for the metrics: a port and an address of their own. */
  metrics?: { port: number; host: string } | undefined;
  /** Milliseconds for which a service that is to stop still answers, while it says that it is not ready. */
  drain?: number;
  /** What is logged on the standard error stream: this level and what is graver. */
  logLevel?: LogLevel;
  /** Instead of the standard error stream. */
  logger?: Logger;
};

export type Service = {
  port: number;
  /** The port of the metrics, where they are asked for. */
  metricsPort?: number;
  /** Answers what runs and what is on its way, takes no new requests, and closes the database. */
  close: () => Promise<void>;
};

/**
 * Milliseconds to wait for the running requests: longer than a write waits by default. Closing the database has its own
 * limit: a database that hangs does not keep the service alive. Both together are below the ten seconds after which
 * Docker ends a process.
 */
const maxShutdown = 5_500;
const maxDatabaseClosing = 3_000;

/**
 * Longer than the minute that most proxies use: a request that a proxy sends while we close its idle connection would
 * be lost.
 */
const idleConnection = 75_000;

/** Errors: those of openDatabase() and withIssuer(), and node's own such as EADDRINUSE. */
export async function startService({
  url,
  create = false,
  limits = {},
  replicas,
  port,
  host = "127.0.0.1",
  rateLimit = 600,
  access = {},
  files = {},
  signIn,
  clientSecret,
  sessions,
  reminders,
  webhooks = {},
  messagesKept = 365,
  metrics,
  drain = 0,
  logLevel = "warn",
  logger = pino({ level: logLevel }, destination(2)),
}: ServiceOptions): Promise<Service> {
  const all = { ...serviceLimits, ...limits };
  const database = await openDatabase(url, { mode: create ? "upgrade" : "migrate", limits: all });
  const isUp = healthOf(database, logger);
  const unwatch = watchFaults(logger);
  const clock = watchClock(logger);
  const watched = metrics && serviceMetrics({ database, isUp, clock, logger });
  const copies =
    replicas &&
    (await watchReplicas({ ...replicas, primary: database, limits: all }, { logger, metrics: watched?.replicas }).catch(
      async (error: unknown) => {
        unwatch();
        clock.stop();
        await database.close();
        throw error;
      },
    ));
  const opened = trackerOf(database, files, copies);
  const tracker = watched ? { ...opened, ...countingActs(opened, watched.actDone) } : opened;
  let isStopping = false;
  const isReady = async () => !isStopping && (await isUp());
  let metricsServer: MetricsServer | undefined;
  const closeAndThrow = async (error: unknown) => {
    unwatch();
    clock.stop();
    metricsServer?.close();
    await copies?.close();
    await database.close();
    throw error;
  };
  const identify =
    signIn === undefined ? tracker.identify : await withIssuer(signIn, database, tracker).catch(closeAndThrow);
  const onPages = await pageSignIn(database, {
    ...{ limits: sessions, file: signIn, clientSecret, publicUrl: access.publicUrl },
  }).catch(closeAndThrow);
  // Without a mail server nobody could confirm.
  const mailing = reminders && { followers: (acting: Parameters<Followers>[0]) => followerDesk(database, acting) };
  const counting = { isUp, isReady, countRequests: watched?.requests };
  const app = createApp({
    ...tracker,
    identify,
    ...counting,
    rateLimit,
    ...access,
    signIn: onPages,
    logger,
    ...mailing,
  });
  const server = withProblems(createServer({ requireHostHeader: false }, app));
  server.keepAliveTimeout = idleConnection;
  const stop = stopOf(server);
  if (metrics && watched) metricsServer = await serveMetrics(watched, metrics.port, metrics.host).catch(closeAndThrow);
  server.listen(port, host);
  await once(server, "listening").catch(closeAndThrow);
  const timeZone = timeZoneAt(await tracker.reads.settings(), new Date().toISOString());
  const checkpoints = keepCheckpoints(database, timeZone, logger);
  const readSettings = () => tracker.reads.settings();
  const outbox = keepOutbox(database, { days: messagesKept, timezone: timeZone, logger });
  const mails = reminders && keepReminders({ ...reminders, database, readSettings, logger });
  const { publicUrl } = access;
  const told = keepWebhooks({ ...webhooks, database, readSettings, logger, publicUrl });
  return {
    port: (server.address() as AddressInfo).port,
    ...(metricsServer && { metricsPort: metricsServer.port }),
    close: async () => {
      isStopping = true;
      // A balancer that asks whether the service is ready sends the next requests elsewhere.
      if (drain > 0) await pause(drain);
      await Promise.all([stop(maxShutdown), tracker.imports.stop()]);
      const end = Promise.all([checkpoints.stop(), outbox.stop(), mails?.stop(), told.stop()]).then(() =>
        Promise.all([copies?.close(), database.close()]),
      );
      metricsServer?.close();
      clock.stop();
      await Promise.race([end, pause(maxDatabaseClosing, undefined, { ref: false })]);
      unwatch();
    },
  };
}
