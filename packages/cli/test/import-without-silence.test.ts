import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { freshDatabase } from "./heed.ts";

const mapping = (format: string) => `heed: mapping/1
name: answers
file: { format: ${format} }
report: { reference: J, issuingBody: Ombudsman, publishedOn: 2020-01-01 }
recommendation: { reference: "{id}", textAbsent: none }
addressees:
  - names: { column: to, split: "\\n" }
    entries: [{ type: response, position: { column: a, map: { "yes": accepted } }, givenOn: "{d}" }]
`;

async function taken(content: string, own: string, ...more: string[]) {
  const { heed, folder } = await freshDatabase();
  await writeFile(join(folder, "file"), content);
  await writeFile(join(folder, "mapping.yaml"), own);
  const done = await heed(
    "import",
    join(folder, "file"),
    "--mapping",
    join(folder, "mapping.yaml"),
    "--create",
    ...more,
  );
  return { ...done, heed };
}

describe.each(["json", "ndjson"])("what a record in %s holds where the mapping reads a text", (format) => {
  const whole = (records: readonly object[]) =>
    format === "json" ? JSON.stringify(records) : records.map((each) => JSON.stringify(each)).join("\n");
  const good = { id: "1", to: "Justice", a: "yes", d: "2020-02-01" };

  test.each<[string, object, string]>([
    [
      "an object as an answer",
      { a: { value: "yes" } },
      "a: is an object, where the mapping reads a text; its values are at a.value",
    ],
    ["a list with an object", { a: ["yes", { note: "x" }] }, "a: is a list that holds more than texts"],
    ["an object as an addressee", { to: { name: "Justice" } }, "to: is an object"],
    ["a list in a list", { to: ["Justice", ["Interior"]] }, "to: is a list that holds more than texts"],
  ])("is refused: %s", async (_, change, told) => {
    const { code, stderr } = await taken(whole([good, { ...good, id: "2", ...change }]), mapping(format));
    expect(code, stderr).toBe(2);
    expect(stderr).toContain(told);
  });

  test("is a text, a list of texts, or nothing, also beside what the mapping does not read", async () => {
    const others = [
      { ...good, id: "2", to: ["Justice", "Interior"], a: ["yes"], more: { note: "x" } },
      { ...good, id: "3", a: {}, d: null },
      { ...good, id: "4", a: { value: null }, d: [] },
    ];
    const { code, stdout, stderr } = await taken(whole([good, ...others]), mapping(format));
    expect(code, stderr).toBe(0);
    expect(stdout).toContain("4 recommendations, 5 follow-ups");
    expect(stdout).toContain("3 entries");
  });
});

test("an answer without a day counts as known on the day of the import, and the command says so", async () => {
  const rows = "id,to,a,d\n1,Justice,yes,\n2,Justice,yes,2020-02-01\n3,Justice,,\n";
  const undated = await taken(rows, mapping("csv"));
  expect(undated.code, undated.stderr).toBe(0);
  expect(undated.stdout).toMatch(
    /1 row: no day is given for the response: it counts as known on \d{4}-\d\d-\d\d, the day of this import; --edition-day gives the day of the file; such as row 2/,
  );
  const dated = await taken(rows, mapping("csv"), "--edition-day", "2020-06-01");
  expect(dated.code, dated.stderr).toBe(0);
  expect(dated.stdout).not.toContain("no day is given");
});

test("a number that is a thousand in one language and one in another is refused in a condition", async () => {
  const own = mapping("csv").replace(
    "entries: [{ type: response,",
    "entries: [{ when: { column: n, above: 1 }, type: response,",
  );
  const rows = (number: string) => `id,to,a,d,n\n1,Justice,yes,2020-02-01,${number}\n`;
  for (const number of ["1.000", "12.500", "-1.000"]) {
    const { code, stderr } = await taken(rows(number), own);
    expect(code, number).toBe(2);
    expect(stderr).toContain("write it without a thousands separator");
  }
  for (const [number, entries] of [
    ["0.125", 0],
    ["1.5", 1],
    ["1000", 1],
    ["1.0000", 0],
  ] as const) {
    const { code, stderr, heed } = await taken(rows(number), own);
    expect(code, stderr).toBe(0);
    const { followUps } = JSON.parse((await heed("export")).stdout);
    expect(followUps[0].entries, number).toHaveLength(entries);
  }
});
