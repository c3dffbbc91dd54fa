import { type Database, verifyAudit } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { operations } from "../src/operations/operations.ts";
import { adminToken, people, tokenOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

type Method = "get" | "post" | "patch";

const access = operations.filter(({ tag }) => tag === "access");

async function serve(database: Database, day = "2015-06-30") {
  const app = supertest(await worldApp(database, { now: () => new Date(`${day}T10:00:00+02:00`) }));
  return async (token: string, method: Method, path: string, body?: object, headers: Record<string, string> = {}) => {
    const request = app[method](basePath + path)
      .set("Authorization", `Bearer ${token}`)
      .set(headers);
    const answer = await (body === undefined ? request : request.send(body));
    const pattern = (each: string) => new RegExp(`^${each.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
    const of = access.find((each) => each.method === method && pattern(each.path).test(path.replace(/\?.*/, "")));
    if (answer.status < 300 && answer.status !== 304) of?.output.parse(answer.body);
    return answer;
  };
}

describeDatabase("users and tokens through the service", (open) => {
  test("are for an admin alone, with a token for all that the admin may do", { timeout: 180_000 }, async () => {
    const { database } = await open(world);
    const send = await serve(database);
    const admin = await adminToken(database);
    const [{ id }] = (await send(admin, "get", "/users")).body.items;
    const narrowed = await send(admin, "post", "/tokens", { user: id, acts: ["respond"] });
    const tokens = [narrowed.body.token];
    for (const person of Object.values(people)) tokens.push(await tokenOf(database, person));
    for (const { method, path } of access) {
      const at = path.replace("{id}", path.startsWith("/users") ? id : narrowed.body.id);
      const body = method === "get" ? undefined : {};
      for (const token of tokens)
        expect((await send(token, method as Method, at, body, { "If-Match": "*" })).status, `${method} ${at}`).toBe(
          403,
        );
      expect(
        (
          await supertest(await worldApp(database))
            [method](basePath + at)
            .send(body)
        ).status,
      ).toBe(401);
    }
    expect((await send(admin, "get", "/users?withTotal=true")).body.total).toBe(1);
  });

  test("a user is added, gets and loses roles by the version that was read, and leaves", async () => {
    const { database } = await open(world);
    const send = await serve(database);
    const admin = await adminToken(database);
    const given = { name: "A. Lambert", email: "a@example.org", roles: [{ role: "assessor", organization: "myria" }] };
    const added = await send(admin, "post", "/users", given);
    expect(added.body).toMatchObject({ version: 1, roles: [{ role: "assessor", from: "2015-06-30" }] });
    expect(added.headers.location).toBe(added.body.href);
    const path = `/users/${added.body.id}`;
    const read = await send(admin, "get", path);
    const tag = { "If-Match": read.headers.etag ?? "" };
    expect((await send(admin, "get", path, undefined, { "If-None-Match": read.headers.etag ?? "" })).status).toBe(304);
    const changes = { addRoles: [{ role: "editor" }], email: null };
    expect((await send(admin, "patch", path, changes)).status).toBe(428);
    const changed = await send(admin, "patch", path, changes, tag);
    expect(changed.body).toMatchObject({ version: 2, roles: [{ role: "assessor" }, { role: "editor" }] });
    expect(changed.body.email).toBeUndefined();
    expect((await send(admin, "patch", path, changes, tag)).status).toBe(412);
    const unknown = await send(admin, "patch", path, { addRoles: [{ role: "director" }] }, { "If-Match": "*" });
    expect([unknown.status, unknown.body.issues[0].name]).toEqual([400, "addRoles.0.role"]);
    expect((await send(admin, "post", "/users", { name: "A. LAMBERT" })).status).toBe(409);

    const { body: made } = await send(admin, "post", "/tokens", { user: added.body.id });
    expect((await send(made.token, "get", "/me")).body.name).toBe("A. Lambert");
    const left = await send(admin, "post", `${path}/departures`, {}, { "If-Match": '"2"' });
    expect(left.body).toMatchObject({ version: 3, leftOn: "2015-06-30" });
    expect((await send(made.token, "get", "/reports")).body.detail).toBe("A. Lambert left on 2015-06-30");
    expect((await send(admin, "post", "/tokens", { user: added.body.id })).status).toBe(409);

    expect((await send(admin, "get", "/users?name=a.%20lambert")).body.items).toHaveLength(1);
    for (const asked of ["/users?name=a.%20lamber", "/tokens?user=nobody"]) {
      const unknown = await send(admin, "get", asked);
      expect([unknown.status, unknown.body.issues?.[0]?.in], asked).toEqual([400, "query"]);
      if (asked.startsWith("/users")) expect(unknown.body.issues[0].detail).toContain("did you mean A. Lambert?");
    }
    const first = await send(admin, "get", "/users?pageSize=1");
    const second = await send(admin, "get", first.body.next.replace(basePath, ""));
    expect([...first.body.items, ...second.body.items].map(({ name }) => name)).toEqual(["A. Lambert", "S. Systems"]);
    expect((await send(admin, "get", "/users/nobody")).status).toBe(404);
    const records = await database.all<{ actor: string; action: string }>(
      "SELECT actor, action FROM register_record WHERE thing_id = ? ORDER BY sequence",
      [added.body.id],
    );
    expect(records).toEqual(["addUser", "changeUser", "leaveUser"].map((action) => ({ actor: "S. Systems", action })));
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });

  test("a token is shown once, rotated and revoked; a repeat of the request makes no second one", async () => {
    const { database } = await open(world);
    const send = await serve(database);
    const admin = await adminToken(database);
    const given = {
      name: "Portal of Justice",
      role: "respondent",
      organizations: ["justice"],
      expiresOn: "2015-12-31",
    };
    const key = { "Idempotency-Key": "one" };
    const made = await send(admin, "post", "/tokens", given, key);
    expect([made.status, made.headers["cache-control"]]).toEqual([201, "no-store"]);
    const { token, id } = made.body;
    expect((await send(token, "get", "/me")).body.rights).toEqual([{ role: "respondent", organizations: ["justice"] }]);
    const again = await send(admin, "post", "/tokens", given, key);
    expect(again.body).toEqual({ id, href: made.body.href });
    expect(JSON.stringify(await database.all("SELECT * FROM idempotency_key"))).not.toContain(token);
    const path = `/tokens/${id}`;
    const read = await send(admin, "get", path);
    expect(read.body).toMatchObject({ id, version: 1, expiresAt: "2015-12-31T22:59:59.999Z" });
    expect(read.text).not.toContain(token);

    const rotation = { keepUntil: "2015-07-07T00:00:00Z" };
    expect((await send(admin, "post", `${path}/rotations`, rotation)).status).toBe(428);
    const next = await send(admin, "post", `${path}/rotations`, rotation, { "If-Match": read.headers.etag ?? "" });
    expect([next.status, next.headers["cache-control"]]).toEqual([201, "no-store"]);
    for (const each of [token, next.body.token]) expect((await send(each, "get", "/me")).status).toBe(200);
    expect((await (await serve(database, "2015-07-08"))(token, "get", "/me")).status).toBe(401);
    const stale = { "If-Match": read.headers.etag ?? "" };
    expect((await send(admin, "post", `${path}/revocations`, undefined, stale)).status).toBe(412);
    const revoked = await send(admin, "post", `${path}/revocations`, undefined, { "If-Match": '"2"' });
    expect(revoked.body).toMatchObject({ id, version: 3, revokedAt: "2015-06-30T08:00:00.000Z" });
    expect((await send(token, "get", "/me")).status).toBe(401);
    expect((await send(admin, "post", `${path}/revocations`, undefined, { "If-Match": "*" })).status).toBe(404);
    expect((await send(admin, "get", "/tokens?withTotal=true")).body).toMatchObject({ total: 3 });
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });

  test("a token that nobody can hold is refused, with the place", async () => {
    const { database } = await open(world);
    const send = await serve(database);
    const admin = await adminToken(database);
    const refused = async (given: object) => {
      const { status, body } = await send(admin, "post", "/tokens", given);
      return [status, body.issues[0].name];
    };
    expect(await refused({ name: "P", role: "editor", user: "nobody" })).toEqual([400, undefined]);
    expect(await refused({ user: "nobody" })).toEqual([400, "user"]);
    expect(await refused({ name: "P", role: "respondent" })).toEqual([400, "organizations"]);
    expect(await refused({ name: "P", role: "editor", organizations: ["nowhere"] })).toEqual([400, "organizations.0"]);
    expect(await refused({ name: "P", role: "editor", acts: ["dance"] })).toEqual([400, "acts"]);
    expect(await refused({ name: "P", role: "editor", expiresOn: "2015-06-29" })).toEqual([400, "expiresOn"]);
    expect((await send(admin, "get", "/tokens")).body.items).toHaveLength(1);
  });
});
