import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aRow, aWorkbook } from "../../files/test/a-workbook.ts";
import { freshDatabase } from "./heed.ts";

type Exported = {
  reports: { reference: string; publishedOn?: string; reportingYear: number }[];
  recommendations: { reference: string; themes?: string[] }[];
  followUps: { addressee: string; entries: { position?: string; givenOn?: string }[] }[];
  organizations: { id: string; name: Record<string, string> }[];
};

/** Runs the command on a database of the test: what an import printed, and what the record holds after it. */
async function importing(file: string, content: string | Uint8Array, mapping: string, ...more: string[]) {
  const { heed, folder } = await freshDatabase();
  await writeFile(join(folder, file), content);
  await writeFile(join(folder, "mapping.yaml"), `heed: mapping/1\nname: own\n${mapping}`);
  const args = ["import", join(folder, file), "--mapping", join(folder, "mapping.yaml"), "--create", ...more];
  const dry = await heed(...args, "--dry-run", "--format", "json");
  const done = await heed(...args, "--format", "json");
  expect(dry.code).toBe(done.code);
  const exported = async (): Promise<Exported> => {
    expect(done.code, done.stderr).toBe(0);
    return JSON.parse((await heed("export")).stdout) as Exported;
  };
  const names = async () => {
    const { organizations, followUps } = await exported();
    return followUps.map(
      ({ addressee }) => Object.values(organizations.find(({ id }) => id === addressee)?.name ?? {})[0],
    );
  };
  const entries = async () => (await exported()).followUps.flatMap((followUp) => followUp.entries);
  return { ...done, exported, names, entries };
}

const report = "report: { reference: R, issuingBody: Court, publishedOn: 2022-01-31, responsePeriod: none }\n";

test("days are read by months' names in four languages, by two digits of a year, and with the mark of an ordinal", async () => {
  const days = {
    "30-Mar-23": "2023-03-30",
    "1er avril 2024": "2024-04-01",
    "1 févr. 2024": "2024-02-01",
    "2nd March 2024": "2024-03-02",
    "1 mrt. 2024": "2024-03-01",
    "3. März 2024": "2024-03-03",
    "24. Dez. 2024": "2024-12-24",
    "1 AUG 2024": "2024-08-01",
    "05/06/24": "2024-06-05",
    "5-Jun-70": undefined,
  };
  const mapping = `${report}recommendation: { reference: "{No}", text: "{No}" }
addressees:
  - names: Police
    entries:
      - type: response
        position: accepted
        givenOn: { column: Day, format: [d-MMM-yy, d MMMM yyyy, d. MMM yyyy, dd/MM/yy] }
`;
  const rows = Object.keys(days).map((day, place) => `${place + 1},${day}\n`);
  const { entries } = await importing("a.csv", `No,Day\n${rows.slice(0, -1).join("")}`, mapping);
  expect((await entries()).map(({ givenOn }) => givenOn).sort()).toEqual(Object.values(days).slice(0, -1).sort());
  const wrong = [
    "30-Mrz-1970",
    "31-Feb-23",
    "30-Apirl-23",
    "1nd March 2024",
    "2er avril 2024",
    "5-Jun-70",
    "1 mar.apr 2024",
  ];
  const refused = await importing(
    "b.csv",
    `No,Day\n${wrong.map((day, place) => `${place},${day}\n`).join("")}`,
    mapping,
  );
  expect(refused.code).toBe(2);
  const { rejected } = JSON.parse(refused.stdout) as { rejected: { value: string; detail: string }[] };
  expect(rejected.map(({ value, detail }) => `${value}: ${detail}`)).toMatchInlineSnapshot(`
    [
      "30-Mrz-1970: is not written as d-MMM-yy",
      "31-Feb-23: is not a day of the calendar: 2023-02 has 28 days",
      "30-Apirl-23: has no month of the calendar: Apirl is none in English, French, Dutch or German",
      "1nd March 2024: has no day: 1nd is no ordinal",
      "2er avril 2024: has no day: 2er is no ordinal",
      "1970-06-05: the response is before the report, which is of 2022-01-31",
      "1 mar.apr 2024: is not written as d-MMM-yy",
    ]
  `);
});

test("a header stands on any row of a CSV file, or on two, and what is above it is skipped or a fact", async () => {
  const one = await importing(
    "a.csv",
    'List; of the court\n"Made on";"2 March 2023"\n\nNo;To;Text\n1;Police;Do\n',
    `file: { headerRow: 4, facts: { Made: { cell: B2 } } }
report: { reference: "List of {Made}", issuingBody: Court, publishedOn: { column: Made, format: d MMMM yyyy } }
recommendation: { reference: "{No}", text: "{Text}" }
addressees: [{ names: "{To}" }]
`,
  );
  expect((await one.exported()).reports).toMatchObject([
    { reference: "List of 2 March 2023", publishedOn: "2023-03-02" },
  ]);
  const two = await importing(
    "a.csv",
    "Title,,,\nNo,Asked,,Text\n,Of,On,\n1,Police,2023-03-02,Do\n",
    `file: { headerRow: [2, 3] }
report: { reference: R, issuingBody: Court, publishedOn: "{Asked / On}" }
recommendation: { reference: "{No}", text: "{Text}" }
addressees: [{ names: "{Asked / Of}" }]
`,
  );
  expect(await two.names()).toEqual(["Police"]);
  const none = await importing("a.csv", "No\n1\n", `file: { headerRow: 7 }\n${report}`);
  expect(none).toMatchObject({ code: 2 });
  expect(none.stderr).toContain("no row 7 (file.headerRow of the mapping)");
});

test("what is taken before a cell is split, and names that stay one, are said in the mapping", async () => {
  const { names } = await importing(
    "a.csv",
    'No,To\n1,"To: Police, Health, Welfare and Sport, Justice/Interior (2023)"\n',
    `${report}recommendation: { reference: "{No}" }
addressees:
  - names: { column: To, takeBeforeSplit: '^To: (.*) \\(', split: [", ", "/"], whole: ["Health, welfare and sport"] }
`,
  );
  expect((await names()).sort()).toEqual(["Health, Welfare and Sport", "Interior", "Justice", "Police"]);
});

test("a map and a condition mean capitals and small letters alike where they say so", async () => {
  const mapping = `${report}recommendation: { reference: "{No}" }
skip: [{ when: { column: Answer, is: WITHDRAWN, anyCase: true }, why: withdrawn }]
addressees:
  - names: Police
    entries:
      - { type: response, position: { column: Answer, anyCase: true, map: { Agreed: accepted, REJECTED: rejected } }, givenOn: 2022-03-01 }
`;
  const { exported, entries } = await importing("a.csv", "No,Answer\n1,AGREED\n2,rejected\n3,Withdrawn\n", mapping);
  const { recommendations } = await exported();
  expect((await entries()).map(({ position }) => position).sort()).toEqual(["accepted", "rejected"]);
  expect(recommendations).toHaveLength(2);
  const twice = await importing("a.csv", "No,Answer\n1,AGREED\n", mapping.replace("REJECTED", "agreed"));
  expect(twice.code).toBe(2);
  expect(twice.stderr).toContain("means two things by agreed");
});

test("blank cells continue the row above, as far as the column before them is the same", async () => {
  const rows = "Year,Report,To,No,Text\n2023,A,Police,1,x\n,,,2,y\n,B,,3,z\n2024,C,Justice,4,z\n";
  const mapping = `file: { fillDown: [Year, Report, To] }
report: { reference: "{Report} {Year}", issuingBody: Court, reportingYear: "{Year}", responsePeriod: none }
recommendation: { reference: "{No}", text: "{Text}" }
addressees: [{ names: "{To}" }]
`;
  const { exported, names } = await importing("a.csv", rows, mapping);
  expect((await exported()).reports.map(({ reference }) => reference).sort()).toEqual(["A 2023", "B 2023", "C 2024"]);
  // The third row has another report and no addressee.
  expect((await names()).sort()).toEqual(["Justice", "Police", "Police"]);
  const sheet = [
    aRow("Year", "Report", "To", "No", "Text"),
    aRow("2023", "A", "Police", "1", "x"),
    aRow("", "", "", "2", "y"),
  ];
  const workbook = aWorkbook({ sheets: { S: sheet.join("") } });
  expect(await (await importing("a.xlsx", workbook, mapping)).names()).toEqual(["Police", "Police"]);
  const wrong = await importing("a.csv", rows, mapping.replace("Year, Report", "Yaer, Report"));
  expect(wrong.stderr).toContain("did you mean Year?");
});

test("facts outside the list of a JSON file are columns of each row, and one may be named with the import", async () => {
  const mapping = `file: { format: json, at: items, facts: { Published: { at: meta.published }, Body: { inFileName: "^[a-z]+" }, Note: { at: meta.note, blank: true } } }
report: { reference: "{Body} {Published}", issuingBody: "{Body}", publishedOn: "{Published}", title: "{Note}" }
recommendation: { reference: "{no}" }
addressees: [{ names: Police }]
`;
  const whole = { meta: { published: "2023-05-06" }, items: [{ no: 1 }, { no: 2 }] };
  const { exported } = await importing("ombudsman-1.json", JSON.stringify(whole), mapping);
  expect((await exported()).reports).toMatchObject([{ reference: "ombudsman 2023-05-06", publishedOn: "2023-05-06" }]);
  const bare = JSON.stringify({ items: whole.items });
  const missing = await importing("ombudsman-1.json", bare, mapping);
  expect(missing).toMatchObject({ code: 2 });
  expect(missing.stderr).toContain(
    'does not tell Published (file.facts of the mapping); name it by --fact "Published=…"',
  );
  const given = await importing("ombudsman-1.json", bare, mapping, "--fact", "Published=2024-01-02");
  expect((await given.exported()).reports).toMatchObject([{ publishedOn: "2024-01-02" }]);
  const unknown = await importing("ombudsman-1.json", bare, mapping, "--fact", "Publishd=2024-01-02");
  expect(unknown.stderr).toContain("did you mean Published?");
});
