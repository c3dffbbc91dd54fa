import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readdirSync } from "node:fs";
import { lstat, readFile, readlink, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ended, freshDatabase, root, worldDatabase } from "./heed.ts";

const program = fileURLToPath(new URL("../bin/heed.js", import.meta.url));

/** Runs a command whose standard output is a file of this machine. */
function into(file: string, url: string, ...args: string[]) {
  const out = openSync(file, "w");
  const child = spawn(process.execPath, [program, ...args], {
    cwd: root,
    stdio: ["ignore", out, "pipe"],
    env: { ...process.env, HEED_DATABASE: url, NO_COLOR: "1" },
  });
  closeSync(out);
  return ended(child);
}

const answers = [
  ["overdue"],
  ["overdue", "--format", "json", "--exit-code"],
  ["overdue", "--format", "csv"],
  ["recommendation", "list"],
  ["progress", "--matrix"],
  ["report", "list"],
  ["export"],
  ["export", "--format", "xlsx"],
  ["database", "check"],
  ["audit", "checkpoint"],
  ["--help"],
  ["overdue", "--help"],
];

describe.skipIf(!existsSync("/dev/full"))("a full disk behind the standard output", () => {
  test.each(answers)("is one line and 74: heed %s %s", async (...args) => {
    const { url } = await worldDatabase();
    const { code, stderr } = await into("/dev/full", url, ...args);
    expect(stderr).toMatch(/^heed: the standard output cannot be written: ENOSPC.*\n$/);
    expect(code).toBe(74);
  });

  test("is the same behind --to, and the device stays one", async () => {
    const { heed } = await worldDatabase();
    const { code, stderr } = await heed("export", "--to", "/dev/full");
    expect(stderr).toMatch(/^heed: \/dev\/full cannot be written: ENOSPC.*\n$/);
    expect(code).toBe(74);
    expect((await lstat("/dev/full")).isCharacterDevice()).toBe(true);
  });
});

/** Runs a command whose standard output is a file with room for ten more bytes: the system takes those, and no error. */
async function withLittleRoom(folder: string, url: string, ...args: string[]) {
  const file = join(folder, "output");
  await writeFile(file, "x".repeat(40 * 1024 - 10));
  const line = `ulimit -f 40; exec "$@" >> ${file}`;
  const child = spawn("bash", ["-c", line, "bash", process.execPath, program, ...args], {
    cwd: root,
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, HEED_DATABASE: url, NO_COLOR: "1" },
  });
  return ended(child);
}

test.each([
  ...answers,
  ["export", "--format", "csv"],
  ["follow-up", "show", "2015-01", "--addressee", "just", "--format", "json"],
])("a disk that becomes full within the last piece is told, and is never an answer: heed %s %s %s", async (...args) => {
  const { folder, url } = await worldDatabase();
  const { code, stderr } = await withLittleRoom(folder, url, ...args);
  expect(stderr).toMatch(/^heed: the standard output cannot be written: EFBIG.*\n$/);
  expect(code).toBe(74);
});

function throughBash(line: string, url: string, ...args: string[]): string {
  return execFileSync("bash", ["-c", line, "-", process.execPath, program, ...args], {
    cwd: root,
    env: { ...process.env, HEED_DATABASE: url },
    encoding: "utf8",
    maxBuffer: 1e8,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

test("a reader that goes away is silent, and never an answer", async () => {
  const { url } = await worldDatabase();
  for (const args of [["overdue", "--format", "json", "--exit-code"], ["export"], ["recommendation", "list"]])
    expect(
      throughBash('"$@" 2>&1 >/dev/full | cat; "$@" 2>&1 | true; echo "$PIPESTATUS"', url, ...args),
      args.join(" "),
    ).toMatch(/^heed: [^\n]*ENOSPC[^\n]*\n141\n$/);
});

test("--to writes through a symbolic link, into a pipe and a device, and replaces none of them", async () => {
  const { heed, folder, url } = await worldDatabase();
  const whole = (await heed("export")).stdout;
  const target = join(folder, "target.json");
  const link = join(folder, "link.json");
  await writeFile(target, "before", { mode: 0o640 });
  await symlink("target.json", link);
  expect((await heed("export", "--to", link)).stderr).toBe("");
  expect(await readlink(link)).toBe("target.json");
  expect(await readFile(target, "utf8")).toBe(whole);
  expect((await lstat(target)).mode & 0o777).toBe(0o640);

  const dangling = join(folder, "dangling.json");
  await symlink("later.json", dangling);
  expect((await heed("export", "--to", dangling)).stderr).toBe("");
  expect(await readFile(join(folder, "later.json"), "utf8")).toBe(whole);

  const pipe = join(folder, "pipe");
  execFileSync("mkfifo", [pipe]);
  const reading = readFile(pipe, "utf8");
  expect((await heed("export", "--to", pipe)).stderr).toBe("");
  expect(await reading).toBe(whole);
  expect((await lstat(pipe)).isFIFO()).toBe(true);

  expect((await heed("export", "--to", "/dev/null")).code).toBe(0);
  expect((await lstat("/dev/null")).isCharacterDevice()).toBe(true);
  expect(throughBash('"$@" | cat', url, "export", "--to", "/dev/stdout")).toBe(whole);
  const aFolder = await heed("export", "--to", folder);
  expect([aFolder.code, aFolder.stderr]).toEqual([2, `heed: ${folder} cannot be written: it is a folder\n`]);
  expect(readdirSync(folder).filter((name) => name.includes("partial"))).toEqual([]);
});

/** A process that writes half a file and then waits or fails. */
function half(file: string, ending: string): ChildProcess {
  const module = new URL("../src/process/complete-file.ts", import.meta.url).href;
  const code = `import { writeCompleteFile } from ${JSON.stringify(module)};
    await writeCompleteFile(${JSON.stringify(file)}, (async function* () { yield "half"; console.log("half"); ${ending} })());`;
  return spawn(process.execPath, ["--conditions=heed:source", "--import", "tsx", "--input-type=module", "-e", code], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "a half-written file is gone after %s, and the old one is there",
  async (signal) => {
    const { folder } = await freshDatabase();
    const file = join(folder, "kept.json");
    await writeFile(file, "kept");
    const child = half(file, "await new Promise((resolve) => setTimeout(resolve, 60_000));");
    await new Promise((resolve) => child.stdout?.once("data", resolve));
    expect(readdirSync(folder).length).toBe(2);
    child.kill(signal);
    await new Promise((resolve) => child.once("close", resolve));
    expect(child.signalCode).toBe(signal);
    expect(readdirSync(folder)).toEqual(["kept.json"]);
    expect(await readFile(file, "utf8")).toBe("kept");
  },
);

test.each(['throw new Error("no");', "process.exit(3);"])("and after %s", async (ending) => {
  const { folder } = await freshDatabase();
  const file = join(folder, "kept.json");
  await writeFile(file, "kept");
  expect((await ended(half(file, ending))).code).not.toBe(0);
  expect(readdirSync(folder)).toEqual(["kept.json"]);
  expect(await readFile(file, "utf8")).toBe("kept");
});
