import { type Database, type ReadPlace, type ReplicaStatus, readOperatingState } from "@heed/store";
import type { RequestHandler } from "express";
import type { Logger } from "pino";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { WatchedClock } from "../clock/watch-clock.ts";

export type ServiceMetrics = {
  /** Counts each request, by the operation that it asks for. */
  requests: RequestHandler;
  /** Counts an act that was done. */
  actDone: (act: string) => void;
  /** Tells of reads where there are replicas. */
  replicas: ReplicaMetrics;
  /** All of it in Prometheus' text format, as it is now. */
  read: () => Promise<{ type: string; text: string }>;
};

export type ReplicaMetrics = {
  /** Counts a request by where its reads went. */
  chosen: (place: ReadPlace) => void;
  /** From now on these are told of. */
  watch: (statuses: () => ReplicaStatus[]) => void;
};

type Watched = {
  database: Database;
  /** Whether the record can be read. */
  isUp: () => Promise<boolean>;
  clock: WatchedClock;
  logger: Logger;
};

/** Seconds; a page takes some milliseconds, a document some seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What Prometheus asks of one service. No label has a name, an address or anything else of a person. */
export function serviceMetrics({ database, isUp, clock, logger }: Watched): ServiceMetrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const requests = new Histogram({
    ...{ registers, buckets, name: "heed_request_duration_seconds", labelNames: ["operation", "status"] },
    help: "How long requests took, by operation of the API, or page or form, and class of status",
  });
  const acts = new Counter({
    ...{ registers, name: "heed_acts_total", labelNames: ["act"] },
    help: "Acts that were done and recorded",
  });
  const failures = new Counter({
    ...{ registers, name: "heed_failed_requests_total", labelNames: ["reason"] },
    help: "Requests that failed on this side, by the reason that the log has as err.code",
  });
  new Counter({
    ...{ registers, name: "heed_clock_jumps_total", labelNames: ["direction"] },
    help: "How often the clock of the machine jumped by more than five seconds since the service was started",
    collect() {
      this.reset();
      for (const [direction, count] of Object.entries(clock.jumps())) this.inc({ direction }, count);
    },
  });
  let statusesOf: () => ReplicaStatus[] = () => [];
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ registers, name: `heed_${name}`, help, labelNames });
  const up = gauge("database_up", "1 where the record can be read, 0 where not");
  const probe = gauge("database_probe_seconds", "How long reading the record took just now");
  const messages = gauge("outbox_messages", "Messages that wait or were given up", ["kind", "state"]);
  const oldest = gauge("outbox_oldest_timestamp_seconds", "When the oldest message that waits might go out");
  const entry = gauge("newest_entry_timestamp_seconds", "When the newest entry was recorded");
  const checkpoint = gauge("audit_checkpoint_timestamp_seconds", "When the last checkpoint of the audit was written");
  const decided = gauge("reminders_decided_timestamp_seconds", "The last day whose reminders were decided");
  const places = new Counter({
    ...{ registers, name: "heed_replica_reads_total", labelNames: ["place"] },
    help: "Requests by where their reads went: a replica, or the primary because replicas were away, behind, had not reached what was recorded, or failed",
  });
  const usable = gauge("replica_usable", "1 where reads go to a replica, 0 where it is away or too far behind", [
    "replica",
  ]);
  const lag = gauge("replica_lag_seconds", "How far a replica was behind the primary a moment ago", ["replica"]);
  const ofDatabase = [oldest, entry, checkpoint, decided];

  async function readDatabase(): Promise<void> {
    const began = performance.now();
    const isReadable = await isUp();
    up.set(isReadable ? 1 : 0);
    probe.set((performance.now() - began) / 1000);
    // An old figure of a database that cannot be read would look like a figure of now.
    for (const each of ofDatabase) each.remove();
    messages.reset();
    for (const { name, state, lagMilliseconds } of statusesOf()) {
      usable.set({ replica: name }, state === "usable" ? 1 : 0);
      lag.set({ replica: name }, lagMilliseconds / 1000);
    }
    if (!isReadable) return;
    const state = await readOperatingState(database);
    for (const { kind, state: of, count } of state.messages) messages.set({ kind, state: of }, count);
    const waiting = state.messages.filter((each) => each.state === "waiting").map((each) => each.oldest);
    const set = (each: Gauge, at: string | undefined) => at !== undefined && each.set(Date.parse(at) / 1000);
    set(oldest, waiting.toSorted()[0]);
    set(entry, state.newestEntry);
    set(checkpoint, state.lastCheckpoint);
    set(decided, state.remindersDecided);
  }

  return {
    requests: (_request, response, next) => {
      const ended = requests.startTimer();
      response.once("close", () => {
        const { operation = "other", failure } = response.locals as { operation?: string; failure?: string };
        if (failure !== undefined) failures.inc({ reason: failure });
        ended({ operation, status: `${Math.floor(response.statusCode / 100)}xx` });
      });
      next();
    },
    actDone: (act) => acts.inc({ act }),
    replicas: {
      chosen: (place) => places.inc({ place }),
      watch: (statuses) => {
        statusesOf = statuses;
      },
    },
    read: async () => {
      await readDatabase().catch((error: unknown) => {
        up.set(0);
        logger.warn({ err: error }, "the metrics of the database cannot be read");
      });
      return { type: register.contentType, text: await register.metrics() };
    },
  };
}
