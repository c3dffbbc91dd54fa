import { createToken } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/base-path.ts";
import { operations } from "../src/operations.ts";
import { worldApp } from "./world-app.ts";

const writing = operations.filter(({ method }) => method !== "get");

describeDatabase("writing through the service", (open) => {
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
