import { expect, test } from "vitest";
import { bothWays } from "./both-ways.ts";

test("an admin keeps users and tokens at a service as on its machine", { timeout: 300_000 }, async () => {
  const { here, there, heed } = await bothWays();
  const admin = async ({ heed: local }: typeof here) => {
    await local("user", "add", "S. Systems", "--role", "admin");
    return { token: (await local("token", "create", "--user", "S. Systems")).stdout.trim() };
  };
  await admin(here);
  const by = await admin(there);
  const told = ({ code, stdout, stderr }: Awaited<ReturnType<typeof heed>>) =>
    JSON.stringify([code, stdout, stderr]).replaceAll(
      /[0-9a-f]{8}-[0-9a-f-]{27}|heed_[\w-]+|\d{4}-\d\d-\d\dT[\d:.]+Z/g,
      "#",
    );
  const both = async (...args: string[]) => {
    const [local, asked] = [await here.heed(...args), await heed(args, by)];
    expect(told(asked), args.join(" ")).toEqual(told(local));
    return asked;
  };
  for (const args of [
    ["user", "add", "J. Claes", "--role", "respondent:just", "--email", "j.claes@example.org"],
    ["user", "change", "J. Claes", "--role", "editor:myria", "--from", "2014-01-01"],
    ["user", "show", "j. claes"],
    ["user", "list"],
    [
      "token",
      "create",
      "--name",
      "A program",
      "--role",
      "respondent",
      "--organization",
      "just",
      "--expires",
      "2090-12-31",
    ],
  ])
    expect((await both(...args)).code, args.join(" ")).toBe(0);
  for (const args of [
    ["user", "add", "J. CLAES"],
    ["user", "show", "Nobody"],
    ["user", "add", "N. New", "--role", "respondent"],
    ["token", "create", "--name", "Another", "--role", "editor", "--expires", "2001-01-01"],
    ["token", "create", "--name", "Another", "--role", "editor", "--act", "fly"],
    ["token", "revoke", "heed_000000000000"],
  ])
    expect((await both(...args)).code, args.join(" ")).toBe(2);

  const made = (await heed(["token", "create", "--user", "J. Claes", "--organization", "just"], by)).stdout.trim();
  const rotated = (await heed(["token", "rotate", made.split("_").slice(0, 2).join("_")], by)).stdout.trim();
  const promise = ["commitment", "record", "2013-02", "--addressee", "just", "--description", "A circular."];
  expect((await heed(promise, { token: made })).stderr).toContain("The token is not valid");
  expect((await heed(promise, { token: rotated })).stdout).toContain("Recorded on 2013-02");
  expect((await heed(["user", "list"], { token: rotated })).code).toBe(2);
  expect((await heed(["token", "list"], by)).stdout).toMatch(/J\. Claes +the user's +just/);
  const own = (await heed(["token", "create", "--user", "J. Claes"], by)).stdout.trim();
  expect((await heed(["token", "list"], { token: own })).stdout).not.toContain("S. Systems");
  expect((await heed(["token", "revoke", own.split("_").slice(0, 2).join("_")], { token: own })).code).toBe(0);
  expect((await heed(["token", "list"], { token: own })).code).toBe(2);
  const link = (await heed(["user", "link", "J. Claes"], by)).stdout;
  expect(link).toMatch(/^http:\/\/[\w.:]+\/en\/sign-in\/link\?secret=[\w-]{43}\n$/);
  expect((await both("user", "sign-out", "J. Claes")).stdout).toBe("0 sessions have ended.\n");
  expect((await both("user", "leave", "J. Claes", "--on", "2015-07-01")).code).toBe(0);
  expect((await heed(promise, { token: rotated })).code).toBe(2);
});
