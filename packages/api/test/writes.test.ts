import type { Actor } from "@heed/core";
import { createToken, verifyAudit } from "@heed/store";
import fc from "fast-check";
import supertest from "supertest";
import { expect, test } from "vitest";
import { z } from "zod";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/base-path.ts";
import { operations } from "../src/operations.ts";
import { Problem } from "../src/schemas/common.ts";
import { worldApp } from "./world-app.ts";

const writing = operations.filter(({ method }) => method !== "get");

/** Words, days and things that a body may hold where it should, and where it should not. */
const leaves = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom("accepted", "fullyImplemented", "granted", "implemented", "2015-06-30", "9999-12-31", "0000-01-01"),
  fc.constantFrom("2013-02-just", "2013-02", "report-2011", "justice", "response", "\u0000", "\ud800", "__proto__"),
  fc.constantFrom<unknown>(null, true, -1, 1e21, 2015, {}, [], { on: "2015-12-31" }, { kind: "response" }),
  fc.constantFrom<unknown>([{ kind: "document", title: "A law" }], { en: "Text" }, { name: "Letter" }, [[[]]]),
);

function bodyFor(input: z.ZodType | undefined): fc.Arbitrary<unknown> {
  const names =
    input instanceof z.ZodObject ? Object.keys(input.shape) : ["reason", "position", "title", "status", "x"];
  return fc.oneof(
    { weight: 5, arbitrary: fc.dictionary(fc.constantFrom(...names), leaves) },
    { weight: 1, arbitrary: leaves },
  );
}

describeDatabase("writing through the service", (open) => {
  test("never fails for what is sent, whatever it is", { timeout: 120_000 }, async () => {
    const { database } = await open();
    const app = supertest(await worldApp(database));
    const actors: Actor[] = [
      { name: "J. Claes", role: "respondent", organizations: ["justice"] },
      { name: "E. Maes", role: "editor", organizations: [] },
      { name: "A. Lambert", role: "assessor", organizations: [] },
    ];
    const tokens = await Promise.all(actors.map((actor) => createToken(database, actor, "2015-01-01T00:00:00Z")));
    const ids: Record<string, string[]> = {
      followUps: ["2013-02-just", "2011-03-just", "none"],
      reports: ["report-2011", "none"],
      recommendations: ["2013-02", "none"],
      reportingCycles: ["round-2014", "none"],
    };
    const statuses = new Set<number>();
    for (const { method, path, input, id } of writing) {
      const [collection = ""] = path.slice(1).split("/");
      const asked = fc.record({
        body: bodyFor(input),
        token: fc.constantFrom(...tokens),
        thing: fc.constantFrom(...(ids[collection] ?? ["none"])),
        version: fc.constantFrom('"1"', '"1"', '"7"', "nonsense", '"99999999999999999999"'),
      });
      await fc.assert(
        fc.asyncProperty(asked, async ({ body, token, thing, version }) => {
          const address = path.replace("{id}", thing).replaceAll(/\{\w+\}/g, "none");
          const type = method === "patch" ? "application/merge-patch+json" : "application/json";
          const response = await app[method as "post"](basePath + address)
            .set("Authorization", `Bearer ${token}`)
            .set("If-Match", version)
            .set("Content-Type", type)
            .send(JSON.stringify(body) ?? "");
          statuses.add(response.status);
          const told = `${id} ${JSON.stringify(body)}: ${response.text.slice(0, 200)}`;
          expect(response.status, told).toBeLessThan(500);
          if (response.status < 300) return;
          expect(response.type, told).toBe("application/problem+json");
          expect(Problem.parse(response.body).type, told).toMatch(/^urn:problem-type:(belgif|heed):/);
        }),
        { numRuns: 6, seed: 20261125 },
      );
    }
    for (const status of [400, 403, 404]) expect([...statuses]).toContain(status);
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });

  test("refuses an unknown property, another method, no tag and another media type on every operation", async () => {
    const { database } = await open();
    const app = supertest(await worldApp(database));
    const editor = await createToken(
      database,
      { name: "E. Maes", role: "editor", organizations: [] },
      "2015-01-01T00:00:00Z",
    );
    const signed = (method: string, path: string) =>
      app[method as "post"](basePath + path.replaceAll(/\{\w+\}/g, "none")).set("Authorization", `Bearer ${editor}`);
    for (const { method, path, input, id } of writing) {
      const refused = await signed("put", path);
      expect(refused.status, id).toBe(405);
      expect(refused.headers.allow, id).toContain(method.toUpperCase());
      expect(
        (await app[method as "post"](basePath + path.replaceAll(/\{\w+\}/g, "none"))).status,
        id,
      ).toBeGreaterThanOrEqual(401);
      if (input === undefined) continue;
      expect((await signed(method, path).set("Content-Type", "text/plain").send("x")).status, id).toBe(415);
    }
  });
});
