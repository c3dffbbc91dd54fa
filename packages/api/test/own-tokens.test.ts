import { addUser, createUserToken, type Database, verifyAudit } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { hiddenIn, servedDesks } from "./pages/desk-forms.ts";
import { adminToken, people, tokenOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const at = "2015-01-01T08:00:00Z";

/** J. Claes, who answers for justice, and is who is signed in as `claes` on the pages. */
async function claes(database: Database) {
  const by = { actor: "root", systemUser: "root" };
  const roles = [{ role: "respondent", organization: "justice" }];
  await addUser(database, { name: "J. Claes", roles }, { at, today: "2015-01-01", newId: () => "u-claes", by });
  return createUserToken(database, { user: "u-claes" }, at, by);
}

async function serve(database: Database) {
  const app = supertest(await worldApp(database, { publicUrl: "https://example.org/heed/" }));
  return (token: string, method: "get" | "post", path: string, body: object = {}) => {
    const request = app[method](basePath + path).set("Authorization", `Bearer ${token}`);
    return method === "get" ? request : request.set("If-Match", "*").send(body);
  };
}

describeDatabase("a user's own tokens", (open) => {
  test("are made, seen, rotated and revoked by the user, for no more than the user may do", async () => {
    const { database } = await open(world);
    const mine = await claes(database);
    const [admin, program] = [await adminToken(database), await tokenOf(database, people.editor)];
    const ask = await serve(database);

    const made = await ask(mine, "post", "/tokens", { organizations: ["justice"], acts: ["respond"] });
    expect(made.status, made.text).toBe(201);
    const limited: string = made.body.token;
    expect((await ask(limited, "get", "/me")).body).toMatchObject({ name: "J. Claes", acts: ["respond"] });
    const listed = async (by: string, path = "/tokens") =>
      (await ask(by, "get", path)).body.items.map(({ id }: { id: string }) => id);
    const ids = [mine, limited].map((each) => each.split("_").slice(0, 2).join("_"));
    expect(await listed(mine)).toEqual(ids);
    expect((await ask(mine, "get", "/tokens?user=u-other")).status).toBe(400);
    // An admin sees every token, and whose it is.
    expect(await listed(admin)).toEqual(expect.arrayContaining(ids));
    expect((await ask(admin, "get", `/tokens/${ids[1]}`)).body.user.id).toBe("u-claes");

    const refused = async (body: object, status = 403) => {
      const answer = await ask(mine, "post", "/tokens", body);
      expect(answer.status, JSON.stringify(body)).toBe(status);
      return answer.body.issues?.map(({ name }: { name: string }) => name);
    };
    await refused({ user: "u-other" });
    await refused({ name: "Loader", role: "editor" });
    expect(await refused({ organizations: ["justice", "interior"] }, 400)).toEqual(["organizations.1"]);
    expect(await refused({ acts: ["respond", "assess", "publish"] }, 400)).toEqual(["acts.1", "acts.2"]);
    expect(await refused({ acts: ["rule"] }, 400)).toEqual(["acts"]);

    // With a token for some acts or organizations nobody makes one for more, nor keeps one alive; a program has none of its own.
    const ofJustice = (await ask(mine, "post", "/tokens", { organizations: ["justice"] })).body.token;
    for (const by of [limited, ofJustice, program])
      for (const [method, path] of [
        ["get", "/tokens"],
        ["post", "/tokens"],
        ["post", `/tokens/${ids[1]}/rotations`],
        ["get", "/users"],
        ["post", "/users/u-claes/signInLinks"],
      ] as const)
        expect((await ask(by, method, path)).status, `${method} ${path}`).toBe(403);

    // What is somebody else's is not there.
    const others = program.split("_").slice(0, 2).join("_");
    for (const [method, path] of [
      ["get", `/tokens/${others}`],
      ["post", `/tokens/${others}/rotations`],
      ["post", `/tokens/${others}/revocations`],
    ] as const)
      expect((await ask(mine, method, path)).status, path).toBe(404);
    expect((await ask(program, "get", "/me")).status).toBe(200);

    const rotated = await ask(mine, "post", `/tokens/${ids[1]}/rotations`);
    expect((await ask(limited, "get", "/me")).status).toBe(401);
    expect((await ask(rotated.body.token, "get", "/me")).body).toMatchObject({ acts: ["respond"] });
    expect((await ask(mine, "post", `/tokens/${rotated.body.id}/revocations`)).status).toBe(201);
    expect((await ask(rotated.body.token, "get", "/me")).status).toBe(401);
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });

  test("have their page, where the form has no field for whose it is", async () => {
    const { database } = await open(world);
    await claes(database);
    const { get, send, hidden } = servedDesks(database);
    const tokens = "/en/desk/tokens";
    expect((await get("claes", "/en/desk")).text).toContain(`href="${tokens}"`);
    expect((await get("wouters", "/en/desk")).text).not.toContain(tokens);
    expect((await get("wouters", tokens)).status).toBe(404);
    expect((await get("claes", tokens)).text).toContain("Your tokens");
    const form = (await get("claes", `${tokens}/new`)).text;
    expect([form.includes('name="role"'), form.includes('name="acts"')]).toEqual([false, true]);
    const { key = "" } = await hidden("claes", `${tokens}/new`);
    const make = (fields: Record<string, string>) =>
      send("claes", `${tokens}/new`, { key, do: "createToken", ...fields });
    for (const [field, typed] of [
      ["organizations", "FPS Interior"],
      ["acts", "assess"],
    ] as const) {
      const { status, text } = await make({ [field]: typed });
      expect([status, text.includes(`href="#${field}"`), text.includes("only what you may do yourself")]).toEqual([
        ...[422, true, true],
      ]);
    }
    // Fields of an admin's form say nothing here.
    const made = await make({ name: "Loader", role: "editor", organizations: "FPS Justice" });
    const token = /<code class="heed-digest">([^<]+)</.exec(made.text)?.[1] ?? "";
    const ask = await serve(database);
    expect((await ask(token, "get", "/me")).body).toMatchObject({ id: "u-claes", organizations: ["justice"] });
    const one = `${tokens}/${token.split("_")[1]}`;
    expect((await get("janssens", one)).text).toContain("/en/desk/users/u-claes");
    const shown = (await get("claes", one)).text;
    expect([shown.includes("J. Claes"), shown.includes("/en/desk/users/")]).toEqual([true, false]);
    const { version = "" } = hiddenIn(shown);
    expect((await send("claes", one, { version, key: "r", sure: "yes", do: "revoke" })).status).toBe(303);
    expect((await ask(token, "get", "/me")).status).toBe(401);
  });

  test("stay when an admin makes a link to sign in once, which a repeated request does not tell again", async () => {
    const { database } = await open(world);
    const mine = await claes(database);
    const admin = await adminToken(database);
    const ask = await serve(database);
    const link = () => ask(admin, "post", "/users/u-claes/signInLinks").set("Idempotency-Key", "a-link");
    const { status, body, headers } = await link();
    expect([status, headers["cache-control"], body.expiresAt]).toEqual([201, "no-store", "2015-06-30T08:30:00.000Z"]);
    expect(body.address).toMatch(/^https:\/\/example\.org\/heed\/en\/sign-in\/link\?secret=[\w-]{43}$/);
    expect((await link()).body).toEqual({ expiresAt: body.expiresAt });
    expect(await database.all("SELECT 1 FROM sign_in_link")).toHaveLength(1);
    const late = await ask(admin, "post", "/users/u-claes/signInLinks", { expiresAt: "2015-06-30T07:00:00Z" });
    expect([late.status, late.body.issues[0].name]).toEqual([400, "expiresAt"]);
    expect((await ask(admin, "post", "/users/nobody/signInLinks")).status).toBe(404);
    expect((await ask(mine, "post", "/users/u-claes/signInLinks")).status).toBe(403);
    expect((await ask(mine, "post", "/users/u-claes/signOuts")).status).toBe(403);
    const out = await ask(admin, "post", "/users/u-claes/signOuts");
    expect([out.status, out.body]).toEqual([201, { sessions: 0 }]);
    expect(await database.all("SELECT 1 FROM sign_in_link WHERE used_at IS NULL")).toHaveLength(0);
    expect((await ask(mine, "get", "/me")).status).toBe(200);
  });
});
