import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ended, freshDatabase, inOwnProcess, root, start, world, worldDatabase } from "./heed.ts";
import { serving } from "./serving.ts";

test("import makes a database in the default place, elsewhere only with --create, and never by a dry run", async () => {
  const { folder, heed } = await freshDatabase(inOwnProcess);
  const file = join(folder, "heed.sqlite");
  const refused = await heed("import", world);
  expect([refused.code, refused.stderr]).toEqual([3, expect.stringContaining("or with --create")]);
  expect(existsSync(file)).toBe(false);
  const tried = await heed("import", world, "--create", "--dry-run");
  expect([tried.code, tried.stdout]).toEqual([0, expect.stringContaining("Would import")]);
  expect(existsSync(file)).toBe(false);
  const made = await heed("import", world, "--create", "--format", "json");
  expect(made.stderr).toBe(`Made the database file:${file}.\n`);
  expect(JSON.parse(made.stdout).created.reports).toBe(5);
  expect((await heed("import", world, "--create")).stderr).toBe("");

  const byDefault = { XDG_DATA_HOME: join(folder, "data"), HEED_DATABASE: undefined } as never;
  const inPlace = await ended(start(["import", world], "", byDefault));
  expect(inPlace.stderr).toBe(`Made the database file:${join(folder, "data")}/heed/heed.sqlite.\n`);
  expect((await ended(start(["overdue"], "", byDefault))).stdout).toContain("are overdue");
});

test("database upgrade says that it upgraded an older database", async () => {
  const { heed, url } = await worldDatabase(inOwnProcess);
  const { default: Libsql } = await import("libsql");
  const older = new Libsql(url.slice("file:".length));
  older.exec("UPDATE derivation SET version = 1");
  older.close();
  expect(await heed("database", "upgrade")).toMatchObject({ code: 0, stdout: `${url} was older, and is upgraded.\n` });
  expect(await heed("database", "upgrade")).toMatchObject({ code: 0, stdout: `${url} is up to date.\n` });
});

test("database upgrade and serve --create say that they made a database, and the folder for it", async () => {
  const { folder, heed } = await freshDatabase(inOwnProcess);
  const made = await heed("database", "upgrade");
  expect([made.code, made.stdout]).toEqual([0, `Made the database file:${folder}/heed.sqlite.\n`]);
  expect((await heed("database", "upgrade")).stdout).toContain("is up to date");
  const elsewhere = `file:${folder}/new/deep/heed.sqlite`;
  const inNewFolder = await heed("database", "upgrade", "--database", elsewhere);
  expect([inNewFolder.code, inNewFolder.stdout]).toEqual([
    0,
    `Made the database ${elsewhere}.\nIts folder is new, too: ${folder}/new/deep\n`,
  ]);
  const served = `file:${folder}/served.sqlite`;
  for (const isNew of [true, false]) {
    const { child, end } = await serving(served, ["--create"]);
    child.kill("SIGTERM");
    expect((await end).stderr.includes(`Made the database ${served}.\n`)).toBe(isNew);
  }
});

/** The commands in the README's blocks that read, exactly as they are written there. */
function readmeCommands(): string[] {
  const asking = readFileSync(join(root, "README.md"), "utf8").split("## Asking what is overdue")[1] ?? "";
  const [, block = ""] = asking.split(/```(?:sh)?\n/);
  return block.split("\n").filter((line) => line.startsWith("pnpm heed ") && !line.includes("FILE"));
}

test("every command of the README answers from the database that the README and the demo name", async () => {
  const { heed } = await worldDatabase();
  const database = /HEED_DATABASE=(file:\S+)/.exec(readFileSync(join(root, "README.md"), "utf8"))?.[1];
  expect(readFileSync(join(root, "scripts", "demo.mjs"), "utf8")).toContain(`const database = "${database}"`);
  const commands = readmeCommands();
  expect(commands.length).toBeGreaterThan(7);
  for (const line of commands) {
    const words = (line.replace(/ +#.*/, "").match(/"[^"]*"|\S+/g) ?? [])
      .slice(2)
      .map((word) => word.replaceAll(`"`, ""));
    const { code, stdout, stderr } = await heed(...words.map((word) => (word === "record.json" ? "/dev/null" : word)));
    expect([code, stderr], line).toEqual([words.includes("--exit-code") ? 1 : 0, ""]);
    expect(stdout, line).not.toContain("empty");
  }
});

test("the demo tells a taken port before its work", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  const { port } = taken.address() as { port: number };
  const demo = spawn(process.execPath, [join(root, "scripts", "demo.mjs")], {
    env: { ...process.env, HEED_PORT: String(port), HEED_DEMO_NO_SERVE: "" },
  });
  expect(await ended(demo)).toEqual({
    code: 2,
    stdout: "",
    stderr: `heed: port ${port} cannot be used (EADDRINUSE); name another: HEED_PORT=3001 npm run demo\n`,
  });
  taken.close();
});
