import { verifyAudit } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { OrganizationDetail } from "../src/contract/common.ts";
import { people, tokenOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

describeDatabase("an organization that was written wrongly", (open) => {
  test("is corrected by the version that was read, and still found by what it was called", async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    const editor = await tokenOf(database, people.editor);
    const path = `${basePath}/organizations/justice`;
    const correct = (body: object, tag?: string, token = editor) => {
      const request = app.patch(path).set("Authorization", `Bearer ${token}`);
      return (tag === undefined ? request : request.set("If-Match", tag)).send(body);
    };
    const read = await app.get(path);
    expect(OrganizationDetail.parse(read.body)).toMatchObject({ code: "just", version: 1 });
    const tag = read.headers.etag ?? "";
    const changes = { code: "fpsjust", name: { en: "FPS Justice of Belgium" } };
    expect((await correct(changes)).status).toBe(428);
    expect((await correct(changes, tag, await tokenOf(database, people.justice))).status).toBe(403);
    const held = await tokenOf(database, { ...people.editor, name: "M. Myria", organizations: ["myria"] });
    expect((await correct(changes, tag, held)).status).toBe(403);
    const done = await correct(changes, tag);
    expect(done.body, done.text).toMatchObject({ version: 2, organization: { code: "fpsjust" } });
    expect((await correct({ level: "other" }, tag)).status).toBe(412);
    expect((await correct({ code: "ibz" }, "*")).body.status).toBe(409);
    expect((await app.get(path)).body.version).toBe(2);

    const late = async (named: string) =>
      (await app.get(`${basePath}/overdue?responsible=${encodeURIComponent(named)}`)).body.total;
    const total = await late("justice");
    expect(total).toBeGreaterThan(0);
    for (const named of ["just", "fpsjust", read.body.name.en, "FPS Justice of Belgium"])
      expect(await late(named)).toBe(total);
    const [first] = (await app.get(`${basePath}/overdue?responsible=fpsjust`)).body.items;
    expect(first.responsible).toMatchObject({ code: "fpsjust", name: { en: "FPS Justice of Belgium" } });
    const records = await database.all<{ action: string; body: string }>(
      "SELECT action, body FROM register_record WHERE kind = 'organization' AND thing_id = 'justice' ORDER BY sequence",
    );
    expect(records.map(({ action }) => action).at(-1)).toBe("correctOrganization");
    expect(JSON.parse(records.at(-2)?.body ?? "{}")).toMatchObject({ code: "just" });
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });
});
