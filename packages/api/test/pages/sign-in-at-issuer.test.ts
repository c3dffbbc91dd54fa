import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { addUser, type Database, endUser } from "@heed/store";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { world } from "../../../core/test/example-world.ts";
import { describeDatabase } from "../../../store/test/describe-database.ts";
import { pageSignIn } from "../../src/sign-in/page-sign-in.ts";
import { SignInFile } from "../../src/sign-in/sign-in-file.ts";
import { issuerClient, startIssuer } from "../sign-in-issuer.ts";
import { worldApp } from "../world-app.ts";
import { hasChromium, launch } from "./browser.ts";
import { cookieJar } from "./cookie-jar.ts";

const peeters = { sub: "42", name: "N. Peeters", groups: ["heed-justice"] };
const rights = [{ claim: "groups", value: "heed-justice", role: "respondent", organizations: ["just"] }];
const at = "2015-06-30T08:00:00Z";
const keeping = { at, today: "2015-06-30", newId: () => "anne", by: { actor: "admin", systemUser: "admin" } };

const server = createServer();
// On a busy machine a connection that is used again must not be closed meanwhile.
server.keepAliveTimeout = 60_000;
let heed = "";
let issuer: Awaited<ReturnType<typeof startIssuer>>;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  heed = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  issuer = await startIssuer(`${heed}/sign-in/callback`);
});
beforeEach(() => Object.assign(issuer.state, { account: peeters, isUp: true }));
afterEach(() => void server.removeAllListeners("request"));
afterAll(() => {
  server.close();
  issuer.close();
});

async function serve(database: Database, changes: { secret?: string; clock?: { at: string } } = {}) {
  const { secret = issuerClient.client_secret, clock = { at } } = changes;
  const client = { id: issuerClient.client_id, scopes: ["profile", "groups"] };
  const file = SignInFile.parse({
    ...{ issuer: issuer.address, audience: "heed", keys: `${issuer.address}/jwks`, rights, client },
  });
  const signIn = await pageSignIn(database, { file, clientSecret: secret, publicUrl: heed });
  server.on("request", await worldApp(database, { signIn, publicUrl: heed, now: () => new Date(clock.at) }));
}

/** As far as the issuer sends the browser back to, without following that. */
async function upToTheEnd({ ask }: ReturnType<typeof cookieJar>, path = "/en/sign-in/issuer"): Promise<string> {
  let next = `${heed}${path}`;
  for (let steps = 0; steps < 10; steps++) {
    const location = (await ask(next)).headers.get("location");
    if (location === null) break;
    next = new URL(location, next).href;
    if (next.startsWith(`${heed}/sign-in/callback`)) return next;
  }
  throw new Error(`never came back: ${next}`);
}

describeDatabase("signing in at an issuer", (open) => {
  test("leads back to the page, with what the claims give, and signing out is of Heed alone", async () => {
    const { database } = await open(world);
    await serve(database);
    const browser = cookieJar();
    const start = await browser.go(`${heed}/nl/sign-in?to=/nl/overdue`);
    expect(start.text).toContain('href="/nl/sign-in/issuer?to=%2Fnl%2Foverdue"');
    const { address, text, addresses } = await browser.go(`${heed}/nl/sign-in/issuer?to=%2Fnl%2Foverdue`);
    expect(address).toBe(`${heed}/nl/overdue`);
    expect(text).toContain(`<bdi>N. Peeters (42 at ${new URL(issuer.address).host})</bdi>`);
    const asked = new URL(addresses[1] ?? "").searchParams;
    expect([asked.get("response_type"), asked.get("code_challenge_method"), asked.get("scope")]).toEqual([
      "code",
      "S256",
      "openid profile groups",
    ]);
    expect(asked.get("state")).toMatch(/^[\w-]{43}$/);
    expect(asked.get("nonce")).toMatch(/^[\w-]{43}$/);
    // What was kept for the way is gone; the session alone remains.
    expect([...browser.of(heed).keys()]).toEqual(["heed"]);
  });

  test("of a user has the roles of the register, by the identity; who left or has no role is told so", async () => {
    const { database } = await open(world);
    const identities = [{ issuer: issuer.address, subject: "7" }];
    await addUser(database, { name: "A. Lambert", roles: [{ role: "editor" }], identities }, keeping);
    await serve(database);
    issuer.state.account = { sub: "7", name: "Somebody", groups: [] };
    const browser = cookieJar();
    expect((await browser.go(`${heed}/en/sign-in/issuer`)).text).toContain("<bdi>A. Lambert</bdi>");
    await endUser(database, "anne", "2015-06-30", keeping);
    expect((await browser.go(`${heed}/en/overdue`)).text).not.toContain("A. Lambert");
    const left = await cookieJar().go(`${heed}/en/sign-in/issuer`);
    expect([left.answer.status, left.text]).toEqual([
      403,
      expect.stringContaining("A. Lambert holds no role here today"),
    ]);
    issuer.state.account = { sub: "8", name: "N. None", groups: ["heed-justice-2"] };
    const none = await cookieJar().go(`${heed}/fr/sign-in/issuer`);
    expect([none.answer.status, none.text]).toEqual([403, expect.stringContaining("N. None (8 at")]);
    expect(none.text).toContain("aucun rôle");
  });

  test("ends only in the browser in which it began, with the state that it began with, once and in time", async () => {
    const { database } = await open(world);
    const clock = { at };
    await serve(database, { clock });
    const refused = async (browser: ReturnType<typeof cookieJar>, address: string, status = 400) => {
      const { answer } = await browser.go(address);
      expect(answer.status, address).toBe(status);
      expect(browser.of(heed).has("heed")).toBe(false);
    };
    // Of another browser, which would be signed in as somebody else.
    await refused(cookieJar(), await upToTheEnd(cookieJar()));
    const forged = cookieJar();
    const address = new URL(await upToTheEnd(forged));
    address.searchParams.set("state", "x".repeat(43));
    await refused(forged, address.href);
    const without = cookieJar();
    await upToTheEnd(without);
    await refused(without, `${heed}/sign-in/callback`);
    // The state of one way and the code of another.
    const [one, two] = [cookieJar(), cookieJar()];
    const [first, second] = [new URL(await upToTheEnd(one)), new URL(await upToTheEnd(two))];
    first.searchParams.set("code", second.searchParams.get("code") ?? "");
    await refused(one, first.href, 403);
    // What the browser kept, changed.
    const changed = cookieJar();
    const back = await upToTheEnd(changed);
    const kept = changed.of(heed).get("heed-sign-in") ?? "";
    changed.of(heed).set("heed-sign-in", kept.slice(0, -3) + (kept.endsWith("AAA") ? "BBB" : "AAA"));
    await refused(changed, back);
    const late = cookieJar();
    const lately = await upToTheEnd(late);
    clock.at = "2015-06-30T08:10:00Z";
    await refused(late, lately);
    clock.at = at;
    // The same answer of the issuer a second time, also by who kept all that the browser had.
    const twice = cookieJar();
    const end = await upToTheEnd(twice);
    const had = twice.of(heed).get("heed-sign-in") ?? "";
    await twice.go(end);
    expect(twice.of(heed).has("heed")).toBe(true);
    const thief = cookieJar();
    await refused(thief, end);
    thief.of(heed).set("heed-sign-in", had);
    await refused(thief, end, 403);
  });

  test("leads nowhere else", async () => {
    const { database } = await open(world);
    await serve(database);
    for (const to of [
      "https://evil.example",
      "//evil.example",
      "/\\evil.example",
      "/nl/..//evil.example",
      "/nl/sign-out",
    ]) {
      const { address } = await cookieJar().go(`${heed}/nl/sign-in/issuer?to=${encodeURIComponent(to)}`);
      expect(address, to).toMatch(new RegExp(`^${heed}/nl(/desk)?$`));
    }
  });

  test("tells when the issuer does not answer, refuses, or does not know the service", async () => {
    const { database } = await open(world);
    await serve(database);
    issuer.state.isUp = false;
    const silent = await cookieJar().go(`${heed}/de/sign-in/issuer`);
    expect([silent.answer.status, silent.text]).toEqual([503, expect.stringContaining("antwortet nicht")]);
    issuer.state.isUp = true;
    const away = cookieJar();
    const back = await upToTheEnd(away);
    issuer.state.isUp = false;
    expect((await away.go(back)).answer.status).toBe(503);
    issuer.state.isUp = true;
    issuer.state.account = null;
    const refused = await cookieJar().go(`${heed}/nl/sign-in/issuer`);
    expect([refused.answer.status, refused.text]).toEqual([403, expect.stringContaining("liet u niet binnen")]);
    issuer.state.account = peeters;
    server.removeAllListeners("request");
    await serve(database, { secret: "another" });
    expect((await cookieJar().go(`${heed}/nl/sign-in/issuer`)).answer.status).toBe(403);
  });

  test.skipIf(!hasChromium)(
    "works in a browser, with the policy of the pages, and signs out there",
    { timeout: 60_000 },
    async () => {
      const { database } = await open(world);
      await serve(database);
      const browser = await launch();
      try {
        const context = await browser.newContext({ javaScriptEnabled: false });
        const page = await context.newPage();
        const complaints: string[] = [];
        page.on("console", (message) => complaints.push(message.text()));
        await page.goto(`${heed}/nl/overdue`);
        await page.getByRole("link", { name: "Aanmelden" }).click();
        await page.getByRole("link", { name: "Naar de aanmelding van uw organisatie" }).click();
        await page.waitForURL(`${heed}/nl/overdue`);
        await page.getByText("N. Peeters").waitFor();
        const [cookie] = (await context.cookies(heed)).filter(({ name }) => name === "heed");
        expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/", expires: -1 });
        await page.getByRole("button", { name: "Afmelden" }).click();
        await page.waitForURL(`${heed}/nl/signed-out`);
        expect((await context.cookies(heed)).filter(({ name }) => name === "heed")).toEqual([]);
        expect(complaints).toEqual([]);
      } finally {
        await browser.close();
      }
    },
  );
});
