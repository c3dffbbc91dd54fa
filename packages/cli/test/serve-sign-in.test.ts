import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runKept, worldDatabase } from "./heed.ts";
import { serving } from "./serving.ts";

test("a served page knows who signed in by a link of the command, until the command signs out", {
  timeout: 90_000,
}, async () => {
  const { url, heed } = await worldDatabase();
  await heed("user", "add", "A. Lambert", "--role", "editor", "--language", "nl");
  const service = await serving(url, ["--session-idle", "1h", "--session-limit", "2h"]);
  const link = new URL((await heed("user", "link", "A. Lambert", "--public-url", service.address)).stdout.trim());
  expect((await (await fetch(link)).text()).includes("Aanmelden als A. Lambert")).toBe(true);
  const signed = await fetch(link.origin + link.pathname, {
    method: "POST",
    body: new URLSearchParams({ secret: link.searchParams.get("secret") ?? "" }),
    headers: { Origin: service.address },
    redirect: "manual",
  });
  expect(signed.status).toBe(303);
  const cookie = signed.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const page = async () => (await fetch(`${service.address}/nl`, { headers: { cookie } })).text();
  expect(await page()).toContain("A. Lambert");
  const { items } = JSON.parse((await heed("user", "sessions", "A. Lambert", "--format", "json")).stdout);
  expect(items).toHaveLength(1);
  const minutes = (from: string, until: string) => (Date.parse(until) - Date.parse(from)) / 60_000;
  expect(minutes(items[0].createdAt, items[0].endsAt)).toBe(120);
  expect(minutes(items[0].lastUsedAt, items[0].idleEndsAt)).toBe(60);
  expect((await heed("user", "sign-out", "A. Lambert")).stdout).toBe("1 session has ended.\n");
  expect(await page()).not.toContain("A. Lambert");
  service.child.kill("SIGTERM");
  const { code, stderr } = await service.end;
  // The link and its end are in the audit, so that the service makes a checkpoint when it stops.
  expect([code, stderr]).toEqual([0, expect.stringMatching(/^(\{.*"msg":"checkpoint of the audit"\}\n)?$/)]);
});

test("a service does not start with a client without its secret, or without an address to come back to", {
  timeout: 60_000,
}, async () => {
  const { url } = await worldDatabase();
  const file = join(dirname(fileURLToPath(url)), "sign-in.yaml");
  const text = (issuer: string, client: string) =>
    `issuer: ${issuer}\naudience: heed\nkeys: https://login.example.org/jwks\nclient: ${client}\n`;
  const issuer = "https://login.example.org";
  const outside = ["--public-url", "https://heed.example.org"];
  for (const [content, options, said] of [
    [text(issuer, "{ id: heed }"), [], "--public-url (HEED_PUBLIC_URL)"],
    [text(issuer, "{ id: heed }"), outside, "HEED_CLIENT_SECRET"],
    [text(issuer, "{ id: heed, secretFile: nowhere }"), outside, "client.secretFile"],
    [text(issuer, "{ id: heed, secret: x }"), outside, "client.secret"],
    [text("http://login.example.org", "{ id: heed }"), outside, "nobody signs in over it"],
  ] as const) {
    await writeFile(file, content);
    const { code, stdout, stderr } = await runKept(["serve", "--port", "0", "--sign-in", file, ...options], url);
    expect([code, stdout, stderr]).toEqual([2, "", expect.stringContaining(said)]);
  }
});
