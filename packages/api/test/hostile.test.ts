import { once } from "node:events";
import { Agent, createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { checkProjections, type NewToken, trackerReads, verifyAudit } from "@heed/store";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { Problem } from "../src/contract/common.ts";
import { operations } from "../src/operations/operations.ts";
import { type HostileRequest, requestOf } from "./hostile/request.ts";
import { adminToken, tokenOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

/** Requests per operation and reader; set HEED_HOSTILE_REQUESTS for many more. */
const perAsker = Number(process.env.HEED_HOSTILE_REQUESTS ?? 12);
/** Where a document is written: it takes a core for seconds, and more of them at once are rightly told to wait (503). */
const perAskerOfDocument = Math.min(perAsker, 2);
const madeTogether = 12;
const atOnce = 8;
const mostMemory = 500_000_000;

const actors: NewToken[] = [
  { name: "J. Claes", role: "respondent", organizations: ["justice"] },
  { name: "E. Maes", role: "editor", organizations: [] },
  { name: "A. Lambert", role: "assessor", organizations: [] },
];

type Answer = { status: number; type: string; body: string };

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

describeDatabase("whatever is sent", (open) => {
  test("no operation fails, whoever asks", { timeout: 240_000 + perAsker * 20_000 }, async () => {
    const { database } = await open(world);
    const app = await worldApp(database);
    const tokens = [
      ...(await Promise.all(actors.map((actor) => tokenOf(database, actor)))),
      await adminToken(database),
    ];
    const server = createServer(app).listen(0, "127.0.0.1");
    await once(server, "listening");
    const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
    endings.push(
      () => agent.destroy(),
      () => server.close(),
    );
    const { port } = server.address() as AddressInfo;
    const before = process.memoryUsage().rss;
    const began = performance.now();
    const failures: string[] = [];
    const statuses = new Map<number, number>();
    for (const [index, operation] of operations.entries()) {
      const next = requestsOf(operation, [undefined, ...tokens], 20_261_125 + index * 10);
      const worker = async () => {
        for (const each of next) {
          const answer = await send(port, agent, each);
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
          const fault = faultOf(answer);
          if (fault)
            failures.push(`${operation.id}: ${fault}: ${told(each)} → ${answer.status} ${answer.body.slice(0, 300)}`);
        }
      };
      await Promise.all(Array.from({ length: atOnce }, worker));
    }
    if (process.env.HEED_HOSTILE_REQUESTS !== undefined)
      console.info(
        `${operations.length} operations, ${JSON.stringify(Object.fromEntries([...statuses].sort()))}, ` +
          `${Math.round((performance.now() - began) / 1000)} s, ${Math.round((process.memoryUsage().rss - before) / 1e6)} MB more`,
      );
    expect(failures.slice(0, 20), `${failures.length} of ${[...statuses.values()].reduce((a, b) => a + b, 0)}`).toEqual(
      [],
    );
    // The requests get far enough to be a real test. Whether one has a good body and an old tag (412) is left to chance.
    const met = [...statuses.keys()].sort();
    expect(met).toEqual(expect.arrayContaining([200, 201, 304, 400, 401, 403, 404, 405, 406, 409, 413, 415]));
    expect(process.memoryUsage().rss - before).toBeLessThan(mostMemory);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect((await verifyAudit(database)).fault).toBeUndefined();
    expect((await checkProjections(database, await trackerReads(database).settings())).differences).toEqual([]);
  });
});

/** A few at a time: what the test itself keeps is no memory of the service. */
function* requestsOf(
  operation: (typeof operations)[number],
  tokens: readonly (string | undefined)[],
  seed: number,
): Generator<HostileRequest> {
  const writes = /document|matrix/.test(operation.path) || operation.id === "freezeReport";
  const count = writes ? perAskerOfDocument : perAsker;
  const any = requestOf(operation);
  for (const [asker, token] of tokens.entries())
    for (let made = 0; made < count; made += madeTogether) {
      const numRuns = Math.min(madeTogether, count - made);
      for (const each of fc.sample(any, { numRuns, seed: seed + asker + made * 1000 }))
        yield token === undefined ? each : withToken(each, token);
    }
}

function withToken({ headers, ...rest }: HostileRequest, token: string): HostileRequest {
  return { ...rest, headers: { ...headers, authorization: `Bearer ${token}` } };
}

function send(port: number, agent: Agent, { method, path, headers, body }: HostileRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: "127.0.0.1", agent, method, path, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers["content-encoding"] ? "compressed" : (response.headers["content-type"] ?? ""),
          body: Buffer.concat(parts).toString(),
        }),
      );
    });
    // A freeze writes each document of a report in each of its languages.
    const longest = path.includes("/freezes") ? 90_000 : 20_000;
    sent.setTimeout(longest, () => sent.destroy(new Error(`no answer: ${method} ${path}`)));
    // A body that is refused while it is still being sent.
    sent.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "EPIPE" || error.code === "ECONNRESET"
        ? resolve({ status: 413, type: "application/problem+json", body: "" })
        : reject(error),
    );
    sent.end(body);
  });
}

function faultOf({ status, type, body }: Answer): string | undefined {
  if (status >= 500) return "it failed";
  if (status < 400) return undefined;
  if (type === "compressed" || body === "") return undefined;
  if (!type.startsWith("application/problem+json")) return "no problem";
  const problem = Problem.safeParse(JSON.parse(body));
  return problem.success ? undefined : `not a problem: ${problem.error.message}`;
}

function told({ method, path, headers, body }: HostileRequest): string {
  const { authorization: _, ...shown } = headers;
  return `${method} ${path.slice(0, 300)} ${JSON.stringify(shown).slice(0, 300)} ${body?.toString().slice(0, 300) ?? ""}`;
}
