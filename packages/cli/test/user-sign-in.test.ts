import { expect, test } from "vitest";
import { ended, start, worldDatabase } from "./heed.ts";

test("a link is told once, for the public address and in the language of the user, and a sign-out makes it void", async () => {
  const { url, heed } = await worldDatabase();
  const done = async (...args: string[]) => {
    const { code, stdout, stderr } = await heed(...args);
    expect([code, stderr], args.join(" ")).toEqual([0, ""]);
    return stdout;
  };
  await done("user", "add", "A. Lambert", "--role", "editor", "--language", "fr");
  const link = await done("user", "link", "a. lambert");
  expect(link).toMatch(/^http:\/\/localhost:3000\/fr\/sign-in\/link\?secret=[\w-]{43}\n$/);
  const json = JSON.parse(await done("user", "link", "A. Lambert", "--valid-for", "12h", "--format", "json"));
  const hours = (Date.parse(json.expiresAt) - Date.now()) / 3_600_000;
  expect(hours).toBeGreaterThan(11.9);
  expect(hours).toBeLessThanOrEqual(12);
  const outside = { HEED_PUBLIC_URL: "https://example.org/heed/", HEED_PORT: "3001" };
  const { stdout } = await ended(start(["user", "link", "A. Lambert"], url, outside));
  expect(stdout).toMatch(/^https:\/\/example\.org\/heed\/fr\/sign-in\/link\?secret=/);
  expect(await done("user", "sign-out", "A. Lambert")).toBe("0 sessions have ended.\n");
  expect(JSON.parse(await done("user", "sessions", "A. Lambert", "--format", "json"))).toEqual({ total: 0, items: [] });
  await done("audit", "verify");

  await heed("user", "add", "N. Later", "--role", "editor", "--from", "2999-01-01");
  expect((await heed("user", "link", "N. Later")).stderr).toContain("N. Later holds no role today");
  await heed("user", "leave", "A. Lambert", "--on", "2020-01-01");
  for (const [args, said] of [
    [["user", "link", "A. Lambert"], "A. Lambert left on 2020-01-01"],
    [["user", "link", "Nobody"], "there is no user Nobody"],
    [["user", "link", "N. Later", "--valid-for", "0m"], "such as 30m, 12h or 7d"],
    [["user", "link", "N. Later", "--public-url", "javascript:1"], "It is not an address"],
    [["user", "sessions", "Nobody"], "there is no user Nobody"],
    [["user", "sign-out", "Nobody"], "there is no user Nobody"],
  ] as const) {
    const { code, stderr } = await heed(...args);
    expect([code === 0, stderr], args.join(" ")).toEqual([false, expect.stringContaining(said)]);
  }
});
