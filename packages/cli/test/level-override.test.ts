import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { freshDatabase, worldDatabase } from "./heed.ts";

const assessor = ["--as", "A. Lambert", "--role", "assessor"];
const why = ["--reason", "en:The leaflet weighs little."];

test("a recommendation with parts is put at another level, told so, withdrawn, and comes back from an export", async () => {
  const { heed, folder } = await worldDatabase();
  const ok = async (...args: string[]) => {
    const { code, stdout, stderr } = await heed(...args);
    expect(code, stderr).toBe(0);
    return stdout;
  };
  const show = (day: string) => ok("recommendation", "show", "2011-04", "--as-of", day);
  expect(await show("2015-06-30")).toContain("assessed fully implemented (provisional: 1 not assessed)");
  const set = ["recommendation", "override-level", "2011-04", "--level", "partiallyImplemented", "--on", "2015-03-01"];
  expect(await ok(...set, ...why, ...assessor)).toMatch(
    /^Recorded: 2011-04 of report 2011, partially implemented from 2015-03-01 \[[0-9a-f]{8}\]\n$/,
  );
  expect(await show("2015-02-28")).toContain("assessed fully implemented (provisional");
  const shown = await show("2015-03-01");
  expect(shown).toContain("assessed partially implemented (set by the issuing body) (provisional: 1 not assessed)");
  expect(shown).toContain(
    '- the lowest of its parts would be fully implemented; the issuing body set it to partially implemented on 2015-03-01: "The leaflet weighs little." (R4)\n',
  );
  const standing = async (...more: string[]) =>
    JSON.parse(await ok("recommendation", "standing", "2011-04", "--format", "json", ...more));
  expect(await standing("--as-of", "2015-03-01")).toMatchObject({
    standing: { assessed: "partiallyImplemented", override: { lowest: "fullyImplemented", organization: "myria" } },
    overrides: [{ level: "partiallyImplemented", actor: "A. Lambert" }],
  });
  // It was recorded today.
  expect(await standing("--as-of", "2015-03-01", "--known-at", "2016-01-01")).toMatchObject({
    standing: { assessed: "fullyImplemented" },
    overrides: [],
  });

  const file = join(folder, "record.json");
  await ok("export", "--to", file);
  const other = await freshDatabase();
  for (const args of [
    ["database", "upgrade"],
    ["import", file],
  ])
    expect(await other.heed(...args)).toMatchObject({ code: 0 });
  const again = await other.heed("recommendation", "show", "2011-04", "--as-of", "2015-03-01");
  expect(again.stdout).toBe(shown);

  const withdraw = ["recommendation", "withdraw-override", "2011-04", "--on", "2015-06-01", ...assessor];
  expect(await ok(...withdraw, "--reason", "en:It is asked for again.")).toContain("is withdrawn from 2015-06-01");
  expect(await show("2015-06-01")).toContain("assessed fully implemented (provisional");
  expect(await ok("recommendation", "standing", "2011-04")).toMatch(
    /2015-06-01 .*is withdrawn .*It is asked for again/,
  );
  const none = await heed(...withdraw, "--reason", "en:x");
  expect(none.stderr).toContain("no override of 2011-04 is in force on 2015-06-01");
  expect(none.code).not.toBe(0);
  expect(await ok("audit", "verify")).toContain("unbroken");
  await ok("database", "check");
});

test("a leaf is refused with its place, and so is who is no assessor, or gives no reason", async () => {
  const { heed } = await worldDatabase();
  const set = ["--level", "underWay"];
  const leaf = await heed("recommendation", "override-level", "2011-04b", ...set, ...why, ...assessor);
  expect(leaf.code).toBe(2);
  expect(leaf.stderr).toContain("2011-04b");
  expect(leaf.stderr).toContain("it has no parts");
  const editor = await heed("recommendation", "override-level", "2011-04", ...set, ...why, "--role", "editor");
  expect(editor.code).toBe(2);
  const bare = await heed("recommendation", "override-level", "2011-04", ...set, ...assessor);
  expect(bare.stderr).toContain("--reason");
});

test("a file with an override of what has no parts is refused with its place", async () => {
  const { heed, folder } = await worldDatabase();
  const file = join(folder, "record.json");
  const override = {
    ...{ id: "o", recommendation: "2011-04b", level: "underWay", on: "2015-03-01" },
    ...{ reason: { en: "x" }, recordedAt: "2015-03-01T08:00:00Z" },
  };
  await writeFile(file, JSON.stringify({ heed: "record/1", levelOverrides: [override] }));
  const { code, stderr } = await heed("import", file);
  expect(code).not.toBe(0);
  expect(stderr).toContain("levelOverrides o, recommendation");
});
