import { expect, test } from "vitest";
import { worldDatabase } from "./heed.ts";

test("users are added, changed and end, each under a name of its own, and the first admin needs no other", async () => {
  const { heed } = await worldDatabase();
  const done = async (...args: string[]) => {
    const { code, stdout, stderr } = await heed(...args);
    expect(code, stderr).toBe(0);
    return stdout;
  };
  await done("user", "add", "S. Systems", "--role", "admin");
  const roles = ["--role", "respondent:just", "--role", "assessor", "--from", "2014-01-01"];
  const added = await done("user", "add", "J. Claes", ...roles, "--email", "j.claes@example.org", "--language", "nl");
  expect(added).toContain("respondent of just from 2014-01-01");
  await done("user", "change", "j. claes", "--end-role", "assessor", "--until", "2015-06-30");
  expect(await done("user", "show", "J. Claes")).toContain("assessor from 2014-01-01 until 2015-06-30");
  const list = await done("user", "list");
  expect(list).toMatch(/J\. Claes +respondent of just +j\.claes@example\.org/);
  expect(list).toMatch(/S\. Systems +admin/);

  const token = await done("token", "create", "--user", "J. Claes", "--organization", "just", "--act", "respond");
  expect(token).toMatch(/^heed_/);
  expect(await done("token", "list")).toMatch(/J\. Claes +the user's +just/);
  await done("user", "leave", "J. Claes", "--on", "2015-07-01");
  await done("audit", "verify");

  for (const [args, said] of [
    [["user", "add", "J. CLAES"], "that user left on 2015-07-01; the name stays taken"],
    [["user", "add", "N. New", "--role", "director"], "The roles are"],
    [["user", "add", "N. New", "--role", "respondent"], "a respondent answers for an organization"],
    [["user", "add", "N. New", "--role", "respondent:nowhere"], "nowhere"],
    [["user", "show", "Nobody"], "there is no user Nobody"],
    [["user", "change", "J. Claes", "--role", "editor"], "J. Claes left on 2015-07-01"],
    [["token", "create", "--user", "J. Claes"], "J. Claes left on 2015-07-01"],
    [["token", "create", "--user", "S. Systems", "--role", "editor"], "either --user, or --name and --role"],
    [["token", "create", "--user", "S. Systems", "--act", "fly"], "there is no such act"],
  ] as const) {
    const { code, stderr } = await heed(...args);
    expect([code === 0, stderr], args.join(" ")).toEqual([false, expect.stringContaining(said)]);
  }
});
