import { expect, test } from "vitest";
import { worldDatabase } from "./heed.ts";

test("people read codes and names where the record keeps ids", async () => {
  const { heed } = await worldDatabase();
  const ok = async (...args: string[]) => {
    const { code, stdout, stderr } = await heed(...args);
    expect([code, stderr], args.join(" ")).toEqual([0, ""]);
    return stdout;
  };
  // Its id is made by the program: nobody can read it.
  await ok("organization", "add", "--code", "new", "--name", "en:New Centre", "--level", "federal");
  await ok("organization", "add", "--code", "safe", "--name", "en:FPS Safety", "--level", "federal");
  await ok(
    ...["organization", "change", "--type", "merged", "--on", "2020-01-01"],
    ...["--original", "fa", "--original", "new", "--result", "safe"],
  );
  expect(await ok("organization", "show", "safe")).toContain("2020-01-01  merged: fa, new into safe [");
  const dates = ["--opens", "2031-01-10", "--updates-due", "2031-02-28", "--assessments-due", "2031-06-30"];
  await ok("cycle", "open", "--year", "2030", "--by", "new", ...dates);
  await ok("cycle", "open", "--year", "2030", "--by", "myria", ...dates);
  expect(await ok("cycle", "list")).toMatch(/\n2030 +new +2031-01-10/);
  expect(await ok("cycle", "show", "2030", "--by", "new")).toContain("Cycle about 2030 of New Centre (new): opens");
  expect((await heed("cycle", "show", "2030")).stderr).toContain('"new": its cycle is');
  await ok("cycle", "select", "2030", "--by", "myria", "--addressee", "safe", "--report", "2013", "--reason", "Late.");
  expect(await ok("cycle", "show", "2030", "--by", "myria")).toContain("reports 2013; addressees safe (Late.)");
  await ok("token", "create", "--name", "N. Peeters", "--role", "editor", "--organization", "new");
  expect(await ok("token", "list")).toMatch(/N\. Peeters +editor +new +/);
});
