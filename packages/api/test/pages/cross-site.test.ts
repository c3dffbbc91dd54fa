import { createUserToken, type Database } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../../core/test/example-world.ts";
import { deskRoutes } from "../../../portal/src/desk/pages/desk-routes.ts";
import { describeSqlite } from "../../../store/test/describe-database.ts";
import { basePath } from "../../src/contract/base-path.ts";
import { deskApp, type SignedIn } from "./desk-app.ts";
import { deskForms } from "./forms-of-desks.ts";

/** What a browser tells of a form of another site, of one that hides where it comes from, and one that is too old to tell. */
const elsewhere = [
  { "Sec-Fetch-Site": "cross-site" },
  { "Sec-Fetch-Site": "same-site", Origin: "http://other.localhost" },
  { Origin: "https://evil.example" },
  { Origin: "null" },
  {},
];

/** Everything that the database has, but for when somebody was there last. */
async function all(database: Database): Promise<string> {
  const tables = await database.all<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name",
  );
  return JSON.stringify(await Promise.all(tables.map(({ name }) => database.all(`SELECT * FROM "${name}"`))));
}

// What comes from elsewhere is refused before the database is asked, so one shows it.
describeSqlite("another site", (open) => {
  test("sends no form of any page for who is signed in, and nothing is changed", { timeout: 120_000 }, async () => {
    const { database } = await open(world);
    const app = supertest(deskApp(database));
    const before = await all(database);
    const refused = async (by: SignedIn, action: string, fields: URLSearchParams, from = elsewhere.slice(0, 1)) => {
      for (const headers of from) {
        const request = app.post(action).set("Cookie", `visitor=${by}`).set(headers).type("form");
        const { status, text } = await request.send(fields.toString());
        expect([status, text.includes("was not sent from a page")], `${action} ${fields}`).toEqual([403, true]);
      }
    };
    const forms = await deskForms(app);
    for (const { by, action, fields } of forms) await refused(by, action, fields);
    expect(forms.length).toBeGreaterThan(45);
    // Whether a page leads there or not.
    const routes = deskRoutes.filter(({ submit }) => submit !== undefined);
    expect(routes.length).toBeGreaterThan(25);
    for (const { address } of routes)
      await refused("janssens", `/en${address.replaceAll("*", "x")}`, new URLSearchParams({ do: "submit" }), elsewhere);
    // Whatever stands in the place of the language.
    for (const language of ["en", "xx", "EN", "%65n"])
      for (const address of ["sign-in/link", "sign-out"])
        await refused("janssens", `/${language}/${address}`, new URLSearchParams({ secret: "x" }), elsewhere);
    const own = app
      .post("/xx/sign-out")
      .set({ Cookie: "visitor=janssens", "Sec-Fetch-Site": "same-origin" })
      .type("form");
    expect((await own.send("everywhere=1")).status).toBe(404);
    expect(await all(database)).toBe(before);
  });

  test("shows no answer of this one in a frame, whatever became of the request", async () => {
    const { database } = await open(world);
    const token = await createUserToken(database, { user: "nobody" }, "2015-01-01T00:00:00Z").catch(() => "none");
    const app = supertest(deskApp(database));
    const by = (name: string) => ({ Cookie: `visitor=${name}` });
    const own = { "Sec-Fetch-Site": "same-origin" };
    const answers = [
      [200, app.get("/en")],
      [200, app.get("/en/desk").set(by("claes"))],
      [200, app.get(`${basePath}/doc/`)],
      [302, app.get("/")],
      [304, app.get("/en/about").set("If-None-Match", (await app.get("/en/about")).headers.etag ?? "")],
      [400, app.get("/en/overdue?unknown=1")],
      [400, app.get("/en/%E0%A4%A")],
      [401, app.get(`${basePath}/me`).set("Authorization", `Bearer ${token}`)],
      [403, app.post("/en/desk/answers").set(by("claes"))],
      [404, app.get("/en/desk/users").set(by("claes"))],
      [404, app.get("/nothing")],
      [405, app.post("/en/about").set(own).type("form").send("a=1")],
      [400, app.post("/en/desk/answers").set(by("claes")).set(own).type("json").send("{}")],
      [422, app.post("/en/desk/reports/new").set(by("peeters")).set(own).type("form").send("do=draftReport")],
    ] as const;
    for (const [status, request] of answers) {
      const { headers, status: answered, request: sent } = await request;
      const told = `${sent.method} ${sent.url}`;
      expect.soft(answered, told).toBe(status);
      expect(headers["content-security-policy"], told).toMatch(/frame-ancestors 'none'/);
      expect(headers["x-frame-options"], told).toBe("DENY");
    }
  });
});
