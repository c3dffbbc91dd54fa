import {
  addUser,
  createSignInLink,
  type Database,
  endSession,
  endSessionsOf,
  endUser,
  personOfSession,
  readSignInLink,
  reviseUser,
  sessionsOf,
  signInByLink,
  startSession,
  usualSessionLimits,
  verifyAudit,
} from "@heed/store";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "./describe-database.ts";

const at = "2015-06-30T08:00:00.000Z";
const today = "2015-06-30";
const minutes = (count: number, from = at) => new Date(Date.parse(from) + count * 60_000).toISOString();
const keeping = { at, today, newId: () => "anne", by: { actor: "admin", systemUser: "admin" } };
const editor = { role: "editor" as const, organizations: [] };
const limits = usualSessionLimits;

const withUser = async (database: Database) => {
  await addUser(database, { name: "A. Lambert", roles: [{ role: "editor" }] }, keeping);
  return { id: "anne", name: "A. Lambert", userId: "anne", claimed: [] };
};
const person = (database: Database, secret: string, moment = at, day = today) =>
  personOfSession(database, secret, limits, moment, day);
const link = (database: Database, expiresAt = minutes(30), when = {}) =>
  createSignInLink(database, { user: "anne", expiresAt }, { ...keeping, ...when });
const signIn = (database: Database, secret: string, moment = at) =>
  signInByLink(database, secret, limits, moment, today);

describeDatabase("a session", (open) => {
  test("is of a user with the roles of each day, and keeps a digest of its secret alone", async () => {
    const { database } = await open(world);
    const secret = await startSession(database, await withUser(database), limits, at);
    expect(await person(database, secret)).toEqual({ id: "anne", name: "A. Lambert", rights: [editor] });
    expect(await person(database, `${secret}x`)).toBeUndefined();
    const [row] = await database.all<object>("SELECT * FROM session");
    expect(JSON.stringify(row)).not.toContain(secret);
    await reviseUser(database, "anne", { addRoles: [{ role: "admin", from: "2015-07-01" }] }, keeping);
    expect((await person(database, secret, at, "2015-07-01"))?.rights).toHaveLength(2);
    await reviseUser(
      database,
      "anne",
      {
        endRoles: [
          { role: "editor", until: today },
          { role: "admin", until: "2015-07-01" },
        ],
      },
      keeping,
    );
    expect(await person(database, secret, at, "2015-07-02")).toBeUndefined();
  });

  test("of who left is nobody's from that day on", async () => {
    const { database } = await open(world);
    const who = await withUser(database);
    const secret = await startSession(
      database,
      { ...who, claimed: [{ role: "parliament", organizations: [] }] },
      limits,
      at,
    );
    expect((await person(database, secret))?.rights).toHaveLength(2);
    await endUser(database, "anne", "2015-07-01", keeping);
    expect((await person(database, secret))?.rights).toHaveLength(2);
    expect(await person(database, secret, at, "2015-07-01")).toBeUndefined();
  });

  test("of who is no user has what was claimed; without any right it is nobody's", async () => {
    const { database } = await open(world);
    const who = { id: "oidc:1", name: "N. Peeters (1 at login)" };
    const secret = await startSession(database, { ...who, claimed: [editor] }, limits, at);
    expect(await person(database, secret)).toEqual({ ...who, rights: [editor] });
    expect(await person(database, await startSession(database, { ...who, claimed: [] }, limits, at))).toBeUndefined();
  });

  test("ends when nothing is asked for, is kept by what is, and never lasts longer than in all", async () => {
    const { database } = await open(world);
    const secret = await startSession(database, await withUser(database), limits, at);
    const idleEnd = async () => (await sessionsOf(database, "anne", at))[0]?.idleEndsAt;
    expect(await person(database, secret, minutes(30))).toBeUndefined();
    // Within a minute the use is not noted, so that reading writes nothing.
    expect(await person(database, secret, minutes(0.9))).toBeDefined();
    expect(await idleEnd()).toBe(minutes(30));
    for (let minute = 29; minute < 8 * 60; minute += 29) {
      expect(await person(database, secret, minutes(minute)), String(minute)).toBeDefined();
      await expect.poll(idleEnd).toBe(minutes(Math.min(minute + 30, 8 * 60)));
    }
    expect(await person(database, secret, minutes(8 * 60))).toBeUndefined();
    expect(await sessionsOf(database, "anne", minutes(8 * 60))).toEqual([]);
    await startSession(database, { id: "anne", name: "", userId: "anne", claimed: [] }, limits, minutes(8 * 60));
    expect(await database.all("SELECT * FROM session")).toHaveLength(1);
  });

  test("ends alone or with all others of the person, and with them the links that were not used", async () => {
    const { database } = await open(world);
    const who = await withUser(database);
    const [one, two, three] = [
      await startSession(database, who, limits, at),
      await startSession(database, who, limits, minutes(1)),
      await startSession(database, { ...who, id: "other", userId: "anne" }, limits, at),
    ];
    const secret = await link(database);
    expect((await sessionsOf(database, "anne", at)).map(({ createdAt }) => createdAt)).toEqual([minutes(1), at]);
    await endSession(database, one);
    expect([await person(database, one), (await person(database, two))?.id]).toEqual([undefined, "anne"]);
    expect(await endSessionsOf(database, "anne")).toBe(1);
    expect([await person(database, two), (await person(database, three))?.id]).toEqual([undefined, "anne"]);
    expect(await signIn(database, secret)).toEqual({ state: "unknown" });
  });
});

describeDatabase("a sign-in link", (open) => {
  test("signs in once, and looking at it does not use it up", async () => {
    const { database } = await open(world);
    await withUser(database);
    const secret = await link(database);
    for (const _ of [1, 2])
      expect(await readSignInLink(database, secret, at, today)).toMatchObject({
        state: "usable",
        user: { id: "anne" },
      });
    const signed = await signIn(database, secret, minutes(29));
    expect(await person(database, "session" in signed ? signed.session : "", minutes(29))).toMatchObject({
      id: "anne",
    });
    expect(await signIn(database, secret)).toEqual({ state: "used" });
    expect(await readSignInLink(database, secret, at, today)).toEqual({ state: "used" });
    expect(JSON.stringify(await database.all("SELECT * FROM sign_in_link"))).not.toContain(secret);
    const records = await database.all("SELECT actor FROM register_record WHERE action = 'createSignInLink'");
    expect(records).toEqual([{ actor: "admin" }]);
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });

  test("that two use at one time signs in exactly one", async () => {
    const { database } = await open(world);
    await withUser(database);
    const secret = await link(database);
    const all = await Promise.all([1, 2, 3, 4].map(() => signIn(database, secret)));
    expect(all.filter((each) => "session" in each)).toHaveLength(1);
    expect(all.filter((each) => "state" in each && each.state === "used")).toHaveLength(3);
    expect(await sessionsOf(database, "anne", at)).toHaveLength(1);
  });

  test("is refused when it has expired, was never made, or its user holds no role", async () => {
    const { database } = await open(world);
    await withUser(database);
    const secret = await link(database);
    expect(await signIn(database, secret, minutes(30))).toEqual({ state: "expired" });
    expect(await signIn(database, "nothing")).toEqual({ state: "unknown" });
    await endUser(database, "anne", today, keeping);
    expect(await signIn(database, secret)).toEqual({ state: "noRole", name: "A. Lambert" });
    expect(await readSignInLink(database, secret, at, today)).toEqual({ state: "noRole", name: "A. Lambert" });
    expect(await sessionsOf(database, "anne", at)).toEqual([]);
    await expect(link(database)).rejects.toMatchObject({ code: "invalidStateTransition" });
  });

  test("is made for a user who is there, and for a time to come", async () => {
    const { database } = await open(world);
    await expect(link(database)).rejects.toMatchObject({ code: "notFound" });
    await withUser(database);
    await expect(link(database, at)).rejects.toMatchObject({ code: "invalidInput" });
    await link(database);
    await link(database, minutes(60 * 24 * 31 + 30), { at: minutes(60 * 24 * 31) });
    expect(await database.all("SELECT * FROM sign_in_link")).toHaveLength(1);
  });
});
