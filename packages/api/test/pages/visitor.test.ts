import type { Database } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../../core/test/example-world.ts";
import { describeDatabase } from "../../../store/test/describe-database.ts";
import { worldApp } from "../world-app.ts";

const lambert = { id: "anne", name: "A. <Lambert>", rights: [{ role: "editor" as const, organizations: [] }] };
const served = async (database: Database, visitor: "signed in" | "nobody" | "no sign-in") =>
  supertest(
    await worldApp(
      database,
      visitor === "no sign-in"
        ? {}
        : {
            visitorOf: async () =>
              visitor === "nobody" ? undefined : { person: lambert, reader: { rights: lambert.rights } },
          },
    ),
  );

describeDatabase("a page", (_, openToRead) => {
  test("for who is signed in has the name, and is kept nowhere; for everybody else it is as before", async () => {
    const { database } = await openToRead(world);
    const signedIn = await served(database, "signed in");
    const nobody = await served(database, "nobody");
    const tag = (await nobody.get("/en/overdue")).headers.etag as string;
    for (const [path, status] of [
      ["/en/overdue", 200],
      ["/en/nothing", 404],
      ["/en/overdue?asOf=x", 400],
    ] as const) {
      const page = await signedIn.get(path).set("If-None-Match", tag);
      expect([page.status, page.headers["cache-control"]]).toEqual([status, "private, no-store"]);
      expect(page.headers.etag).toBeUndefined();
      expect(page.text).toContain("A. &lt;Lambert>");
      expect(page.text).toContain('<form action="/en/sign-out" method="post">');
      expect(page.text).toContain('href="/en/desk"');
    }
    const told = await nobody.get("/en/overdue").set("If-None-Match", tag);
    expect([told.status, told.headers["cache-control"]]).toEqual([304, "no-cache"]);
    const page = await nobody.get("/nl/overdue");
    expect(page.text).toContain('<a href="/nl/sign-in?to=%2Fnl%2Foverdue" rel="nofollow">Aanmelden</a>');
    expect(page.text).not.toContain("sign-out");
  });

  test("shows the public's record to who is signed in, and no way in where nobody can sign in", async () => {
    const { database } = await openToRead(world);
    const bodies: string[] = [];
    for (const visitor of ["signed in", "no sign-in"] as const) {
      const { text } = await (await served(database, visitor)).get("/en/recommendations");
      bodies.push(text.replace(/<nav class="heed-visitor".*?<\/nav>/, ""));
      expect(text.includes("heed-visitor")).toBe(visitor === "signed in");
    }
    expect(bodies[0]).toBe(bodies[1]);
  });
});
