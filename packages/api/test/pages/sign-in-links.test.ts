import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Writable } from "node:stream";
import { addUser, createSignInLink, type Database, endUser, sessionsOf } from "@heed/store";
import { pino } from "pino";
import supertest from "supertest";
import { expect, onTestFinished, test } from "vitest";
import { world } from "../../../core/test/example-world.ts";
import { describeDatabase } from "../../../store/test/describe-database.ts";
import { basePath } from "../../src/contract/base-path.ts";
import { pageSignIn } from "../../src/sign-in/page-sign-in.ts";
import { worldApp } from "../world-app.ts";

const start = "2015-06-30T08:00:00.000Z";
const later = (minutes: number) => new Date(Date.parse(start) + minutes * 60_000).toISOString();
const keeping = { at: start, today: "2015-06-30", newId: () => "anne", by: { actor: "admin", systemUser: "admin" } };

async function serve(database: Database, options: { publicUrl?: string; log?: string[] } = {}) {
  const clock = { at: start };
  const { publicUrl, log } = options;
  const stream = new Writable({
    write: (chunk, _, done) => {
      log?.push(String(chunk));
      done();
    },
  });
  const handler = await worldApp(database, {
    signIn: await pageSignIn(database),
    now: () => new Date(clock.at),
    ...(publicUrl && { publicUrl }),
    ...(log && { logger: pino({ level: "info" }, stream) }),
  });
  const app = supertest(handler);
  await addUser(database, { name: "A. Lambert", roles: [{ role: "editor" }] }, keeping);
  const link = () => createSignInLink(database, { user: "anne", expiresAt: later(30) }, keeping);
  const post = (path: string, fields: object = {}, site: string | undefined = "same-origin") => {
    const request = app.post(path).type("form");
    if (site !== undefined) request.set("Sec-Fetch-Site", site);
    return request.send(fields);
  };
  const signIn = async (secret: string, language = "en") => post(`/${language}/sign-in/link`, { secret });
  const page = (cookie: string | undefined, path = "/en/overdue") => {
    const request = app.get(path);
    return cookie === undefined ? request : request.set("Cookie", cookie);
  };
  return { app, handler, clock, link, post, signIn, page };
}

const cookiesIn = (headers: Record<string, unknown>) => (headers["set-cookie"] ?? []) as string[];
const cookieIn = (headers: Record<string, unknown>) => (cookiesIn(headers).at(-1) ?? "").split(";")[0] ?? "";

describeDatabase("a one-time link", (open) => {
  test("shows a button, and only pressing it signs in, once; the name is then on each page", async () => {
    const { database } = await open(world);
    const { link, signIn, page } = await serve(database);
    const secret = await link();
    for (const _ of ["a scanner of mail", "the person"]) {
      const { status, text, headers } = await page(undefined, `/fr/sign-in/link?secret=${secret}`);
      expect(status).toBe(200);
      expect(text).toContain("Se connecter comme A. Lambert");
      expect(text).toContain('<form action="/fr/sign-in/link" method="post">');
      expect(cookiesIn(headers)).toEqual([]);
      // The secret is in the address: nobody else learns it, and nothing keeps the page.
      expect([headers["referrer-policy"], headers["cache-control"]]).toEqual(["strict-origin", "private, no-store"]);
      expect(text).toContain('<meta name="robots" content="noindex"');
      expect(text).not.toContain("canonical");
    }
    const signed = await signIn(secret);
    expect([signed.status, signed.headers["cache-control"]]).toEqual([303, "private, no-store"]);
    expect(cookiesIn(signed.headers)).toEqual([
      expect.stringMatching(/^heed=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    const seen = await page(cookieIn(signed.headers));
    expect(seen.text).toContain("<bdi>A. Lambert</bdi>");
    expect(seen.headers["cache-control"]).toBe("private, no-store");
    expect(seen.headers["referrer-policy"]).toBe("same-origin");
    expect(cookiesIn(seen.headers)).toEqual([]);

    const again = await signIn(secret);
    expect([again.status, cookiesIn(again.headers)]).toEqual([403, []]);
    expect(again.text).toContain("This link was used already");
    const known = await page(undefined, `/nl/sign-in/link?secret=${secret}`);
    expect([known.status, known.text]).toEqual([403, expect.stringContaining("Deze link is al gebruikt")]);
  });

  test("used by two at one time signs in exactly one", async () => {
    const { database } = await open(world);
    const { link, signIn } = await serve(database);
    const secret = await link();
    const both = await Promise.all([signIn(secret), signIn(secret), signIn(secret)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 403, 403]);
    expect(both.flatMap(({ headers }) => cookiesIn(headers))).toHaveLength(1);
    expect(await sessionsOf(database, "anne", start)).toHaveLength(1);
  });

  test("that is too old, was never made, or is of who left, tells so", async () => {
    const { database } = await open(world);
    const { link, signIn, page, clock } = await serve(database);
    const secret = await link();
    clock.at = later(30);
    for (const [language, said] of [
      ["en", "This link is too old"],
      ["nl", "Deze link is te oud"],
      ["fr", "Ce lien est trop ancien"],
      ["de", "Dieser Link ist zu alt"],
    ] as const) {
      const { status, text } = await signIn(secret, language);
      expect([status, text]).toEqual([403, expect.stringContaining(said)]);
    }
    for (const none of ["", "x", secret.slice(1)])
      expect((await signIn(none)).text).toContain("Nobody can sign in by this link");
    clock.at = start;
    await endUser(database, "anne", "2015-06-30", keeping);
    expect((await signIn(secret)).text).toContain("A. Lambert holds no role here today");
    expect((await page(undefined, `/en/sign-in/link?secret=${secret}`)).status).toBe(403);
  });

  test("and the cookie are not in the log", async () => {
    const { database } = await open(world);
    const log: string[] = [];
    const { link, signIn, page } = await serve(database, { log });
    const secret = await link();
    await page(undefined, `/en/sign-in/link?secret=${secret}`);
    await page(undefined, "/en/overdue?a=b&code=of-the-issuer&state=kept");
    const cookie = cookieIn((await signIn(secret)).headers);
    await page(cookie);
    const text = log.join("");
    expect(log.length).toBeGreaterThan(3);
    expect(text).toContain("/en/sign-in/link?secret=[Redacted]");
    for (const hidden of [secret, cookie.slice("heed=".length), "of-the-issuer", "state=kept"])
      expect(text).not.toContain(hidden);
  });
});

describeDatabase("who is signed in", (open) => {
  test("gets a new secret each time, and what the browser had before is over", async () => {
    const { database } = await open(world);
    const { app, link, page } = await serve(database);
    // Somebody else chose the secret, and made the browser keep it.
    const planted = `heed=${"x".repeat(43)}`;
    const first = await app
      .post("/en/sign-in/link")
      .set("Cookie", planted)
      .set("Sec-Fetch-Site", "same-origin")
      .type("form")
      .send({ secret: await link() });
    const one = cookieIn(first.headers);
    expect(one).not.toBe(planted);
    expect((await page(planted)).text).not.toContain("A. Lambert");
    const second = await app
      .post("/en/sign-in/link")
      .set("Cookie", one)
      .set("Sec-Fetch-Site", "same-origin")
      .type("form")
      .send({ secret: await link() });
    expect((await page(one)).text).not.toContain("A. Lambert");
    expect((await page(cookieIn(second.headers))).text).toContain("A. Lambert");
  });

  test("is signed out when idle, in any case after a time, and at once where the person left", async () => {
    const { database } = await open(world);
    const { link, signIn, page, clock } = await serve(database);
    const isIn = async (cookie: string) => (await page(cookie)).text.includes("A. Lambert");
    const one = cookieIn((await signIn(await link())).headers);
    clock.at = later(29);
    expect(await isIn(one)).toBe(true);
    await expect.poll(async () => (await sessionsOf(database, "anne", clock.at))[0]?.lastUsedAt).toBe(later(29));
    clock.at = later(58);
    expect(await isIn(one)).toBe(true);
    await expect.poll(async () => (await sessionsOf(database, "anne", clock.at))[0]?.lastUsedAt).toBe(later(58));
    clock.at = later(88);
    expect(await isIn(one)).toBe(false);
    clock.at = start;
    const two = cookieIn((await signIn(await link())).headers);
    await database.run("UPDATE session SET idle_ends_at = '2016'");
    clock.at = later(8 * 60 - 1);
    expect(await isIn(two)).toBe(true);
    clock.at = later(8 * 60);
    expect(await isIn(two)).toBe(false);
    clock.at = start;
    const three = cookieIn((await signIn(await link())).headers);
    expect(await isIn(three)).toBe(true);
    await endUser(database, "anne", "2015-06-30", keeping);
    expect(await isIn(three)).toBe(false);
  });

  test("signs out here, or everywhere; the cookie is then nobody's", async () => {
    const { database } = await open(world);
    const { app, link, signIn, page } = await serve(database);
    const cookies = [];
    for (const _ of [1, 2, 3]) cookies.push(cookieIn((await signIn(await link())).headers));
    const [one = "", two = "", three = ""] = cookies;
    const isIn = async (cookie: string) => (await page(cookie)).text.includes("A. Lambert");
    expect((await page(one, "/nl/sign-in")).text).toContain("U bent op 3 plaatsen aangemeld");
    const out = (cookie: string, fields = {}) =>
      app.post("/nl/sign-out").set("Cookie", cookie).set("Sec-Fetch-Site", "same-origin").type("form").send(fields);
    const left = await out(one);
    expect([left.status, left.headers.location]).toEqual([303, "/nl/signed-out"]);
    expect(cookiesIn(left.headers)).toEqual([expect.stringMatching(/^heed=; Path=\/; Expires=Thu, 01 Jan 1970/)]);
    expect((await page(undefined, "/nl/signed-out")).text).toContain("U bent afgemeld");
    expect([await isIn(one), await isIn(two), await isIn(three)]).toEqual([false, true, true]);
    await out(two, { everywhere: "1" });
    expect([await isIn(two), await isIn(three)]).toEqual([false, false]);
    expect((await out("")).status).toBe(303);
  });

  test("has a cookie that goes over an encrypted connection alone, and that no other host can set", async () => {
    const { database } = await open(world);
    const { app, link } = await serve(database, { publicUrl: "https://example.org/heed" });
    const send = async (headers: object) =>
      app
        .post("/en/sign-in/link")
        .set(headers as Record<string, string>)
        .type("form")
        .send({ secret: await link() });
    const signed = await send({ "Sec-Fetch-Site": "same-origin" });
    expect(cookiesIn(signed.headers)).toEqual([
      expect.stringMatching(/^__Host-heed=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ]);
    expect(signed.headers.location).toMatch(/^\/heed\/en/);
    // A cookie without the prefix is not read: another host of the domain could have set it.
    const [, value] = cookieIn(signed.headers).split("=");
    expect((await app.get("/en").set("Cookie", `heed=${value}`)).text).not.toContain("A. Lambert");
    expect((await app.get("/en").set("Cookie", `__Host-heed=${value}`)).text).toContain("A. Lambert");
    const remote = await app
      .post("/en/sign-in/link")
      .set({ Host: "heed.example.org", Origin: "http://heed.example.org", "Sec-Fetch-Site": "same-origin" })
      .type("form")
      .send({ secret: await link() });
    expect([remote.status, remote.text]).toEqual([400, expect.stringContaining("not encrypted")]);
  });

  test("is nobody to the API, which reads no cookie", async () => {
    const { database } = await open(world);
    const { app, link, signIn } = await serve(database);
    const cookie = cookieIn((await signIn(await link())).headers);
    expect((await app.get(`${basePath}/me`).set("Cookie", cookie)).status).toBe(401);
    const act = app.post(`${basePath}/followUps/2013-02-just/observations`).set("Cookie", cookie).set("If-Match", "*");
    expect((await act.send({ by: "GRETA", text: "x" })).status).toBe(401);
  });
});

describeDatabase("a form", (open) => {
  test("that no page of the service sent is refused, in the reader's language, and changes nothing", async () => {
    const { database } = await open(world);
    const { app, link, signIn, page } = await serve(database);
    const cookie = cookieIn((await signIn(await link())).headers);
    const from = (headers: Record<string, string>, path = "/nl/sign-out") =>
      app
        .post(path)
        .set("Cookie", cookie)
        .set({ Host: "localhost:3000", ...headers })
        .type("form")
        .send({});
    const foreign: Record<string, string>[] = [
      { "Sec-Fetch-Site": "cross-site" },
      { "Sec-Fetch-Site": "same-site" },
      { "Sec-Fetch-Site": "none" },
      { "Sec-Fetch-Site": "cross-site", Origin: "http://localhost:3000" },
      { Origin: "https://elsewhere.example" },
      { Origin: "http://localhost:3001" },
      { Origin: "null" },
      { Origin: "" },
      {},
    ];
    for (const headers of foreign)
      for (const path of ["/nl/sign-out", "/nl/sign-in/link", "/nl/overdue"]) {
        const { status, text, headers: sent } = await from(headers, path);
        expect([status, cookiesIn(sent)], JSON.stringify([headers, path])).toEqual([403, []]);
        expect(text).toContain("Dit is niet gedaan");
      }
    expect((await page(cookie)).text).toContain("A. Lambert");
    expect((await from({ Origin: "http://localhost:3000" })).status).toBe(303);
    expect((await page(cookie)).text).not.toContain("A. Lambert");
  });

  test("is known by the public address where there is one, and of another kind or too long is refused", async () => {
    const { database } = await open(world);
    const { app, handler } = await serve(database, { publicUrl: "https://example.org/heed" });
    const from = (origin: string) => app.post("/en/sign-out").set("Origin", origin).type("form").send({});
    expect((await from("https://example.org")).status).toBe(303);
    expect((await from("http://example.org")).status).toBe(403);
    const own = () => app.post("/en/sign-in/link").set("Sec-Fetch-Site", "same-origin");
    expect((await own().send({ secret: "x" })).status).toBe(400);
    // It is answered before it was read, by a server that stays: supertest ends its own with the answer.
    const server = createServer(handler).listen(0, "127.0.0.1");
    onTestFinished(() => void server.close().closeAllConnections());
    await once(server, "listening");
    const tooLong = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/en/sign-in/link`, {
      method: "POST",
      headers: { "Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded" },
      body: `secret=${"x".repeat(5_000_000)}`,
    });
    expect(tooLong.status).toBe(400);
  });

  test("is of no use to who only reads: no page sets a cookie, and the sign-in tells how to get in", async () => {
    const { database } = await open(world);
    const { page } = await serve(database);
    for (const path of ["/en", "/en/overdue", "/en/sign-in?to=/en/overdue", "/en/signed-out", "/en/nothing"])
      expect(cookiesIn((await page(undefined, path)).headers), path).toEqual([]);
    expect((await page(undefined, "/en/overdue?kind=response")).text).toContain(
      'href="/en/sign-in?to=%2Fen%2Foverdue%3Fkind%3Dresponse"',
    );
    expect((await page(undefined, "/en/sign-in")).text).toContain("a link that signs you in once");
  });
});
