import { expect, test } from "vitest";
import { worldDatabase } from "./heed.ts";

test("a webhook is added, listed without its secret, gets another secret, and is removed", async () => {
  const { heed } = await worldDatabase();
  const ok = async (...words: string[]) => {
    const { code, stdout, stderr } = await heed("webhook", ...words);
    expect([code, stderr], words.join(" ")).toEqual([0, ""]);
    return stdout;
  };
  expect(await ok("list")).toBe("There are no webhooks.\n");
  const url = "https://tracker.example.org/heed";
  const [id = "", secret = ""] = (await ok("add", url, "--kind", "closed")).split("\n");
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const rotated = JSON.parse(await ok("rotate", id, "--format", "json"));
  expect(rotated).toMatchObject({ id, secret: expect.stringMatching(/^whsec_/) });
  expect(rotated.secret).not.toBe(secret);
  const listed = await ok("list", "--format", "json");
  expect(JSON.parse(listed)).toMatchObject({
    total: 1,
    items: [{ id, url, kinds: ["closed"], waiting: 0, givenUp: 0 }],
  });
  expect(listed).not.toContain("whsec_");
  await ok("remove", id);
  expect(await ok("list")).toBe("There are no webhooks.\n");
  for (const wrong of [
    "http://tracker.example.org/",
    "http://10.evil.example/",
    "https://user:word@example.org/",
    "https://example.org/#part",
    "ftp://example.org/",
    "tracker",
  ])
    expect((await heed("webhook", "add", wrong)).code, wrong).toBe(2);
  expect((await heed("webhook", "rotate", id)).code).toBe(2);
});
