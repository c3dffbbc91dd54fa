import supertest from "supertest";
import { expect, test } from "vitest";
import type { z } from "zod";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { Href } from "../src/contract/common.ts";
import { linkNames } from "../src/http/public-links.ts";
import { operations } from "../src/operations/operations.ts";
import { worldApp } from "./world-app.ts";

const publicUrl = "https://example.org/heed/";
const outside = `https://example.org/heed${basePath}`;

describeDatabase("behind a proxy", (open) => {
  test("links, pages, places and documents have the public address", async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database, { publicUrl }));
    const { body } = await app.get(`${basePath}/overdue?pageSize=2&page=2`);
    for (const name of ["self", "next", "prev"]) expect(body[name], name).toMatch(new RegExp(`^${outside}/overdue`));
    expect(body.items[0].followUp.href).toMatch(new RegExp(`^${outside}/followUps/`));
    expect((await app.get("/")).headers.location).toBe("/heed/en");
    for (const name of ["openapi.json", "openapi31.json"])
      expect((await app.get(`${basePath}/doc/${name}`)).body.servers).toMatchObject([{ url: outside }]);
    const plain = supertest(await worldApp((await open(world)).database));
    expect((await plain.get(`${basePath}/overdue`)).body.self).toMatch(/^\/recommendationFollowUp/);
  });

  test("each client has its own rate limit where the proxy is trusted, and none can feign another", async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database, { rateLimit: 1, trustedProxies: ["loopback"] }));
    const ask = async (client: string) => (await app.get(`${basePath}/reports`).set("X-Forwarded-For", client)).status;
    expect([await ask("192.0.2.1"), await ask("192.0.2.2"), await ask("192.0.2.1")]).toEqual([200, 200, 429]);
    const alone = supertest(await worldApp((await open(world)).database, { rateLimit: 1 }));
    const feign = async (client: string) => alone.get(`${basePath}/reports`).set("X-Forwarded-For", client);
    expect((await feign("192.0.2.1")).status).toBe(200);
    const refused = await feign("192.0.2.2");
    expect([refused.status, refused.type]).toEqual([429, "application/problem+json"]);
    expect(refused.headers["retry-after"]).toBeDefined();
  });

  test("a client is one client whatever port the proxy writes, and what is no address is one too", async () => {
    const { database } = await open(world);
    const statuses = async (...clients: string[]) => {
      const app = supertest(await worldApp(database, { rateLimit: 1, trustedProxies: ["loopback"] }));
      const answers: number[] = [];
      for (const client of clients)
        answers.push((await app.get(`${basePath}/reports`).set("X-Forwarded-For", client)).status);
      return answers;
    };
    expect(await statuses("8.8.8.8:1001", "8.8.8.8:1002", "8.8.8.8", "8.8.4.4:1001")).toEqual([200, 429, 429, 200]);
    expect(await statuses("[2001:db8::1]:1001", "[2001:db8::1]", "2001:db8::1")).toEqual([200, 429, 429]);
    expect(await statuses("unknown1", "unknown2", "_hidden", "")).toEqual([200, 429, 429, 429]);
    expect(await statuses("8.8.8.8:1, 127.0.0.1:2", "8.8.4.4:1, 127.0.0.1:3")).toEqual([200, 200]);
    expect(await statuses("::ffff:8.8.8.8", "8.8.8.8", "::ffff:8.8.4.4")).toEqual([200, 429, 200]);
  });

  test("the health of the service is told to everybody, as often as they ask", async () => {
    const app = supertest(await worldApp((await open(world)).database, { rateLimit: 1 }));
    for (let times = 0; times < 3; times++) expect((await app.get(`${basePath}/health`)).status).toBe(200);
  });

  test("pages of allowed origins read what is public, and write nothing", async () => {
    const { database } = await open(world);
    const origin = "https://example.org";
    const app = supertest(await worldApp(database, { allowedOrigins: [origin] }));
    const allowed = async (from: string, method: "get" | "post" | "options", asked = "GET") =>
      (await app[method](`${basePath}/overdue`).set({ Origin: from, "Access-Control-Request-Method": asked })).headers[
        "access-control-allow-origin"
      ];
    expect(await allowed(origin, "get")).toBe(origin);
    expect(await allowed(origin, "options")).toBe(origin);
    expect(await allowed("https://other.example", "get")).toBeUndefined();
    expect(await allowed(origin, "post")).toBeUndefined();
    expect(await allowed(origin, "options", "POST")).toBeUndefined();
  });
});

test("every property that is a link is known as one", () => {
  const found = new Set<string>();
  const seen = new Set<unknown>();
  const walk = (schema: z.core.$ZodType, name: string): void => {
    if ((schema as unknown) === Href) found.add(name);
    const { def } = (schema as z.core.$ZodTypes)._zod;
    if (def.type === "optional" || def.type === "default" || def.type === "nullable") walk(def.innerType, name);
    if (seen.has(schema)) return;
    seen.add(schema);
    if (def.type === "object") for (const [key, each] of Object.entries(def.shape)) walk(each, key);
    if (def.type === "array") walk(def.element, name);
    if (def.type === "union") for (const each of def.options) walk(each, name);
  };
  for (const { output } of operations) walk(output, "");
  expect(found.size).toBeGreaterThan(3);
  expect(linkNames).toEqual(expect.arrayContaining([...found]));
});
