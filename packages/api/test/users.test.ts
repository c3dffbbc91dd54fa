import { randomUUID } from "node:crypto";
import {
  addUser,
  createUserToken,
  type Database,
  endUser,
  reviseUser,
  revokeToken,
  rotateToken,
  verifyAudit,
} from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { tokenOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const by = { actor: "admin", systemUser: "admin" };
const keeping = (today = "2015-01-01") => ({ at: `${today}T08:00:00Z`, today, newId: randomUUID, by });

const claes = {
  name: "J. Claes",
  email: "j.claes@example.org",
  roles: [
    { role: "respondent", organization: "justice", from: "2014-01-01" },
    { role: "respondent", organization: "interior", from: "2015-07-02" },
    { role: "assessor", from: "2013-01-01", until: "2015-06-30" },
  ],
};

async function serve(database: Database, day = "2015-06-30") {
  const app = supertest(await worldApp(database, { now: () => new Date(`${day}T10:00:00+02:00`) }));
  return (token: string, method: "get" | "post", path: string, body?: object) => {
    const request = app[method](basePath + path)
      .set("Authorization", `Bearer ${token}`)
      .set("If-Match", "*");
    return body === undefined ? request : request.send(body);
  };
}

describeDatabase("a user", (open) => {
  test("has with a token of its own the roles of the day, and is one person in all of them", async () => {
    const { database } = await open(world);
    const { id } = await addUser(database, claes, keeping());
    const token = await createUserToken(database, { user: id }, "2015-01-01T08:00:00Z");
    const rightsOn = async (day: string) => (await (await serve(database, day))(token, "get", "/me")).body.rights;
    const respondent = { role: "respondent", organizations: ["justice"] };
    expect(await rightsOn("2015-06-30")).toEqual([respondent, { role: "assessor", organizations: [] }]);
    expect(await rightsOn("2015-07-01")).toEqual([respondent]);
    expect(await rightsOn("2015-07-02")).toEqual([{ ...respondent, organizations: ["justice", "interior"] }]);
    const send = await serve(database);
    const answered = await send(token, "post", "/followUps/2013-02-just/responses", { position: "accepted" });
    expect(answered.body.entries[0]).toMatchObject({ actor: "J. Claes", author: { id, side: "addressee" } });

    await endUser(database, id, "2015-07-03", keeping("2015-07-01"));
    const later = await serve(database, "2015-07-03");
    const refused = { status: 403, body: { detail: "J. Claes left on 2015-07-03" } };
    for (const path of ["/me", "/followUps/2013-02-just", "/overdue"])
      expect(await later(token, "get", path)).toMatchObject(refused);
    expect(await later(token, "post", "/followUps/2013-02-just/responses", { position: "noted" })).toMatchObject(
      refused,
    );
    const other = await tokenOf(database, { name: "E. Maes", role: "editor", organizations: [] });
    const { text } = await later(other, "get", "/followUps/2013-02-just");
    expect(text).toContain("J. Claes");
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });

  test("who holds none of the roles of a token is refused, as with a token of an issuer", async () => {
    const { database } = await open(world);
    const { id } = await addUser(database, { ...claes, roles: claes.roles.slice(2) }, keeping());
    const token = await createUserToken(database, { user: id }, "2015-01-01T08:00:00Z");
    expect((await (await serve(database))(token, "get", "/reports")).status).toBe(200);
    expect(await (await serve(database, "2015-07-01"))(token, "get", "/reports")).toMatchObject({
      status: 403,
      body: { detail: "the token is valid, but J. Claes holds no role here" },
    });
  });

  test("has a name that no other user and no token has, also after leaving, and an identity of its own", async () => {
    const { database } = await open(world);
    const identity = { issuer: "https://login.example.org", subject: "42" };
    const { id } = await addUser(database, { ...claes, identities: [identity] }, keeping());
    await endUser(database, id, "2015-01-02", keeping());
    const taken = { code: "duplicateReference" };
    for (const name of ["J. Claes", "j.  CLAES", "J. Сlaes"]) {
      await expect(addUser(database, { name }, keeping())).rejects.toMatchObject(taken);
      await expect(tokenOf(database, { name, role: "editor", organizations: [] })).rejects.toMatchObject(taken);
    }
    await expect(addUser(database, { name: "Other", identities: [identity] }, keeping())).rejects.toMatchObject(taken);
    await tokenOf(database, { name: "E. Maes", role: "editor", organizations: [] });
    await expect(addUser(database, { name: "E. MAES" }, keeping())).rejects.toMatchObject(taken);
  });

  test("is refused what no user can be, with the place", async () => {
    const { database } = await open(world);
    const refused = async (roles: object[]) => {
      const error = await addUser(database, { name: "N. New", roles }, keeping()).catch((each) => each);
      return [error.code, error.issues?.[0]?.name];
    };
    expect(await refused([{ role: "respondent" }])).toEqual(["invalidInput", "roles.0.organization"]);
    expect(await refused([{ role: "admin", organization: "justice" }])).toEqual([
      "invalidInput",
      "roles.0.organization",
    ]);
    expect(await refused([{ role: "editor", organization: "nowhere" }])).toEqual([
      "unknownOrganization",
      "roles.0.organization",
    ]);
    expect(await refused([{ role: "editor", from: "2015-02-01", until: "2015-01-31" }])).toEqual([
      "invalidInput",
      "roles.0.until",
    ]);
    expect(await refused([{ role: "director" }])).toEqual(["invalidInput", "roles.0.role"]);
  });

  test("gets and loses a role, which the audit keeps; a role given by hand is found", async () => {
    const { database } = await open(world);
    const { id } = await addUser(database, claes, keeping());
    const ended = { endRoles: [{ role: "assessor", until: "2015-03-31" }], addRoles: [{ role: "editor" }] };
    const changed = await reviseUser(database, id, { ...ended, email: null }, keeping("2015-03-01"));
    expect(changed.roles.slice(2)).toEqual([
      { role: "assessor", from: "2013-01-01", until: "2015-03-31" },
      { role: "editor", from: "2015-03-01" },
    ]);
    await expect(
      reviseUser(database, id, { endRoles: [{ role: "admin" }] }, keeping("2015-03-01")),
    ).rejects.toMatchObject({ code: "invalidInput" });
    expect((await verifyAudit(database)).fault).toBeUndefined();
    const kept = await database.all<{ body: string }>("SELECT body FROM register_record WHERE kind = 'user'");
    expect(kept).toHaveLength(2);
    expect(JSON.stringify(kept)).not.toContain("example.org");
    await database.run("UPDATE user_role SET role = 'admin' WHERE role = 'editor'");
    expect((await verifyAudit(database)).fault).toMatchObject({ kind: "user", thing: id });
  });

  test("acts from the day of a change for what its organization inherited, and not before", async () => {
    const { database } = await open(world);
    const { id } = await addUser(
      database,
      { name: "N. New", roles: [{ role: "respondent", organization: "interior" }] },
      keeping(),
    );
    const token = await createUserToken(database, { user: id }, "2015-01-01T08:00:00Z");
    const editor = await tokenOf(database, { name: "E. Maes", role: "editor", organizations: [] });
    const merger = {
      type: "absorbed",
      on: "2015-07-10",
      originals: ["justice"],
      results: [{ organization: "interior" }],
    };
    const changed = await (await serve(database, "2015-06-30"))(editor, "post", "/organizationChanges", merger);
    expect(changed.status, changed.text).toBe(201);
    const answer = async (day: string) =>
      (await (await serve(database, day))(token, "post", "/followUps/2013-02-just/responses", { position: "noted" }))
        .status;
    expect([await answer("2015-07-09"), await answer("2015-07-10")]).toEqual([403, 201]);
  });

  test("gives a program a token for some of what it may do, and takes it back", async () => {
    const { database } = await open(world);
    const { id } = await addUser(
      database,
      {
        ...claes,
        roles: [
          { role: "respondent", organization: "justice" },
          { role: "respondent", organization: "interior" },
          { role: "assessor" },
        ],
      },
      keeping(),
    );
    const made = "2015-01-01T08:00:00Z";
    const token = await createUserToken(
      database,
      { user: id, organizations: ["interior", "myria"], acts: ["respond"] },
      made,
    );
    const send = await serve(database);
    expect((await send(token, "get", "/me")).body).toMatchObject({
      rights: [
        { role: "respondent", organizations: ["interior"] },
        { role: "assessor", organizations: ["interior", "myria"] },
      ],
      acts: ["respond"],
    });
    expect((await send(token, "post", "/followUps/2013-02-just/responses", { position: "noted" })).status).toBe(403);
    const prefix = token.split("_")[1] ?? "";
    const next = await rotateToken(database, prefix, { keepUntil: "2015-07-01T08:00:00Z" }, "2015-06-29T08:00:00Z");
    const me = async (each: string) => (await send(each, "get", "/me")).body;
    expect(await me(next)).toEqual(await me(token));
    expect((await (await serve(database, "2015-07-02"))(token, "get", "/me")).status).toBe(401);
    const last = await rotateToken(database, next.split("_")[1] ?? "", {}, "2015-06-30T07:00:00Z");
    expect((await send(next, "get", "/me")).status).toBe(401);
    await revokeToken(database, last.split("_")[1] ?? "", made);
    expect((await send(last, "get", "/me")).status).toBe(401);
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });
});
