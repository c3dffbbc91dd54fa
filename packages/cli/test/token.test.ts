import { addDays, addMonths } from "@heed/core";
import { dayIn } from "@heed/core/time/day";
import { expect, test } from "vitest";
import { freshDatabase, worldDatabase } from "./heed.ts";

const today = () => dayIn("Europe/Brussels", new Date().toISOString());

/** The last day in Brussels on which a token is valid, and whether it is to the end of that day. */
function lastDay(expiresAt: string) {
  const day = dayIn("Europe/Brussels", expiresAt);
  return { day, isItsEnd: dayIn("Europe/Brussels", new Date(Date.parse(expiresAt) + 1).toISOString()) > day };
}

test("a token is valid to the end of its last day in the installation's time zone, and for a year by default", async () => {
  const { heed } = await freshDatabase();
  await heed("database", "upgrade");
  const create = async (name: string, ...args: string[]) =>
    heed("token", "create", "--name", name, "--role", "editor", "--format", "json", ...args);
  const expiry = async (name: string, ...args: string[]) => {
    const { code, stdout, stderr } = await create(name, ...args);
    expect(code, stderr).toBe(0);
    return JSON.parse(stdout).expiresAt as string;
  };
  const yesterday = addDays(today(), -1);
  const refused = await create("Yesterday", "--expires", yesterday);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain("--expires");
  expect(refused.stderr).toContain(yesterday);
  expect(lastDay(await expiry("Today", "--expires", today()))).toEqual({ day: today(), isItsEnd: true });
  expect(await expiry("Winter", "--expires", "2031-01-31")).toBe("2031-01-31T22:59:59.999Z");
  expect(await expiry("Summer", "--expires", "2031-07-31")).toBe("2031-07-31T21:59:59.999Z");
  expect(await expiry("For ever", "--expires", "9999-12-31")).toBe("9999-12-31T22:59:59.999Z");
  expect(lastDay(await expiry("A year"))).toEqual({ day: addMonths(today(), 12), isItsEnd: true });

  const zone = ["--set", "timeZone=America/New_York", "--reason", "We moved."];
  const settled = await heed("settings", "change", ...zone, "--from", "2030-01-01");
  expect(settled.code, settled.stderr).toBe(0);
  expect(await expiry("West", "--expires", "2031-01-31")).toBe("2031-02-01T04:59:59.999Z");
  expect(await expiry("West for ever", "--expires", "9999-12-31")).toBe("9999-12-31T23:59:59.999Z");
});

test("who acts or reads as a respondent names an organization", async () => {
  const { heed } = await worldDatabase();
  const respondent = ["--role", "respondent"];
  for (const [option, ...command] of [
    ["--organization", "token", "create", "--name", "J. Claes"],
    ["--for", "export"],
    ["--for", "follow-up", "show", "2013-02", "--addressee", "just"],
    ["--for", "evidence", "add", "2013-02", "--addressee", "just", "--evidence", "document:Circular"],
  ] as const) {
    const refused = await heed(...command, ...respondent);
    expect([refused.code, refused.stdout], command.join(" ")).toEqual([2, ""]);
    expect(refused.stderr).toContain(`name it with ${option}`);
    const { code, stderr } = await heed(...command, ...respondent, option, "just");
    expect(code, stderr).toBe(0);
  }
  expect(JSON.parse((await heed("token", "list", "--format", "json")).stdout).total).toBe(1);
});

test("two tokens in use have no names that look the same", async () => {
  const { heed } = await freshDatabase();
  await heed("database", "upgrade");
  const create = (name: string) => heed("token", "create", "--role", "editor", "--name", name);
  expect((await create("E. Maes")).code).toBe(0);
  const refused = await create("E. M\u0430es");
  expect(refused.code).not.toBe(0);
  expect(refused.stderr).toContain("a token in use has the name E. Maes");
});

test("a token for an organization that is no more is told so", async () => {
  const { heed } = await worldDatabase();
  const change = ["--type", "dissolved", "--original", "just", "--on", "2026-01-01", "--as", "E. Maes"];
  const dissolved = await heed("organization", "change", ...change);
  expect(dissolved.code, dissolved.stderr).toBe(0);
  const create = (name: string, organization: string) =>
    heed("token", "create", "--role", "respondent", "--name", name, "--organization", organization);
  const warned = await create("J. Claes", "just");
  expect(warned.code).toBe(0);
  expect(warned.stderr).toContain("it was dissolved on 2026-01-01: nobody acts for it");
  expect((await create("I. Peeters", "FPS Interior")).stderr).toBe("");
});

test("a token is rotated by its prefix, and the old one is kept for the time that is named", async () => {
  const { heed } = await worldDatabase();
  const done = async (...args: string[]) => {
    const { code, stdout, stderr } = await heed(...args);
    expect(code, stderr).toBe(0);
    return stdout.trim();
  };
  const prefixOf = (token: string) => token.split("_").slice(0, 2).join("_");
  const items = async () =>
    JSON.parse(await done("token", "list", "--format", "json")).items as {
      prefix: string;
      name: string;
      expiresAt: string;
      revokedAt?: string;
    }[];
  const respondent = ["--role", "respondent", "--organization", "just", "--act", "respond"];
  const first = prefixOf(await done("token", "create", "--name", "J. Claes", ...respondent));
  const before = Date.now();
  const second = await done("token", "rotate", first, "--keep-old-for", "7d", "--expires", "2031-01-31");
  expect(second).toMatch(/^heed_[0-9a-f]{12}_[\w-]{43}$/);
  const [old, fresh] = await items();
  const days = (Date.parse(old?.expiresAt ?? "") - before) / 86_400_000;
  expect([days >= 7, days < 7.01, old?.revokedAt]).toEqual([true, true, undefined]);
  expect(fresh).toMatchObject({ name: "J. Claes", organizations: ["justice"], acts: ["respond"] });
  expect(fresh?.expiresAt).toBe("2031-01-31T22:59:59.999Z");

  await done("token", "rotate", prefixOf(second));
  const [, revoked, last] = await items();
  expect(revoked?.revokedAt).toBeDefined();
  expect(lastDay(last?.expiresAt ?? "")).toEqual({ day: addMonths(today(), 12), isItsEnd: true });
  await done("audit", "verify");
  for (const [args, said] of [
    [[prefixOf(second)], "no token in use begins with"],
    [["heed_000000000000"], "no token in use begins with heed_000000000000"],
    [[`heed_${last?.prefix}`, "--keep-old-for", "7"], "such as 30m, 12h or 7d"],
    [[`heed_${last?.prefix}`, "--keep-old-for", "0d"], "such as 30m, 12h or 7d"],
    [[`heed_${last?.prefix}`, "--keep-old-for", "400d"], "at most a year"],
  ] as const) {
    const { code, stderr } = await heed("token", "rotate", ...args);
    expect([code, stderr], args.join(" ")).toEqual([2, expect.stringContaining(said)]);
  }
  await done("user", "add", "A. Lambert", "--role", "assessor");
  const own = prefixOf(await done("token", "create", "--user", "A. Lambert"));
  await done("user", "leave", "A. Lambert", "--on", today());
  const { code, stderr } = await heed("token", "rotate", own);
  expect([code, stderr]).toEqual([2, expect.stringContaining("A. Lambert left on")]);
});
