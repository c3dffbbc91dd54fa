import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const packages = ["core", "documents", "files", "store", "portal", "api", "cli", "belgif-ruleset", "client"];
const outside = mkdtempSync(join(tmpdir(), "heed-outside-"));
const installed = join(outside, "node_modules");
afterAll(() => rmSync(outside, { recursive: true, force: true }));

/** Runs a program outside the workspace. */
function run(program: string, args: readonly string[], cwd = outside, env = {}) {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return { status, stdout, stderr };
}

function packageOf(folder: string): { name: string; files: string[]; packageManager: string } {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

/** The packages as they are packed, with what they depend on, and without the workspace. */
beforeAll(() => {
  const { packageManager } = packageOf(root);
  const filter = ["--filter", "./packages/*"];
  const pack = ["--yes", packageManager, ...filter, "pack", "--pack-destination", outside];
  // The run of the tests has built them (build.ts).
  const packed = run("npx", pack, root, { HEED_BUILT: "1" });
  expect(packed, packed.stderr).toMatchObject({ status: 0 });
  for (const name of packages) {
    const folder = join(installed, "@heed", name);
    mkdirSync(folder, { recursive: true });
    expect(
      run("tar", ["xzf", join(outside, `heed-${name}-0.1.0.tgz`), "--strip-components=1", "-C", folder]).status,
    ).toBe(0);
    linkDependencies(join(root, "packages", name, "node_modules"), join(folder, "node_modules"));
  }
  writeFileSync(join(outside, "package.json"), JSON.stringify({ type: "module" }));
}, 240_000);

/** Those from elsewhere; Heed's own are found beside. */
function linkDependencies(from: string, to: string): void {
  for (const name of readdirSync(from).filter((each) => !each.startsWith(".") && each !== "@heed")) {
    const scoped = name.startsWith("@") ? readdirSync(join(from, name)).map((each) => join(name, each)) : [name];
    for (const each of scoped) {
      mkdirSync(join(to, each, ".."), { recursive: true });
      symlinkSync(join(from, each), join(to, each));
    }
  }
}

function exampleOf(name: string): string {
  const readme = readFileSync(join(installed, "@heed", name, "README.md"), "utf8");
  return /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
}

const use = (name: string) => `import * as ${name} from "@heed/${name}";\nconsole.log(${name});\n`;

/** What the compiler says of each program outside the workspace, by its file. The types of all packages are read once for all of them. */
let told: readonly string[] = [];
const programs = () => ({
  "example.ts": exampleOf("core"),
  "client-example.ts": exampleOf("client"),
  "client-misspelt.ts": exampleOf("client").replaceAll("daysOverdue", "daysLate"),
  "by-hand.ts": byHand,
  "others.ts": packages.slice(1, 5).map(use).join(""),
  "of-client.ts": ofClient,
});

beforeAll(() => {
  for (const [file, text] of Object.entries(programs())) writeFileSync(join(outside, file), text);
  const options =
    "--ignoreConfig --noEmit --strict --target es2023 --module nodenext --types node --skipLibCheck false --pretty false";
  const roots = ["--typeRoots", join(root, "node_modules", "@types")];
  const files = Object.keys(programs());
  told = run(join(root, "node_modules", ".bin", "tsc"), [...options.split(" "), ...roots, ...files]).stdout.split("\n");
  // Whatever is not of a program is of the packages' own types.
  expect(told.filter((line) => line !== "" && !/^( |client-misspelt\.ts)/.test(line))).toEqual([]);
}, 120_000);

const faultsOf = (file: string) => told.filter((line) => line.startsWith(`${file}(`));

test.each(packages)("@heed/%s is packed with its licence and its README, and without what the build leaves", (name) => {
  const files = readdirSync(join(installed, "@heed", name), { recursive: true, encoding: "utf8" });
  const own = files.filter((each) => !each.startsWith("node_modules"));
  expect(own).toEqual(
    expect.arrayContaining(["LICENSE", "README.md", "package.json", "dist/index.js", "dist/index.d.ts"]),
  );
  if (name === "portal")
    expect(own).toEqual(expect.arrayContaining(["assets/portal.css", "assets/licences/source-sans-3.txt"]));
  expect(own.filter((each) => /tsbuildinfo|\.map$|^src|^test/.test(each))).toEqual([]);
});

test("the example of the library's README is checked by the compiler, and answers", () => {
  expect(faultsOf("example.ts")).toEqual([]);
  writeFileSync(join(outside, "example.mjs"), exampleOf("core"));
  expect(run("node", ["example.mjs"])).toEqual({
    status: 0,
    stdout:
      "2021-03-justice response 2022-12-19 72\n" +
      "a response was due 2 months after 2022-10-18, by 2022-12-19, counted by Regulation 1182/71 (D1)\n",
    stderr: "",
  });
});

test("the example of the client's README is checked by the compiler, with the types of the contract", () => {
  const readme = readFileSync(join(installed, "@heed", "client", "README.md"), "utf8");
  expect(readme.split("\n").filter((line) => line !== "").length).toBeLessThanOrEqual(10);
  expect(exampleOf("client")).toContain("daysOverdue");
  expect(faultsOf("client-example.ts")).toEqual([]);
  expect(faultsOf("client-misspelt.ts").join()).toContain("Property 'daysLate' does not exist");
});

const byHand = `import { defaultSettings, FollowUpCase, overdueObligations, type Standing, standing } from "@heed/core";
import { isWorkingDay } from "@heed/core/time/period";

const given = {
  followUp: { id: "fu", recommendation: "3", addressee: "justice" },
  recommendation: { id: "3", themes: ["inspection"] },
  report: { id: "2021", issuingBody: "centre", reportingYear: 2021, publishedOn: "2022-10-18" },
  entries: [
    { id: "e1", type: "response", position: "accepted", givenOn: "2022-12-01", recordedAt: "2022-12-01T09:00:00Z" },
    {
      id: "e2",
      type: "commitment",
      description: "A circular is sent to all zones.",
      due: { on: "2023-06-30", precision: "day" },
      givenOn: "2022-12-01",
      recordedAt: "2022-12-01T09:00:00Z",
    },
  ],
  replacedBy: [],
  asked: { times: 1, first: "2022-10-18" },
  cycles: [],
  changes: [],
};

const answer: Standing | undefined = standing(FollowUpCase.parse(given), "2023-07-10", defaultSettings);
if (answer === undefined) throw new Error("it was not published by then");
for (const { kind, daysOverdue } of overdueObligations(answer)) console.log(answer.position, kind, daysOverdue);
console.log(isWorkingDay("2023-07-21"));

const wrong = { ...given, entries: [{ ...given.entries[0], position: "agreed", givenOn: "2022-02-30" }] };
const { error } = FollowUpCase.safeParse(wrong);
for (const issue of error?.issues ?? []) console.log(issue.path.join("."));
`;

test("a program that makes a case by hand asks how it stands, and its errors name the place", () => {
  expect(faultsOf("by-hand.ts")).toEqual([]);
  writeFileSync(
    join(outside, "by-hand.mjs"),
    byHand.replace("type Standing, ", "").replace(": Standing | undefined", ""),
  );
  expect(run("node", ["by-hand.mjs"])).toEqual({
    status: 0,
    stdout: "accepted commitment 10\nfalse\nentries.0.givenOn\nentries.0.position\n",
    stderr: "",
  });
});

test("the other packages are checked by the compiler from outside, and the command runs", () => {
  expect(faultsOf("others.ts")).toEqual([]);
  const record = `file:${join(outside, "heed.sqlite")}`;
  const heed = (...args: string[]) =>
    run("node", [join(installed, "@heed", "cli", "bin", "heed.js"), ...args, "--database", record]);
  expect(heed("database", "upgrade")).toMatchObject({ status: 0, stderr: "" });
  expect(heed("overdue")).toMatchObject({ status: 0, stderr: "" });
});

const ofClient = `import { heedClient, type Schemas } from "@heed/client";

const heed = heedClient(process.argv[2] ?? "", { token: process.env.HEED_TOKEN });
const { data } = await heed.GET("/overdue", { params: { query: { responsible: ["just"], asOf: "2015-06-30" } } });
const items: readonly Schemas["OverdueItem"][] = data?.items ?? [];
console.log(items.length > 0, items.every(({ daysOverdue }) => daysOverdue > 0));
const { data: me } = await heed.GET("/me");
console.log(me?.name, me?.rights[0]?.role);
const path = { id: "2013-02-just" };
const { data: read } = await heed.GET("/followUps/{id}", { params: { path } });
const header = { "If-Match": '"' + read?.version + '"' };
const body = { by: "GRETA", text: "Seen." };
const { data: made, response } = await heed.POST("/followUps/{id}/observations", { params: { path, header }, body });
console.log(response.status, made?.entries[0]?.type);
const { error } = await heed.GET("/overdue", { params: { query: { responsible: ["justi"] } } });
console.log(error?.status, error?.issues?.[0]?.detail.includes("did you mean"));
// @ts-expect-error there is no such parameter
await heed.GET("/overdue", { params: { query: { colour: "red" } } });
`;

test("a program outside the workspace reads and acts through the client, with the types of the contract", async () => {
  expect(faultsOf("of-client.ts")).toEqual([]);
  const plain = ofClient.replace(", type Schemas", "").replace(': readonly Schemas["OverdueItem"][]', "");
  writeFileSync(join(outside, "of-client.mjs"), plain);
  const record = ["--database", `file:${join(outside, "served.sqlite")}`];
  const command = join(installed, "@heed", "cli", "bin", "heed.js");
  const heed = (...args: string[]) => run("node", [command, ...args, ...record]).stdout;
  heed("import", join(root, "examples", "world", "world.yaml"), "--create");
  const token = /heed_\S+/.exec(heed("token", "create", "--name", "E. Maes", "--role", "editor"))?.[0] ?? "";
  const service = spawn(process.execPath, [command, "serve", "--port", "0", ...record]);
  try {
    const address = await new Promise<string>((resolve) => {
      service.stdout.on("data", (text) => resolve(/http:\/\/localhost:\d+/.exec(String(text))?.[0] ?? ""));
    });
    const { stdout, stderr } = spawnSync("node", ["of-client.mjs", address], {
      cwd: outside,
      encoding: "utf8",
      env: { ...process.env, HEED_TOKEN: token },
    });
    expect([stdout, stderr]).toEqual([`true true\nE. Maes editor\n201 observation\n400 true\n`, ""]);
  } finally {
    service.kill();
  }
});
