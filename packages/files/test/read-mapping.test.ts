import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DomainError } from "@heed/core";
import type { MappedRow } from "@heed/core/mapping/reading/import-row";
import { fileDigest, isRecordFile, mappedRows, readMapping, readRecordFile } from "@heed/files";
import { afterAll, describe, expect, it, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "heed-mapping-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function refused(reading: Promise<unknown>): Promise<DomainError> {
  const error: unknown = await reading.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof DomainError) return error;
  throw new Error(`not refused: ${String(error)}`);
}

const mappingText = `heed: mapping/1
name: trial
report:
  reference: "{Report}"
  issuingBody: The Centre
  reportingYear: "{Year}"
recommendation:
  reference: "{No}"
addressees:
  - names: { column: To, split: "|" }
    entries:
      - type: response
        position: { column: Answer, map: { 1.10: accepted, 1.1: rejected } }
        knownBy: 2024-12-31
`;

describe("a mapping file", () => {
  it("is read with the digest of its bytes", async () => {
    const path = file("good.yaml", mappingText);
    const { mapping, digest } = await readMapping(path);
    expect(mapping.name).toBe("trial");
    expect(digest).toBe(createHash("sha256").update(mappingText).digest("hex"));
    expect(digest).toBe(await fileDigest(path));
  });

  it("tells file, line and key of everything that is wrong in it", async () => {
    const path = file("bad.yaml", mappingText.replace("issuingBody", "issuingBdy").replace("split", "spilt"));
    const error = await refused(readMapping(path));
    expect(error.code).toBe("invalidMapping");
    expect(error.issues).toEqual([
      { file: path, row: 3, name: "report.issuingBody", detail: "is missing" },
      { file: path, row: 5, name: "report.issuingBdy", detail: "unknown key issuingBdy; did you mean issuingBody?" },
      { file: path, row: 10, name: "addressees[0].names.spilt", detail: "unknown key spilt; did you mean split?" },
    ]);
    expect(error.message).toContain("bad.yaml, line 3, report.issuingBody: is missing (and 2 more)");
  });

  it("tells the line where it is no YAML", async () => {
    const error = await refused(readMapping(file("broken.yaml", 'heed: mapping/1\nname: "open\n')));
    expect(error.code).toBe("invalidMapping");
    expect(error.issues[0]?.row).toBeGreaterThanOrEqual(2);
    const twice = await refused(readMapping(file("twice.yaml", `${mappingText}name: again\n`)));
    expect(twice.issues[0]).toMatchObject({ row: 15, detail: expect.stringContaining("unique") });
  });

  it("tells when it is empty, missing, no UTF-8, or something else", async () => {
    expect((await refused(readMapping(file("empty.yaml", "")))).code).toBe("invalidMapping");
    expect((await refused(readMapping(join(folder, "none.yaml")))).code).toBe("unreadableFile");
    expect((await refused(readMapping(file("latin.yaml", Buffer.from("name: caf\xe9\n", "latin1"))))).code).toBe(
      "unreadableFile",
    );
    expect((await refused(readMapping(file("record.yaml", "heed: record/1\n")))).issues[0]).toMatchObject({
      name: "heed",
      row: 1,
    });
  });

  it("maps the rows of a file, the wrong ones with row, column, value and reason", async () => {
    const { mapping } = await readMapping(file("map.yaml", mappingText));
    const csv = file(
      "data.csv",
      'Report,Year,No,To,Answer\nR,2020,122.10,"A|\nB",1.10\nR,2020,122.1,A,1.1\nR,20,3,A,maybe\n',
    );
    const rows: MappedRow[] = [];
    for await (const row of mappedRows(csv, mapping)) rows.push(row);
    expect(rows).toMatchObject([
      {
        row: 2,
        recommendation: { reference: "122.10", source: { name: "trial", file: "data.csv", row: 2 } },
        followUps: [{ addressee: "A", entries: [{ position: "accepted" }] }, { addressee: "B" }],
      },
      { row: 3, line: 4, recommendation: { reference: "122.1" }, followUps: [{ entries: [{ position: "rejected" }] }] },
      {
        row: 4,
        line: 5,
        rejected: [
          { row: 4, line: 5, name: "Year", value: "20" },
          { row: 4, line: 5, name: "Answer", value: "maybe" },
        ],
      },
    ]);
  });

  it("is held against the file's columns before the first row", async () => {
    const { mapping } = await readMapping(file("columns.yaml", mappingText));
    const rows = mappedRows(file("other.csv", "Reprot,Year,No,To,Answer\n"), mapping);
    const error = await refused(rows.next());
    expect(error.code).toBe("invalidMapping");
    expect(error.issues).toEqual([
      { name: "report.reference", value: "Report", detail: "the file has no such column; did you mean Reprot?" },
    ]);
  });
});

test("every mapping of the examples is valid", async () => {
  const examples = fileURLToPath(new URL("../../../examples/mappings/", import.meta.url));
  const names = readdirSync(examples);
  expect(names).toEqual(expect.arrayContaining(["coroners.yaml", "upr.yaml"]));
  for (const name of names)
    expect((await readMapping(join(examples, name))).mapping.name).toBe(name.replace(".yaml", ""));
});

test("every complete example of docs/mappings.md is valid", async () => {
  const page = readFileSync(new URL("../../../docs/mappings.md", import.meta.url), "utf8");
  const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = ""]) => text);
  const whole = examples.filter((text) => text.startsWith("heed:"));
  expect(whole).toHaveLength(3);
  const head = "heed: mapping/1\nname: trial\nreport: { reference: x, issuingBody: y, reportingYear: 2020 }\n";
  const under: Record<string, string> = {
    entries: "addressees:\n  - names: x\n",
    implementationDue: "recommendation:\n",
    when: "skip:\n  - why: x\n",
  };
  for (const [place, text] of examples.entries()) {
    const key = /^(\w+):/.exec(text)?.[1] ?? "";
    const parent = under[key];
    const indent = parent?.includes("- ") ? "    " : "  ";
    const content = whole.includes(text)
      ? text
      : parent !== undefined
        ? head + parent + text.replace(/^(?=.)/gm, indent)
        : ["skip", "aliases", "language"].includes(key)
          ? head + text
          : undefined;
    if (content !== undefined) await readMapping(file(`example-${place}.yaml`, content));
  }
});

describe("a record file", () => {
  const world = fileURLToPath(new URL("../../../examples/world/world.yaml", import.meta.url));

  it("is told from other files by its first key", async () => {
    expect(await isRecordFile(world)).toBe(true);
    expect(await isRecordFile(file("min.json", '{"heed":"record/1"}'))).toBe(true);
    expect(await isRecordFile(file("commented.yml", "# about\nheed: record/1\n"))).toBe(true);
    expect(await isRecordFile(file("map2.yaml", mappingText))).toBe(false);
    expect(await isRecordFile(file("data2.csv", "heed: record/1\n"))).toBe(false);
    expect((await refused(isRecordFile(join(folder, "none.yaml")))).code).toBe("unreadableFile");
  });

  it("is read as YAML and as JSON alike", async () => {
    const record = await readRecordFile(world);
    expect(record.followUps.length).toBeGreaterThan(0);
    expect(await readRecordFile(file("world.json", JSON.stringify(record)))).toEqual(record);
  });

  it.each(["yaml", "json"])("names path and line of what is wrong in %s", async (kind) => {
    const lines = [
      '{ "heed": "record/1",',
      '"recommendations": [',
      '{ "id": "a", "report": "r", "reference": "1" },',
      '{ "id": "b", "report": "r", "reference": "2",',
      '"themes": "one", "txt": {} }',
      "] }",
    ];
    const path = file(`wrong.${kind}`, lines.join("\n"));
    const error = await refused(readRecordFile(path));
    expect(error.code).toBe("invalidInput");
    expect(error.issues).toEqual([
      { file: path, row: 5, name: "recommendations[1].themes", detail: 'must be a list, not "one"' },
      { file: path, row: 5, name: "recommendations[1].txt", detail: "unknown key txt; did you mean text?" },
    ]);
  });

  it("names what is wrong in an entry of some type, and broken JSON with its line", async () => {
    const entries = '[{"id":"e","recordedAt":"2020-01-01T00:00:00Z","type":"response","position":"acepted"}]';
    const path = file(
      "entry.json",
      `{"heed":"record/1","followUps":[{"id":"f","recommendation":"r","addressee":"a",\n"entries":${entries}}]}`,
    );
    expect((await refused(readRecordFile(path))).issues).toMatchObject([
      { row: 2, name: "followUps[0].entries[0].position", detail: expect.stringContaining("did you mean accepted?") },
    ]);
    expect(
      (await refused(readRecordFile(file("cut.json", '{"heed":"record/1",\n"reports":[')))).issues[0]?.row,
    ).toBeDefined();
  });
});

test("a number of a mapping in JSON is kept as it is written", async () => {
  const given = `{ "heed": "mapping/1", "name": "trial",
    "report": { "reference": 1.10, "issuingBody": "The Centre" }, "skip": [{ "when": { "column": "No", "is": 1.10 }, "why": "no" }] }`;
  const { mapping } = await readMapping(file("number.json", given));
  expect(mapping.report?.reference?.parts).toEqual(["1.10"]);
  expect(mapping.skip[0]?.when.is).toEqual(["1.10"]);
});
