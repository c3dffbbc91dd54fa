import { Writable } from "node:stream";
import { createToken, openDatabase, verifyAudit } from "@heed/store";
import { pino } from "pino";
import { expect, onTestFinished, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { imported } from "../../store/test/importing.ts";
import { ownPostgresql } from "../../store/test/own-postgresql.ts";
import { basePath } from "../src/contract/base-path.ts";
import { startService } from "../src/index.ts";

const followUp = "followUps/2013-02-just";

/** Milliseconds: longer than it takes to act and to read while the replica stands still. */
const largestLag = 4_000;

/** Two services on a primary and its replica. */
async function cluster() {
  const primary = await ownPostgresql();
  onTestFinished(() => primary.end());
  const database = await openDatabase(primary.url, { mode: "upgrade" });
  onTestFinished(() => database.close());
  await imported(database, world);
  const person = { name: "J. Claes", role: "respondent", organizations: ["justice"] } as const;
  const token = await createToken(database, person, "2015-01-01T00:00:00Z");
  const replica = await primary.replica();
  onTestFinished(() => replica.end());
  const lines: string[] = [];
  const into = new Writable({
    write: (line, _, done) => {
      lines.push(String(line));
      done();
    },
  });
  const [first, second] = await Promise.all(
    [1, 2].map(async () => {
      const service = await startService({
        ...{ url: primary.url, port: 0, logger: pino({ level: "warn" }, into) },
        replicas: { urls: [replica.url], largestLag },
        metrics: { port: 0, host: "127.0.0.1" },
      });
      onTestFinished(() => service.close());
      return service;
    }),
  );
  if (first === undefined || second === undefined) throw new Error("two services start");
  const ask = (service: typeof first, path: string, init: RequestInit & { token?: string } = {}) =>
    fetch(`http://127.0.0.1:${service.port}${basePath}/${path}`, {
      ...init,
      headers: { ...init.headers, ...(init.token && { Authorization: `Bearer ${init.token}` }) },
    });
  const tagOf = (answer: Response) => answer.headers.get("etag") ?? "";
  /** The tag, which begins with the number of things recorded. */
  const read = async (service: typeof first, who?: string) =>
    tagOf(await ask(service, followUp, who === undefined ? {} : { token: who }));
  const act = async (service: typeof first, tag: string) => {
    const answer = await ask(service, `${followUp}/responses`, {
      ...{ method: "POST", token, body: JSON.stringify({ position: "accepted" }) },
      headers: { "Content-Type": "application/json", "If-Match": tag },
    });
    expect(answer.status, await answer.text()).toBe(201);
  };
  /** How often reads went to each place, in both services. */
  const places = async () => {
    const texts = await Promise.all(
      [first, second].map(async ({ metricsPort }) => (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()),
    );
    const found: Record<string, number> = {};
    for (const [, place = "", count] of texts.join("\n").matchAll(/^heed_replica_reads_total\{place="(\w+)"\} (\d+)/gm))
      found[place] = (found[place] ?? 0) + Number(count);
    return { found, texts };
  };
  return { database, replica, first, second, token, read, act, places, lines };
}

const versionIn = (tag: string) => Number(/^"(\d+)\./.exec(tag)?.[1]);

test("who writes reads it at once from any service, while others read a replica that may be late, and the primary when it is away", {
  timeout: 60_000,
}, async () => {
  const { database, replica, first, second, token, read, act, places, lines } = await cluster();
  /** What anyone reads now, and whether it came from the replica. */
  const goneToReplica = async () => {
    const before = (await places()).found.replica ?? 0;
    const version = versionIn(await read(first));
    return [version, ((await places()).found.replica ?? 0) - before];
  };
  await expect.poll(async () => (await goneToReplica())[1], { timeout: 5_000 }).toBe(1);

  // While it keeps up: each own read is of the write before it, by the other service.
  for (let count = 0; count < 8; count += 1) {
    const before = await read(first, token);
    await act(first, before);
    expect(versionIn(await read(second, token))).toBe(versionIn(before) + 1);
  }
  // Once it has all, a person's reads go to it too.
  await expect
    .poll(async () => {
      const before = (await places()).found.replica ?? 0;
      await read(second, token);
      return ((await places()).found.replica ?? 0) - before;
    })
    .toBe(1);

  // It stands still: others read what it has, and the writer what was written; its tag is the one that an act needs.
  const reachedBefore = (await places()).found.notReached ?? 0;
  await replica.pause();
  const known = await read(first);
  const own = await read(first, token);
  await act(first, own);
  expect(await read(second)).toBe(known);
  const mine = await read(second, token);
  expect(versionIn(mine)).toBe(versionIn(known) + 1);
  await act(second, mine);
  expect(versionIn(await read(first, token))).toBe(versionIn(known) + 2);
  expect((await places()).found.notReached).toBeGreaterThanOrEqual(reachedBefore + 2);

  // Too long: the primary is read by all, and it is told.
  await expect.poll(async () => versionIn(await read(first)), { timeout: 8_000 }).toBe(versionIn(known) + 2);
  expect(lines.join("")).toMatch(/"state":"behind".*reads go to the primary/);
  await replica.resume();
  await expect.poll(goneToReplica, { timeout: 8_000 }).toEqual([versionIn(known) + 2, 1]);

  // It answers nothing, and then it is not there at all.
  await replica.freeze();
  const began = performance.now();
  for (const who of [undefined, token, undefined]) expect(versionIn(await read(first, who))).toBe(versionIn(known) + 2);
  expect(performance.now() - began).toBeLessThan(6_000);
  await replica.thaw();
  await expect.poll(goneToReplica, { timeout: 8_000 }).toEqual([versionIn(known) + 2, 1]);
  await replica.end();
  for (const who of [undefined, token]) expect(versionIn(await read(second, who))).toBe(versionIn(known) + 2);
  expect(lines.join("")).toMatch(/"state":"away".*reads go to the primary/);
  await expect
    .poll(async () => (await places()).texts.join(""))
    .toMatch(/heed_replica_usable\{replica="127\.0\.0\.1:\d+"\} 0/);
  expect((await verifyAudit(database)).fault).toBeUndefined();
});
