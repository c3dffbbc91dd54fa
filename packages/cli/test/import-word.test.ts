import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { aCell, aDocument, aParagraph, aTable } from "../../files/test/a-document.ts";
import { freshDatabase, hasSharedData, root, sharedData } from "./heed.ts";

type Exported = {
  reports: { reference: string; reportingYear: number }[];
  recommendations: { reference: string; text?: Record<string, string>; source: { row: number } }[];
  followUps: { entries: { position: string }[] }[];
};

const mapping = `heed: mapping/1
name: own
file: { format: docx }
report: { reference: R, issuingBody: Court, reportingYear: 2023, responsePeriod: none }
recommendation: { reference: "{No}", text: "{Text}" }
addressees: [{ names: { column: To, split: "\\n" } }]
`;

async function importing(file: Uint8Array, own = mapping) {
  const { heed, folder } = await freshDatabase();
  await writeFile(join(folder, "a.docx"), file);
  await writeFile(join(folder, "m.yaml"), own);
  const done = await heed("import", join(folder, "a.docx"), "--mapping", join(folder, "m.yaml"), "--create");
  const exported = async () => {
    expect(done.code, done.stderr).toBe(0);
    return JSON.parse((await heed("export")).stdout) as Exported;
  };
  return { ...done, exported };
}

const header = ["No", "To", "Text"];

test.skipIf(!hasSharedData)("the thematic lists of the Universal Periodic Review are read from Word", async () => {
  const { heed } = await freshDatabase();
  const given = { fact: ["--fact", "Session=34"], none: [] };
  for (const [name, ...more] of [
    ["UPR20__Slovenia_ThematicListRecommendations_E.docx", ...given.none],
    ["UPR34_Slovenia_Thematic_list_of_Recommendations.docx", ...given.fact],
  ] as const) {
    const file = join(sharedData, "upr-slovenia", name);
    const mapped = join(root, "examples", "mappings", "upr-word.yaml");
    const done = await heed("import", file, "--mapping", mapped, "--create", ...more);
    expect(done.code, done.stderr).toBe(0);
  }
  const { reports, recommendations, followUps } = JSON.parse((await heed("export")).stdout) as Exported;
  expect(reports).toMatchObject([
    { reference: "UPR 20 Slovenia", reportingYear: 2014 },
    { reference: "UPR 34 Slovenia", reportingYear: 2019 },
  ]);
  const positions = followUps.flatMap(({ entries }) => entries.map(({ position }) => position));
  expect(positions.filter((each) => each === "accepted")).toHaveLength(142 + 182);
  expect(positions.filter((each) => each === "noted")).toHaveLength(21 + 33);
  expect(recommendations).toHaveLength(163 + 215);
  const references = recommendations.map(({ reference }) => reference);
  expect(references).toEqual(expect.arrayContaining(["122.1", "122.10"]));
  expect(recommendations.filter(({ text }) => text?.en === undefined || /Source of/i.test(text.en))).toEqual([]);
});

test("a cell of several paragraphs is a text of several lines, and a merged one stands in each of its rows", async () => {
  const body = aTable(
    header,
    [aCell("1"), aCell(["Police", "Health"], '<w:vMerge w:val="restart"/>'), aCell("Do")],
    [aCell("2"), aCell("", "<w:vMerge/>"), aCell("Be")],
    [aCell("A heading", '<w:gridSpan w:val="3"/>')],
    [aCell("3", '<w:gridSpan w:val="2"/>'), aCell("Go")],
  );
  const { stdout, exported } = await importing(
    aDocument({ body }),
    `${mapping}skip: [{ when: { column: No, is: A heading }, why: a heading }]\n`,
  );
  expect(stdout).toContain("3 recommendations, 5 follow-ups");
  expect(stdout).toContain("1 row was skipped: a heading");
  expect(stdout).toContain(
    "1 row: the cell is merged with the one of a column before it, and is read with its text; such as row 5 (3)",
  );
  expect((await exported()).recommendations.map(({ source }) => source.row)).toEqual([2, 3, 5]);
});

test("what a person does not see in a document, or Heed does not read, is told", async () => {
  const run = (xml: string) => `<w:p><w:r>${xml}</w:r></w:p>`;
  const text =
    '<w:p><w:r><w:t>Do</w:t></w:r><w:del><w:r><w:delText>not</w:delText></w:r></w:del><w:r><w:footnoteReference w:id="7"/></w:r>' +
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:tab/><w:t>it</w:t><w:noBreakHyphen/><w:t>now</w:t></w:r></w:p>";
  const numbered = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Police</w:t></w:r></w:p>`;
  const dotted = numbered.replace('numId w:val="1"', 'numId w:val="2"');
  const body = aTable(
    header,
    [aCell("1"), aCell(numbered), aCell(text)],
    [aCell(run("<w:t>2</w:t>")), aCell(dotted), aCell("Be")],
  );
  const numbering =
    '<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>' +
    '<w:abstractNum w:abstractNumId="6"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>' +
    '<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num>';
  const { stdout, exported } = await importing(aDocument({ body, numbering, footnotes: { 7: "See the law." } }));
  expect((await exported()).recommendations[0]?.text).toEqual({ en: "Do it-now" });
  expect(stdout).toContain(
    "1 row: the cell has a footnote, which is not part of its text; such as row 2 (See the law.)",
  );
  expect(stdout).toContain(
    "1 row: the cell has a number that Word counts by itself, which is not part of its text; such as row 2",
  );
  // They are about the document, and point to no row.
  expect(stdout).toContain("Warning: the document has tracked changes, and is read as if they were accepted.\n");
  expect(stdout).toContain("Warning: the document has hidden text, which is not read.\n");
});

test("a sign of a font of pictures is what a person sees, and an unknown one is told", async () => {
  const answers = mapping.replace(
    'names: { column: To, split: "\\n" }',
    `names: Police, entries: [{ type: response, knownBy: 2024-01-01, position: { column: To, map: { "✓": accepted, "🗶": rejected } } }]`,
  );
  const sign = (xml: string) => `<w:p><w:r>${xml}</w:r></w:p>`;
  const font = '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>';
  const body = aTable(
    header,
    [aCell("1"), aCell(sign('<w:sym w:font="Wingdings" w:char="F0FC"/>')), aCell("Do")],
    [aCell("2"), aCell(sign('<w:sym w:font="Wingdings" w:char="F0FB"/>')), aCell("Be")],
    [aCell("3"), aCell(sign(`${font}<w:t>\u00fc</w:t>`)), aCell("Go")],
    [aCell("4"), aCell(sign(`${font}<w:t>\uf0fb</w:t>`)), aCell("See")],
  );
  const seen = await importing(aDocument({ body }), answers);
  expect((await seen.exported()).followUps.map(({ entries }) => entries[0]?.position).sort()).toEqual([
    "accepted",
    "accepted",
    "rejected",
    "rejected",
  ]);
  expect(seen.stdout).not.toContain("signs of a font");
  const unknown = aTable(header, [aCell("1"), aCell("Police"), aCell(sign('<w:sym w:font="Own" w:char="F0FC"/>'))]);
  expect((await importing(aDocument({ body: unknown }))).stdout).toContain(
    "Warning: the document has signs of a font that are not known here; each is read as \ufffd.\n",
  );
});

test("of several tables a mapping says which are meant, by number or by their columns", async () => {
  const body = [
    aTable(["Abbreviation", "Meaning"], ["UN", "United Nations"]),
    aParagraph("Part A"),
    aTable(header, ["1", "Police", "Do"]),
    aTable(header, ["2", "Police", "Be"]),
  ].join("");
  const file = aDocument({ body });
  const unsaid = await importing(file);
  expect(unsaid).toMatchObject({ code: 2 });
  expect(unsaid.stderr).toContain(
    "has 3 tables; say under file.table which are meant: table 1 has Abbreviation, Meaning; table 2",
  );
  const of = (table: string) => mapping.replace("format: docx", `format: docx, table: ${table}`);
  expect((await (await importing(file, of("3"))).exported()).recommendations).toMatchObject([{ reference: "2" }]);
  const both = await (await importing(file, of("{ with: [No, Text] }"))).exported();
  expect(both.recommendations.map(({ source }) => source.row)).toEqual([2, 4]);
  expect((await importing(file, of("[1, 2]"))).stderr).toContain("other ones in table 2: No, Text, To");
  expect((await importing(file, of("{ with: [Nr] }"))).stderr).toContain("has no table with Nr (file.table)");
  expect((await importing(file, of("4"))).stderr).toContain("has no table 4 (file.table): it has 3");
});

describe("a file that is none, or would fill memory, is refused by name", () => {
  const of = (body: string) => aDocument({ body });
  test.each([
    ["a text", new TextEncoder().encode("No,To\n"), "is no Word document (.docx)"],
    [
      "a span without end",
      of(aTable(header, [aCell("1", '<w:gridSpan w:val="999999999"/>')])),
      "or of more columns than Word has",
    ],
    ["a part that is not whole", of("<w:tbl>"), "is damaged: its part word/document.xml is no XML"],
    ["no table", of(aParagraph("Nothing.")), "has no table"],
    [
      "a part without end",
      aDocument({ body: `${aTable(header, ["1", "Police", "Do"])}<w:p>${" ".repeat(129 * 1024 * 1024)}</w:p>` }),
      "of more than 128 MB",
    ],
  ])("%s", async (_, file, why) => {
    const { code, stderr } = await importing(file);
    expect(code).toBe(2);
    expect(stderr).toContain(why);
    expect(stderr).not.toContain("    at ");
  });

  test("and a document without a word of it is no workbook", async () => {
    const { stderr } = await importing(of(aTable(header)), mapping.replace("file: { format: docx }\n", ""));
    expect(stderr).toContain("is a Word document; say so in the mapping, under file: { format: docx }");
  });
});
