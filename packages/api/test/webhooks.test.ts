import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { addWebhook, type Database, readWebhooks, removeWebhook, rotateWebhookSecret } from "@heed/store";
import { pino } from "pino";
import { Webhook } from "standardwebhooks";
import supertest from "supertest";
import { afterEach, expect, test, vi } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { trackerOf } from "../src/tracker.ts";
import { keepWebhooks } from "../src/webhooks/keep-webhooks.ts";
import { postWebhook } from "../src/webhooks/post-webhook.ts";
import { tokenOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

type Received = { headers: IncomingHttpHeaders; body: string; path: string };

/** A receiver on loopback that keeps what it is sent, and answers as the test says. */
async function receiver() {
  const received: Received[] = [];
  const state = { status: 204, location: "", answersAfter: Promise.resolve() };
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", async () => {
      received.push({ headers: request.headers, body, path: request.url ?? "" });
      await state.answersAfter;
      response.writeHead(state.status, state.location ? { Location: state.location } : {}).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/heed`;
  return { received, state, url };
}

const loopback = ["127.0.0.0/8"];

function webhooksOf(database: Database, clock: { at: string }, allowedNetworks: readonly string[] = loopback) {
  const { run, stop } = keepWebhooks({
    ...{ database, readSettings: () => trackerOf(database).reads.settings(), logger: pino({ level: "silent" }) },
    ...{ publicUrl: "https://heed.example", allowedNetworks, now: () => clock.at },
  });
  closing.push(stop);
  return run;
}

describeDatabase("webhooks", (open) => {
  test("are told each change once, signed by each secret that is valid", { timeout: 60_000 }, async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    const { received, url } = await receiver();
    // Two months after 15 October 2014 the answers of Justice were due.
    const clock = { at: "2014-12-15T10:00:00.000Z" };
    const { id, secret } = await addWebhook(database, { url, kinds: ["newlyOverdue"] }, clock.at);
    const run = webhooksOf(database, clock);
    await run();
    expect(received).toEqual([]);
    clock.at = "2014-12-16T10:00:00.000Z";
    await run();
    await run();
    const asked = `${basePath}/changes?from=2014-12-16&to=2014-12-16&kind=newlyOverdue`;
    const { items } = (await app.get(asked).expect(200)).body;
    expect(items.length).toBeGreaterThan(1);
    const events = received.map(({ headers, body }) => {
      expect(headers["content-type"]).toBe("application/cloudevents+json; charset=utf-8");
      // The receiver's library refuses an old time, and the clock of this test is one.
      const now = String(Math.floor(Date.now() / 1000));
      expect(() =>
        new Webhook(secret).verify(body, { ...(headers as Record<string, string>), "webhook-timestamp": now }),
      ).toThrow();
      const at = new Date(Number(headers["webhook-timestamp"]) * 1000);
      expect(headers["webhook-signature"]).toBe(new Webhook(secret).sign(String(headers["webhook-id"]), at, body));
      return JSON.parse(body);
    });
    const byPlace = (list: { followUp: { id: string } }[]) =>
      [...list].sort((one, other) => (one.followUp.id < other.followUp.id ? -1 : 1));
    expect(byPlace(events.map(({ data }) => data))).toEqual(byPlace(items));
    expect(new Set(received.map(({ headers }) => headers["webhook-id"])).size).toBe(items.length);
    for (const [place, event] of events.entries())
      expect(event).toMatchObject({
        ...{ specversion: "1.0", type: "heed.followUp.newlyOverdue", source: `https://heed.example${basePath}` },
        ...{ id: received[place]?.headers["webhook-id"], subject: event.data.followUp.id },
      });

    // What was already told is not told again by another look at the same days; for a day both secrets are valid.
    received.length = 0;
    const next = await rotateWebhookSecret(database, id, clock.at);
    await database.run("DELETE FROM outbox_message WHERE kind = 'webhookEvent' AND subscriber_id = ?", [id]);
    await run();
    const [first] = received;
    const signatures = String(first?.headers["webhook-signature"]).split(" ");
    const at = new Date(Number(first?.headers["webhook-timestamp"]) * 1000);
    const expected = [next.secret, secret].map((each) =>
      new Webhook(each).sign(String(first?.headers["webhook-id"]), at, first?.body ?? ""),
    );
    expect(signatures).toEqual(expected);
    clock.at = "2014-12-17T10:01:00.000Z";
    received.length = 0;
    await database.run("DELETE FROM outbox_message WHERE kind = 'webhookEvent' AND subscriber_id = ?", [id]);
    await run();
    expect(String(received[0]?.headers["webhook-signature"]).split(" ")).toHaveLength(1);
    // As many webhooks as there are, the changes of a minute are read once.
    for (const place of [1, 2]) await addWebhook(database, { url: `${url}/${place}` }, clock.at);
    await run();
    clock.at = "2014-12-17T10:02:00.000Z";
    const all = vi.spyOn(database, "all");
    await run();
    const looked = all.mock.calls.filter(([text]) => /FROM entry WHERE recorded_at > \?/.test(text));
    all.mockRestore();
    expect(looked.length).toBe(1);
    await removeWebhook(database, id);
    for (const webhook of await readWebhooks(database)) await removeWebhook(database, webhook.id);
    expect(await readWebhooks(database)).toEqual([]);
  });

  test("an act is told within a minute, and one that cannot be sent waits, is given up, and goes out again", async () => {
    const { database } = await open(world);
    const { received, state, url } = await receiver();
    const clock = { at: "2015-06-30T08:00:00.000Z" };
    await addWebhook(database, { url }, clock.at);
    const run = webhooksOf(database, clock);
    await run();
    received.length = 0;
    const app = supertest(await worldApp(database, { now: () => new Date(clock.at) }));
    const respondent = await tokenOf(database, { name: "M. Peeters", role: "respondent", organizations: ["justice"] });
    state.status = 500;
    await app
      .post(`${basePath}/followUps/2013-02-just/responses`)
      .set({ Authorization: `Bearer ${respondent}`, "If-Match": "*" })
      .send({ position: "accepted" })
      .expect(201);
    await run();
    expect(received.map(({ body }) => JSON.parse(body).type)).toEqual(["heed.followUp.answered"]);
    await run();
    expect(received.length).toBe(1);
    await database.run("UPDATE outbox_message SET attempts = 39 WHERE kind = 'webhookEvent' AND state = 'waiting'");
    clock.at = "2015-06-30T20:00:00.000Z";
    await run();
    expect((await readWebhooks(database))[0]).toMatchObject({ waiting: 0, givenUp: 1 });

    const admin = await tokenOf(database, { name: "E. Maes", role: "editor", organizations: [] });
    const letters = await app
      .get(`${basePath}/outboxMessages?state=givenUp&kind=webhookEvent`)
      .set("Authorization", `Bearer ${admin}`)
      .expect(200);
    expect(letters.body.items[0].lastFault).toMatch(/^Error: 127\.0\.0\.1:\d+: the receiver answered 500$/);
    await app
      .post(`${basePath}/outboxMessages/${letters.body.items[0].id}/outcomes`)
      .set("Authorization", `Bearer ${admin}`)
      .send({ outcome: "again" })
      .expect(201);
    state.status = 200;
    await run();
    expect(new Set(received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect((await readWebhooks(database))[0]).toMatchObject({ waiting: 0, givenUp: 0 });
  });
});

describeDatabase("a webhook that is silent", (open) => {
  test("holds up no other and none of the looks, and is asked once a minute", { timeout: 90_000 }, async () => {
    const { database } = await open(world);
    const [silent, other] = [await receiver(), await receiver()];
    let answer = () => {};
    Object.assign(silent.state, {
      status: 500,
      answersAfter: new Promise<void>((resolve) => {
        answer = resolve;
      }),
    });
    const clock = { at: "2014-12-15T10:00:00.000Z" };
    for (const { url } of [silent, other]) await addWebhook(database, { url, kinds: ["newlyOverdue"] }, clock.at);
    const run = webhooksOf(database, clock);
    const waitingOf = async ({ url }: { url: string }) =>
      (await readWebhooks(database)).find((each) => each.url === url)?.waiting;
    clock.at = "2014-12-16T10:00:00.000Z";
    const runs = [run()];
    try {
      const otherIsTold = async (least: number) => {
        expect(other.received.length).toBeGreaterThanOrEqual(least);
        expect(await waitingOf(other)).toBe(0);
      };
      await vi.waitFor(() => otherIsTold(2), 30_000);
      const told = other.received.length;
      // The next minute, and the first receiver still says nothing.
      await database.run("DELETE FROM outbox_message WHERE kind = 'webhookEvent' AND state = 'sent'");
      clock.at = "2014-12-16T10:01:00.000Z";
      runs.push(run());
      await vi.waitFor(() => otherIsTold(2 * told), 30_000);
      answer();
      await Promise.all(runs);
      expect(silent.received.length).toBe(1);
      expect(await waitingOf(silent)).toBe(told);
    } finally {
      answer();
      await Promise.all(runs);
    }
  });
});

test("nothing is sent into the own network by any name, nor where a redirect leads", async () => {
  const { received, state, url } = await receiver();
  const { port } = new URL(url);
  const message = (to: string) => ({
    id: "m",
    url: to,
    body: "{}",
    secrets: ["whsec_c2VjcmV0c2VjcmV0c2VjcmV0"],
    at: new Date(),
  });
  for (const host of [
    "127.0.0.1",
    "localhost",
    "[::1]",
    "0.0.0.0",
    "[::ffff:127.0.0.1]",
    "2130706433",
    "127.1",
    "169.254.169.254",
  ])
    await expect(postWebhook(message(`http://${host}:${port}/`), []), host).rejects.toThrow(/not allowed/);
  expect(received).toEqual([]);
  await postWebhook(message(url), loopback);
  expect(received.length).toBe(1);
  Object.assign(state, { status: 302, location: `${url}/elsewhere` });
  await expect(postWebhook(message(url), loopback)).rejects.toThrow("the receiver answered 302");
  expect(received.map(({ path }) => path)).toEqual(["/heed", "/heed"]);
});
