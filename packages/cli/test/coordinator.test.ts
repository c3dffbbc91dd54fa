import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { worldDatabase } from "./heed.ts";

test("a collective organization is added with its coordinator, which is shown beside it wherever it answers", async () => {
  const { heed, folder } = await worldDatabase();
  const ok = async (...args: string[]) => {
    const { code, stdout, stderr } = await heed(...args);
    expect(code, stderr).toBe(0);
    return stdout;
  };
  const before = await ok("organization", "list");
  expect(before).not.toContain("Coordinator");
  const add = ["organization", "add", "--code", "gov", "--name", "en:The Government", "--as", "E. Maes"];
  const refused = await heed(...add, "--coordinator", "nobody at all");
  expect(refused.code).not.toBe(0);
  expect(refused.stderr).toContain("nobody at all");
  const added = JSON.parse(await ok(...add, "--coordinator", "FPS Justice", "--format", "json"));
  expect(added.body.coordinator).toBe("justice");
  expect(await ok("organization", "show", "gov")).toContain("coordinated by FPS Justice (just), which answers for it");
  expect(await ok("organization", "list")).toMatch(/gov .*The Government.* just/);

  const file = join(folder, "addressed.json");
  const followUp = { id: "gov-f", recommendation: "2013-02", addressee: added.id };
  await writeFile(file, JSON.stringify({ heed: "record/1", followUps: [followUp] }));
  await ok("import", file);
  expect(await ok("recommendation", "show", "2013-02")).toContain("The Government (coordinator: FPS Justice)");
  expect(await ok("follow-up", "show", "2013-02", "--addressee", "gov")).toContain(
    "FPS Justice answers for it as the coordinator of The Government",
  );
  const shown = JSON.parse(await ok("follow-up", "show", "2013-02", "--addressee", "gov", "--format", "json"));
  expect(shown).toMatchObject({ responsible: { code: "gov" }, coordinator: { code: "just" } });
  expect(await ok("audit", "verify")).toContain("unbroken");
  await ok("database", "check");
});
