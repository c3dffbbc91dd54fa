import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { defaultSettings } from "@heed/core";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import { pino } from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createApp } from "../src/app.ts";
import { basePath } from "../src/contract/base-path.ts";
import { Problem } from "../src/contract/common.ts";
import { watchFaults } from "../src/faults.ts";

const events = ["uncaughtException", "unhandledRejection"] as const;
let others: [(typeof events)[number], ((...all: never[]) => void)[]][] = [];

/** The handlers of the test runner would report each error. */
beforeEach(() => {
  others = events.map((event) => [event, process.rawListeners(event) as ((...all: never[]) => void)[]]);
  for (const event of events) process.removeAllListeners(event);
});
const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
  for (const [event, listeners] of others) for (const each of listeners) process.on(event, each as never);
});

/** The service on reads that the test controls. */
async function serve(themes: TrackerReads["reportingCycles"]) {
  const logged: string[] = [];
  const logger = pino({ level: "error" }, { write: (line: string) => void logged.push(line) });
  const reads = { settings: async () => defaultSettings, reportingCycles: themes } as unknown as TrackerReads;
  const never = () => Promise.reject(new Error("not asked for"));
  const none = () => {
    throw new Error("not asked for");
  };
  const app = createApp({
    reads: { ...reads, forOneRequest: () => reads },
    identify: async () => undefined,
    perform: never,
    performSeveral: never,
    performRegister: never,
    drafts: none,
    access: none,
    reminders: none,
    imports: { desk: none },
    record: none,
    performRegisterActs: never,
    takeWorkbook: never,
    takeFigures: never,
    takeItems: never,
    takeBroughtItems: never,
    foresees: none,
    files: { propose: never, readFigures: never, readItems: never, upload: never, uploaded: never, open: never },
    isUp: async () => true,
    logger,
  });
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  endings.push(watchFaults(logger), () => server.close());
  const { port } = server.address() as AddressInfo;
  return { logged, ask: (path: string) => fetch(`http://127.0.0.1:${port}${basePath}${path}`) };
}

const never = new Promise<never>(() => undefined);

test.each([
  [
    "a rejection that nobody waits for",
    () => {
      void Promise.reject(new Error("nobody waits for this"));
      return never;
    },
  ],
  [
    "an error thrown where nobody can catch it",
    () => {
      setImmediate(() => {
        throw new Error("nobody waits for this");
      });
      return never;
    },
  ],
  [
    "a rejection without an error",
    async () => {
      void Promise.reject(undefined);
      return never;
    },
  ],
])("%s is a 500 for its own request, and others are answered", async (_, fault) => {
  const { ask, logged } = await serve(fault as never);
  const [failed, health] = await Promise.all([ask("/reportingCycles"), ask("/health")]);
  expect(failed.status).toBe(500);
  expect(failed.headers.get("content-type")).toContain("application/problem+json");
  expect(Problem.parse(await failed.json()).detail).not.toContain("nobody");
  expect(health.status).toBe(200);
  expect((await ask("/refData")).status).toBe(200);
  expect(logged).toHaveLength(1);
  expect(logged[0]).toContain("the request failed");
});

test("a fault outside a request is told, and the service goes on", async () => {
  const { ask, logged } = await serve((() => never) as never);
  void Promise.reject(new Error("a lost connection"));
  await expect.poll(() => logged.length).toBe(1);
  expect(logged[0]).toContain("a lost connection");
  expect((await ask("/health")).status).toBe(200);
});
