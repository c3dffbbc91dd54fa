import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ended, freshDatabase, hasSharedData, sharedData, start, worldDatabase } from "./heed.ts";

const faults = join(sharedData, "faults");
const obeyed = /(?![\t\n])\p{Cc}|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u206f]/u;

test.skipIf(!hasSharedData)("a name that would clear the screen is shown, and is exact in JSON", async () => {
  const { heed } = await freshDatabase();
  await heed("database", "upgrade");
  const taken = await heed("import", join(faults, "terminal-escape.csv"), "--mapping", join(faults, "simple.yaml"));
  expect(taken).toMatchObject({ code: 0, stderr: "" });
  const list = await heed("recommendation", "list");
  expect(list.stdout).toContain("Evil<U+001B>[2J<U+001B>]0;pwn<U+0007> Ministry");
  expect(list.stdout).not.toMatch(obeyed);
  const json = JSON.parse((await heed("organization", "list", "--format", "json")).stdout);
  expect(json.items.map(({ name }: { name: Record<string, string> }) => Object.values(name)[0])).toContain(
    "Evil\u001b[2J\u001b]0;pwn\u0007 Ministry",
  );
});

const evil = "A\u001b[31mred\u001b[0m\u009b2J\u202egnp\u202c\u2066x\u2069\u061c\u200e\u200f\u0008\rB\u2028C\u007f";

test("nothing that is printed obeys an imported text: tables, timelines, reasons, errors, near names", async () => {
  const { folder, heed } = await freshDatabase();
  const file = join(folder, "evil.json");
  const mapping = join(folder, "evil.yaml");
  await writeFile(file, JSON.stringify([{ n: `1${evil}`, to: `Justice ${evil}`, t: evil, s: evil }]));
  await writeFile(
    mapping,
    `heed: mapping/1
name: evil
file: { format: json }
report: { reference: "R {s}", issuingBody: "Ombudsman {s}", reportingYear: "2023", publishedOn: 2024-01-15, responsePeriod: { amount: 2, unit: months, rules: calendar, from: publication } }
recommendation: { reference: "{n}", text: "{t}", themes: "{s}" }
addressees:
  - names: "{to}"
    entries:
      - { type: commitment, description: "{t}", owner: "{t}", due: 2024-03-30, givenOn: 2024-02-01 }
`,
  );
  await heed("database", "upgrade");
  expect(await heed("import", file, "--mapping", mapping)).toMatchObject({ code: 0, stderr: "" });
  await writeFile(
    join(folder, "wrong.yaml"),
    (await mappingOf(mapping)).replace('"{n}"', `{ column: n, map: { x: y } }`),
  );
  await writeFile(join(folder, "header.yaml"), (await mappingOf(mapping)).replace('"{n}"', '"{no\\e[2Jne}"'));
  const shown = await Promise.all(
    [
      ["overdue", "--as-of", "2025-01-01", "--explain"],
      ["overdue", "--as-of", "2025-01-01", "--explain", "--group-by", "report"],
      ["recommendation", "list"],
      ["recommendation", "show", `1${evil}`],
      ["follow-up", "show", `1${evil}`, "--as-of", "2025-01-01"],
      ["organization", "list"],
      ["report", "list"],
      ["report", "show", `R ${evil}`],
      ["progress", "--as-of", "2025-01-01"],
      ["progress", "--matrix", "--as-of", "2025-01-01"],
      ["stale", "--as-of", "2028-01-01"],
      ["overdue", "--responsible", evil],
      ["overdue", evil],
      [`--${evil}`],
      ["import", file, "--mapping", join(folder, "wrong.yaml")],
      ["import", file, "--mapping", join(folder, "header.yaml")],
      ["import", `${folder}/${evil}`],
    ].map(async (args) => ({ args, ...(await heed(...args)) })),
  );
  for (const { args, stdout, stderr, code } of shown) {
    expect(stdout).not.toMatch(obeyed);
    expect(stderr).not.toMatch(obeyed);
    expect(stdout + stderr, `${args.join(" ")} ended with ${code}`).not.toBe("");
    expect(code).not.toBe(70);
  }
  expect(shown[4]?.stdout).toContain("<U+009B>2J<U+202E>gnp");
  expect(shown[14]?.stderr).toContain("is not in the mapping's list");
});

async function mappingOf(path: string): Promise<string> {
  return readFile(path, "utf8");
}

test("our own colours stay where a terminal has them", async () => {
  const { url } = await worldDatabase();
  const { stdout } = await ended(
    start(["overdue", "--as-of", "2015-06-30"], url, { FORCE_COLOR: "1", NO_COLOR: undefined as unknown as string }),
  );
  expect(stdout).toContain("\u001b[1m");
  expect(stdout).not.toContain("<U+001B>");
});

test("only an address that a reader can follow without harm is taken as evidence, by every way in", async () => {
  const { folder, heed } = await freshDatabase();
  await heed("database", "upgrade");
  const mapping = join(folder, "evidence.yaml");
  await writeFile(
    mapping,
    `heed: mapping/1
name: evidence
file: { format: json }
report: { reference: R, issuingBody: Ombudsman, reportingYear: "2023", publishedOn: 2024-01-15, responsePeriod: none, documents: [{ language: en, url: "{d}" }] }
recommendation: { reference: "{n}", text: x }
addressees:
  - names: Justice
    entries:
      - { type: progressUpdate, narrative: x, givenOn: 2024-02-01, evidence: [{ kind: document, title: x, url: "{u}" }] }
`,
  );
  const refused = [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "  javascript:alert(1)",
    "\u0001javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "https://a.example/\u001b[2J",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "ftp://a.example",
    "//a.example/x",
    "/x",
    "https:",
  ];
  for (const [column, other] of [
    ["u", "d"],
    ["d", "u"],
  ] as const) {
    const file = join(folder, "refused.json");
    const rows = refused.map((address, n) => ({ n: String(n), [column]: address, [other]: "https://a.example/x" }));
    await writeFile(file, JSON.stringify(rows));
    const { code, stderr } = await heed("import", file, "--mapping", mapping);
    expect(code).toBe(2);
    for (const [place, address] of refused.entries())
      expect({ address, told: stderr.includes(`row ${place + 1}, ${column}:`) }).toEqual({ address, told: true });
  }
  const record = (url: string) => ({
    heed: "record/1",
    organizations: [{ id: "o", code: "o", name: { en: "O" } }],
    reports: [{ id: "r", reference: "R", issuingBody: "o", reportingYear: 2023, documents: [{ language: "en", url }] }],
  });
  await writeFile(join(folder, "record.json"), JSON.stringify(record("java\tscript:alert(1)")));
  const own = await heed("import", join(folder, "record.json"));
  expect(own).toMatchObject({ code: 2, stderr: expect.stringContaining("reports[0].documents[0].url") });
  const file = join(folder, "taken.json");
  const taken = [
    "https://a.example/x",
    "HTTP://a.example",
    " https://a.example/x y",
    "mailto:a@a.example",
    "URN:nbn:be:1",
  ];
  await writeFile(file, JSON.stringify(taken.map((u, n) => ({ n: String(n), u, d: "https://a.example/x" }))));
  expect(await heed("import", file, "--mapping", mapping)).toMatchObject({ code: 0 });
});
