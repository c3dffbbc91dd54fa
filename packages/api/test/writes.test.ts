import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { operations } from "../src/operations/operations.ts";
import { people, tokenOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const writing = operations.filter(({ method }) => method !== "get");

describeDatabase("writing through the service", (open) => {
  test("refuses an unknown property, another method, no tag and another media type on every operation", async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    const editor = await tokenOf(database, people.editor);
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

  test("reads a body in UTF-8, as it is or by gzip, and drops no sign of it", async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    const editor = { name: "E. Maes", role: "editor", organizations: [] } as const;
    const token = await tokenOf(database, editor);
    const observed = Buffer.from(JSON.stringify({ by: "GRETA", text: "Déjà vu" }));
    const send = async (body: Buffer, headers: Record<string, string>) => {
      const request = app
        .post(`${basePath}/followUps/2011-03-just/observations`)
        .set("Authorization", `Bearer ${token}`);
      request.set({ "If-Match": "*", "Content-Type": "application/json", ...headers });
      // As bytes: supertest would write an object as JSON.
      request.serialize((bytes: Buffer) => bytes as unknown as string);
      return request.send(body);
    };
    const garbage = Buffer.from("garbage");
    for (const [name, body, headers, status] of [
      ["as it is", observed, {}, 201],
      ["with its charset", observed, { "Content-Type": 'application/json; charset="UTF-8"' }, 201],
      ["by gzip", gzipSync(observed), { "Content-Encoding": "GZIP" }, 201],
      ["by gzip with more behind", Buffer.concat([gzipSync(observed), garbage]), { "Content-Encoding": "gzip" }, 400],
      ["by brotli", Buffer.concat([brotliCompressSync(observed), garbage]), { "Content-Encoding": "br" }, 415],
      ["by deflate", Buffer.concat([deflateSync(observed), garbage]), { "Content-Encoding": "deflate" }, 415],
      [
        "in another charset",
        Buffer.from(observed.toString(), "utf16le"),
        { "Content-Type": "application/json; charset=utf-16le" },
        415,
      ],
      ["in Latin-1", Buffer.from(observed.toString(), "latin1"), {}, 400],
    ] as const) {
      const answer = await send(body, headers);
      expect([name, answer.status], JSON.stringify(answer.body)).toEqual([name, status]);
      if (name.startsWith("by ") && status === 415) expect(answer.headers["accept-encoding"]).toBe("gzip, identity");
    }
  });
});
