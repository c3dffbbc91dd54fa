import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openDatabase } from "@heed/store";
import { expect, test } from "vitest";
import { aRow, aWorkbook } from "../../files/test/a-workbook.ts";
import { worldDatabase } from "./heed.ts";
import { contentOf } from "./year/same-content.ts";

const mapping = (format: string, more = "") => `heed: mapping/1
name: register
file: { format: ${format} }
unknownOrganizations: refuse
report: { reference: "{Year}", issuingBody: "Myria, Federal Migration Centre", reportingYear: "{Year}", publishedOn: "{Published}" }
recommendation: { reference: "{Number}", text: "{Text}", implementationDue: "{Due}" }
addressees: [{ names: "{To}"${more} }]
`;
const header = ["Number", "Year", "Published", "To", "Text", "Due"];
const row = ["1", "2020", "2021-03-01", "FPS Justice", "Train judges.", "2022-01-01"];
const csv = (...changed: string[]) => [header, row, changed].map((cells) => cells.join(",")).join("\n");
const workbook = (rows: string) => aWorkbook({ sheets: { List: aRow(...header) + aRow(...row) + rows } });
const formula = aRow(...row).replace("Train judges.</t></is>", "Train</t></is><f>A2</f>");

/** Two entries that correct each other; this once overflowed the stack. */
const circle = JSON.stringify({
  heed: "record/1",
  organizations: ["a", "b"].map((id) => ({ id, code: id, name: { en: id } })),
  reports: [{ id: "own", reference: "R", issuingBody: "a", reportingYear: 2020 }],
  recommendations: [{ id: "own", report: "own", reference: "1" }],
  followUps: [
    {
      ...{ id: "own", recommendation: "own", addressee: "b" },
      entries: [
        { id: "x", corrects: "y" },
        { id: "y", corrects: "x" },
      ].map((each) => ({
        ...{ type: "response", position: "accepted", givenOn: "2021-01-01", recordedAt: "2021-01-01T00:00:00Z" },
        ...each,
      })),
    },
  ],
});

/** Each file has a wrong row, such as a due date before the report; a good row stands before it. */
const files: readonly [name: string, content: string | Uint8Array, format: string | undefined, places: string[]][] = [
  [
    "early.csv",
    csv("2", "2020", "2021-03-01", "FPS Justice", "Count.", "2021-02-28"),
    "csv",
    ["row 3", 'Due: "2021-02-28": the due date is before the report, which is of 2021-03-01'],
  ],
  [
    "unknown.csv",
    csv("2", "2020", "2021-03-01", "FPS Justise", "Count.", "2022-01-01"),
    "csv",
    ['row 3, organization: "FPS Justise": no organization has this name'],
  ],
  ["empty.xlsx", workbook("<row/>".repeat(1_000_000)), "xlsx", ["sheet List, row 250001", "250,000 rows"]],
  ["formula.xlsx", workbook(formula), "xlsx", ["sheet List, row 3, Text", "cell E3 holds the formula =A2"]],
  ["shape.json", '{"items": [{"Number": "1"}]}', "json", ["shape.json", "is an object", "file.at: items"]],
  ["circle.json", circle, undefined, ["followUps own, entry x, corrects", "followUps own, entry y, corrects"]],
  ["record.json", '{"heed": "record/1",\n "reports": {"a": 1}}', undefined, ["line 2, reports: must be a list"]],
];

const just = ["--addressee", "just", "--role", "respondent", "--for", "just", "--as", "A. Claes"];
const acts: readonly [args: string[], places: string[]][] = [
  [
    ["commitment", "record", "2013-02", "--description", "A course", "--due", "2014-10-14", ...just],
    ['due: "2014-10-14": the report was published on 2014-10-15'],
  ],
  [
    ["recommendation", "add", "2013", "--reference", "9", "--text", "en:Count.", "--addressee", "nobody"],
    ['--addressee: "nobody": no organization has this id, code or name'],
  ],
  [
    [
      ...["follow-up", "reopen", "2013-02", "--addressee", "just", "--reason", "New facts"],
      ...["--second-reader", "B. Dubois", "--role", "assessor"],
    ],
    ["the follow-up is open, and must be closed"],
  ],
];

test("each bad input is a clear error that names the place, and nothing is written", async () => {
  const { heed, folder, url } = await worldDatabase();
  const database = await openDatabase(url, { mode: "read" });
  const digest = async () =>
    createHash("sha256")
      .update(JSON.stringify(await contentOf(database)))
      .digest("hex");
  const before = await digest();
  const refused = async (args: readonly string[], places: readonly string[]) => {
    const { code, stdout, stderr } = await heed(...args);
    expect([code, stdout], stderr).toEqual([2, ""]);
    for (const place of places) expect(stderr).toContain(place);
    expect(stderr).toMatch(/^heed: /);
    expect(stderr).not.toContain("    at ");
    expect(await digest(), args.join(" ")).toBe(before);
  };
  for (const [name, content, format, places] of files) {
    const [file, mapped] = [join(folder, name), join(folder, `${name}.yaml`)];
    await writeFile(file, content);
    await writeFile(mapped, mapping(format ?? "csv"));
    await refused(["import", file, ...(format === undefined ? [] : ["--mapping", mapped])], places);
  }
  for (const [args, places] of acts) await refused(args, places);
  await database.close();
});
