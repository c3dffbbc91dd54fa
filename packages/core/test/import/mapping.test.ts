import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import { DomainError } from "../../src/index.ts";
import { Mapping } from "../../src/mapping/mapping.ts";
import { checkColumns, planOf } from "../../src/mapping/reading/import-plan.ts";
import type { ImportRow, MappedRow } from "../../src/mapping/reading/import-row.ts";
import { mapRow } from "../../src/mapping/reading/map-row.ts";
import { inputIssues } from "../../src/text/input-issues.ts";
import { nearest } from "../../src/text/nearest.ts";

const smallest = {
  heed: "mapping/1",
  name: "trial",
  report: { reference: "{Report}", issuingBody: "The Centre", reportingYear: "{Year}" },
};

type Part = Record<string, unknown>;

function mappingOf(parts: Part = {}): Mapping {
  return Mapping.parse({ ...smallest, ...parts });
}

function withEntries(...entries: Part[]): Mapping {
  return mappingOf({ addressees: [{ names: "{To}", entries }] });
}

const cells = { Report: "R1", Year: "2020", To: "Justice" };

function mapped(mapping: Mapping, extra: Record<string, string> = {}): MappedRow {
  return mapRow(mapping, { row: 7, digest: "d", cells: { ...cells, ...extra } });
}

function imported(mapping: Mapping, extra: Record<string, string> = {}): ImportRow {
  const row = mapped(mapping, extra);
  if ("report" in row) return row;
  throw new Error(JSON.stringify(row));
}

function rejected(mapping: Mapping, extra: Record<string, string> = {}) {
  const row = mapped(mapping, extra);
  return "rejected" in row ? row.rejected : [];
}

function wrong(input: unknown): string[] {
  const parsed = Mapping.safeParse(input);
  if (parsed.success) throw new Error("it was taken");
  return inputIssues(parsed.error, Mapping, input).map(({ name, detail }) => `${name}: ${detail}`);
}

describe("the year of a report", () => {
  it.each([
    ["the row tells", { Session: "51", Year: "2023" }, undefined],
    ["the file has for rows that tell none", { Session: "", Year: "2023" }, true],
  ])("is one that %s", (_, cells, yearIsAssumed) => {
    const reportingYear = { column: "Session", map: { 51: 2026 }, otherwise: "{Year}" };
    const file = { facts: { Year: { blank: true } } };
    const mapping = mappingOf({ file, report: { ...smallest.report, reportingYear } });
    expect(imported(mapping, cells).yearIsAssumed).toBe(yearIsAssumed);
    // What a fact gives for every row is told, not assumed.
    const ofAll = mappingOf({ file, report: { ...smallest.report, reportingYear: "{Year}" } });
    expect(imported(ofAll, cells).yearIsAssumed).toBeUndefined();
  });
});

describe("what a row lacks", () => {
  const facts = { file: { facts: { Year: { blank: true } } }, edition: { inFileName: "x" } };

  it("names the fact and the day that the import may give", () => {
    const mapping = mappingOf({
      ...facts,
      report: { ...smallest.report, reportingYear: { column: "Session", map: { "*": "" }, otherwise: "{Year}" } },
      addressees: [
        {
          names: "{To}",
          entries: [{ type: "response", position: "accepted", givenOn: { column: "Year", format: "yyyy" } }],
        },
      ],
    });
    expect(rejected(mapping, { Session: "51", Year: "" }).map(({ detail }) => detail)).toEqual([
      "gives no reporting year of four digits; --fact Year=… gives it",
      "gives no day for the response; --fact Year=… gives it; --edition-day gives that of the file",
    ]);
  });

  it.each(["\u200b", "\u00ad", "\u200e", "\u2060", "\u2800", "\u115f"])("is blank, also between others: %j", (sign) => {
    const mapping = mappingOf({
      recommendation: { reference: "1", text: "{Text}", themes: { column: "Themes", split: ";" } },
      addressees: [{ names: { column: "To", split: ";" } }],
    });
    const row = imported(mapping, { To: `Justice;${sign}`, Themes: `${sign};${sign}x;`, Text: sign });
    expect(row.followUps.map(({ addressee }) => addressee)).toEqual(["Justice"]);
    expect(row.recommendation).toMatchObject({ themes: [`${sign}x`], textAbsent: expect.any(String) });
    expect(imported(mapping, { To: ` ${sign} `, Themes: "", Text: "a" }).followUps).toEqual([]);
  });
});

describe("a mapping that is wrong says where and what was probably meant", () => {
  it.each<[Part, string]>([
    [{ recomendation: {} }, "recomendation: unknown key recomendation; did you mean recommendation?"],
    [
      { report: { ...smallest.report, publishdOn: "x" } },
      "report.publishdOn: unknown key publishdOn; did you mean publishedOn?",
    ],
    [
      { recommendation: { text: { colunm: "x", column: "y" } } },
      "recommendation.text.colunm: unknown key colunm; did you mean column?",
    ],
    [
      { recommendation: { themes: { column: "x", spilt: "," } } },
      "recommendation.themes.spilt: unknown key spilt; did you mean split?",
    ],
    [
      { recommendation: { text: { ref: null } } },
      'recommendation.text.ref: unknown key ref; a column in a text stands in quotes: "{ref}"',
    ],
    [{ recommendation: { text: "{ref" } }, "recommendation.text: has a brace without its partner: {ref"],
    [{ recommendation: { text: { take: "x" } } }, "recommendation.text: needs either column or template"],
    [{ recommendation: { text: { column: "a", take: "(" } } }, "recommendation.text: ( is not a regular expression"],
    [
      { report: { ...smallest.report, publishedOn: { column: "D", format: "DD/MM/YY" } } },
      "report.publishedOn: DD/MM/YY is not a date format: DD is not one of d, dd, M, MM, MMM, MMMM, yy and yyyy",
    ],
    [
      { report: { ...smallest.report, publishedOn: "2020-02-31" } },
      "report.publishedOn: 2020-02-31 is not a day of the calendar: 2020-02 has 29 days",
    ],
    [
      { report: { ...smallest.report, responsePeriod: { amount: 2 } } },
      "report.responsePeriod: needs either amount and unit, or until",
    ],
    [{ report: { reference: "x" } }, "report.issuingBody: is missing"],
    [{ report: { issuingBody: "x" } }, "report.reference: is missing, and reports is byReference"],
    [{ reports: "perrow" }, 'reports: "perrow" is not one of byReference, perRow; did you mean perRow?'],
    [{ name: 5 }, "name: must be a text, not 5"],
    [
      { skip: [{ when: { column: "a" }, why: "x" }] },
      "skip[0].when: has no test for its column: is, isNot, blank, matches, above, …",
    ],
    [
      { skip: [{ when: { column: "a", above: "b" }, why: "x" }] },
      'skip[0].when.above: b is neither a number, a percentage nor a "{Column}"',
    ],
    [
      { addressees: [{ names: "{To}", role: "led" }] },
      "addressees[0].role: led is not one of lead, joint, forInformation; did you mean lead?",
    ],
    [
      { addressees: [{ names: "{To}", entries: [{ type: "respons", position: "accepted" }] }] },
      'addressees[0].entries[0].type: "respons" is not one of response, commitment, progressUpdate, assessment, closure; did you mean response?',
    ],
    [
      { addressees: [{ names: "{To}", entries: [{ type: "response", position: "accepted" }] }] },
      "addressees[0].entries[0]: needs givenOn, or knownBy where the day is not known (D14)",
    ],
    [
      {
        addressees: [
          {
            names: "{To}",
            entries: [{ type: "response", knownBy: "2020-01-01", position: { column: "A", map: { y: "acepted" } } }],
          },
        ],
      },
      "addressees[0].entries[0].position: acepted is not one of",
    ],
    [
      { recommendation: { implementationDue: { column: "a", after: "2020-01-01" } } },
      "recommendation.implementationDue: needs both after and period, and no other key",
    ],
    [
      { report: { ...smallest.report, publishedOn: { column: "D", vague: "yes" } } },
      'report.publishedOn.vague: must be true or false, not "yes"',
    ],
    [{ file: { sheet: { matches: "(" } } }, "file.sheet.matches: ( is not a regular expression"],
  ])("%j", (parts, message) => {
    const found = wrong({ ...smallest, ...parts });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
  });

  it("tells each key of a group that has another form too", () => {
    const responsePeriod = { amount: -1, unit: "month", rules: "calender" };
    expect(
      wrong({ ...smallest, report: { ...smallest.report, responsePeriod } }).map((told) => told.split(":")[0]),
    ).toEqual(["amount", "unit", "rules"].map((key) => `report.responsePeriod.${key}`));
  });

  it("tells every unknown key by itself", () => {
    expect(wrong({ ...smallest, skipp: [], zzz: 1 })).toEqual([
      "skipp: unknown key skipp; did you mean skip?",
      "zzz: unknown key zzz",
    ]);
  });

  it("names each column that the file has not", () => {
    const mapping = mappingOf({
      recommendation: { text: { column: "Txt", otherwise: "{Sumary}" }, said: ["Statuss"] },
      addressees: [
        {
          names: "{To}",
          entries: [
            { type: "response", position: "accepted", knownBy: "2020-01-01", when: { column: "n", below: "{m}" } },
          ],
        },
      ],
    });
    expect(() => checkColumns(mapping, ["Report", "Year", " To ", "Txt", "Summary", "Status", "n", "m"])).toThrow(
      DomainError,
    );
    try {
      checkColumns(mapping, ["Report", "Year", "To", "Text", "Summary", "Status"]);
    } catch (error) {
      expect(error).toMatchObject({ code: "invalidMapping" });
      expect((error as DomainError).issues).toEqual([
        { name: "recommendation.text", value: "Txt", detail: "the file has no such column; did you mean Text?" },
        {
          name: "recommendation.text.otherwise",
          value: "Sumary",
          detail: "the file has no such column; did you mean Summary?",
        },
        {
          name: "recommendation.said[0]",
          value: "Statuss",
          detail: "the file has no such column; did you mean Status?",
        },
        { name: "addressees[0].entries[0].when", value: "n", detail: "the file has no such column" },
        { name: "addressees[0].entries[0].when.below", value: "m", detail: "the file has no such column" },
      ]);
    }
    expect(() => checkColumns(mappingOf(), ["Report", "Year"])).not.toThrow();
  });
});

test("docs/mappings.md tells every key", () => {
  const page = readFileSync(new URL("../../../../docs/mappings.md", import.meta.url), "utf8");
  const keys = new Set<string>();
  const gather = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    for (const [key, each] of Object.entries(part)) {
      if (key === "properties") for (const name of Object.keys(each as object)) keys.add(name);
      gather(each);
    }
  };
  gather(z.toJSONSchema(Mapping, { io: "input", unrepresentable: "any" }));
  expect(keys.size).toBeGreaterThan(60);
  expect([...keys].filter((key) => !page.includes(`\`${key}\``))).toEqual([]);
  for (const [, example = ""] of page.matchAll(/^(?: {2})*(?:- )?(\w+):/gm))
    expect([...keys, "Number", "Date"]).toContain(example);
});

test("the plan holds what is true of all rows", () => {
  expect(planOf(mappingOf({ reports: "perRow", levels: { addressee: "federal" }, language: "fr" }))).toEqual({
    name: "trial",
    reports: "perRow",
    editions: "whole",
    aliases: {},
    entriesBeforeReport: "refuse",
    unknownOrganizations: "create",
    levels: { issuingBody: "other", addressee: "federal" },
    language: "fr",
    yearColumns: "Year",
  });
  expect(planOf(mappingOf({ language: "{lang}" }))).not.toHaveProperty("language");
});

describe("values", () => {
  const text = (value: unknown, extra: Record<string, string>) =>
    imported(mappingOf({ recommendation: { reference: value } }), extra).recommendation.reference;

  it.each<[unknown, Record<string, string>, string | undefined]>([
    ["fixed", {}, "fixed"],
    [12, {}, "12"],
    ["{a}", { a: "  x " }, "x"],
    ["{a}/{b}", { a: "x", b: "y" }, "x/y"],
    ["{a}/{b}", { a: "x", b: " " }, undefined],
    [{ column: "a", take: "\\d+" }, { a: "no 12" }, "12"],
    [{ column: "a", take: "no (\\d+)" }, { a: "no 12" }, "12"],
    [{ column: "a", take: "no (\\d+)", otherwise: "{b}" }, { a: "none", b: "z" }, "z"],
    [{ column: "a", map: { x: "y" } }, { a: "x" }, "y"],
    [{ column: "a", map: { x: "y", "*": "rest" } }, { a: "q" }, "rest"],
    [{ column: "a", map: { "n/a": "" }, otherwise: "fall" }, { a: "n/a" }, "fall"],
    [{ template: "{a}-{b}", map: { "1-2": "twelve" } }, { a: "1", b: "2" }, "twelve"],
    ["{constructor}", {}, undefined],
  ])("%j of %j is %s", (value, extra, expected) => expect(text(value, extra)).toBe(expected));

  it("rejects what is not in the list, with the column, the value and what was probably meant", () => {
    const mapping = mappingOf({ recommendation: { reference: { column: "a", map: { Accepted: "A", Noted: "N" } } } });
    expect(rejected(mapping, { a: "Acepted" })).toEqual([
      { row: 7, name: "a", value: "Acepted", detail: "is not in the mapping's list; did you mean Accepted?" },
    ]);
  });

  it("splits a cell, without blank values and repeats", () => {
    const mapping = mappingOf({
      recommendation: { themes: { column: "a", split: ["|", ";"], map: { x: "X", "*": "Y" } } },
    });
    expect(imported(mapping, { a: " x | y;;z| x |" }).recommendation.themes).toEqual(["X", "Y"]);
    expect(imported(mapping, { a: " | " }).recommendation.themes).toEqual([]);
  });

  it("keeps texts by language, of the row or each of its own", () => {
    const both = mappingOf({ recommendation: { text: { languages: { fr: "{f}", nl: "{n}" } } } });
    expect(imported(both, { f: "un", n: "een" }).recommendation.text).toEqual({ fr: "un", nl: "een" });
    expect(imported(both, { f: "un", n: "" }).recommendation.text).toEqual({ fr: "un" });
    const byRow = mappingOf({ language: "{lang}", recommendation: { text: "{t}", textAbsent: "not printed" } });
    expect(imported(byRow, { lang: "NL", t: "een" }).recommendation.text).toEqual({ nl: "een" });
    expect(imported(byRow, { lang: "nl", t: "" }).recommendation).toMatchObject({ textAbsent: "not printed" });
    expect(rejected(byRow, { lang: "Dutch" })).toMatchObject([{ name: "lang", value: "dutch" }]);
  });
});

describe("a report", () => {
  const report = (parts: Part, extra: Record<string, string> = {}) =>
    imported(mappingOf({ report: { ...smallest.report, ...parts } }), extra).report;

  it("has a date with its precision, or the reason why not", () => {
    const date = { column: "D", format: ["dd/MM/yyyy", "MM/yyyy"] };
    expect(report({ publishedOn: date }, { D: "01/02/2020" })).toMatchObject({
      publishedOn: "2020-02-01",
      publishedOnPrecision: "day",
    });
    expect(report({ publishedOn: date }, { D: "02/2020" })).toMatchObject({
      publishedOn: "2020-02-29",
      publishedOnPrecision: "month",
    });
    expect(report({ publishedOn: date }, { D: "" })).toMatchObject({ publishedOnAbsent: "the source gives no date" });
    expect(rejected(mappingOf({ report: { ...smallest.report, publishedOn: date } }), { D: "31/02/2020" })).toEqual([
      { row: 7, name: "D", value: "31/02/2020", detail: "is not a day of the calendar: 2020-02 has 29 days" },
    ]);
    const kept = imported(mappingOf({ report: { ...smallest.report, publishedOn: { ...date, absent: "torn off" } } }), {
      D: "?",
    });
    expect(kept.report).toMatchObject({ publishedOnAbsent: "torn off" });
    expect(kept.warnings).toEqual([
      { name: "D", value: "?", detail: "is not written as dd/MM/yyyy; kept without a date" },
    ]);
  });

  it("takes its year from its date when none is named, and has one", () => {
    const { reportingYear: _, ...rest } = smallest.report;
    const mapping = mappingOf({ report: { ...rest, publishedOn: "{D}" } });
    expect(imported(mapping, { D: "2019-05-01" }).report.reportingYear).toBe(2019);
    // Another row of the report may tell it.
    expect(imported(mapping, { D: "" }).report.reportingYear).toBe(0);
    expect(rejected(mappingOf(), { Year: "20x" })).toEqual([
      { row: 7, name: "Year", value: "20x", detail: "is not a whole number" },
    ]);
    expect(rejected(mappingOf(), { Year: "12" })).toMatchObject([{ detail: "gives no reporting year of four digits" }]);
  });

  it("needs a reference by which rows belong together, unless each row is one", () => {
    expect(rejected(mappingOf(), { Report: " " })).toMatchObject([{ name: "Report" }]);
    expect(imported(mappingOf({ reports: "perRow" }), { Report: " " }).report.reference).toBe("");
  });

  it("has a response period, none, or a day that the source gives", () => {
    expect(report({}).responsePeriod).toBeUndefined();
    expect(report({ responsePeriod: "none" }).responsePeriod).toBe("none");
    expect(report({ responsePeriod: { amount: 2, unit: "months" } }).responsePeriod).toEqual({
      amount: 2,
      unit: "months",
      from: "publication",
    });
    const until = { publishedOn: "2020-01-01", responsePeriod: { until: "{U}" } };
    expect(report(until, { U: "2020-02-26" }).responsePeriod).toEqual({
      amount: 56,
      unit: "days",
      rules: "calendar",
      from: "publication",
    });
    expect(report(until, { U: "" }).responsePeriod).toBe("none");
    expect(rejected(mappingOf({ report: { ...smallest.report, ...until } }), { U: "2019-12-31" })).toMatchObject([
      { name: "U", detail: "is not after the report's publication on 2020-01-01" },
    ]);
    const year = { ...until, publishedOn: { column: "D", format: "yyyy" } };
    const refused = (U: string) => rejected(mappingOf({ report: { ...smallest.report, ...year } }), { D: "2020", U });
    expect(refused("2020-06-30")).toMatchObject([
      { name: "U", detail: expect.stringMatching(/^lies in 2020, as .* no day is known/) },
    ]);
    expect(refused("2019-12-31")).toMatchObject([{ detail: "is not after the report's publication in 2020" }]);
  });
});

describe("entries", () => {
  const entries = (mapping: Mapping, extra: Record<string, string> = {}) =>
    imported(mapping, extra).followUps[0]?.entries;
  const source = { name: "trial", row: 7 };

  it("are made of the columns, with what the source said", () => {
    const mapping = withEntries(
      {
        type: "response",
        position: { column: "P", map: { yes: "accepted", "-": "" } },
        reason: "{Why}",
        givenOn: "{D}",
        said: ["P"],
      },
      {
        type: "commitment",
        description: "{Promise}",
        owner: "{Owner}",
        due: { column: "By", vague: true },
        givenOn: "{D}",
      },
      {
        type: "progressUpdate",
        level: "{L}",
        narrative: "{N}",
        givenOn: "{D}",
        asOf: "{As}",
        evidence: [{ kind: "law", title: "{Law}" }],
      },
      { type: "assessment", level: "{F}", givenOn: "{D}" },
      { type: "closure", closureReason: "{C}", reason: "{Why}", givenOn: "{D}" },
    );
    expect(
      entries(mapping, {
        P: "yes",
        Why: "right",
        D: "2020-03-01",
        Promise: "a law",
        By: "second quarter 2021",
        L: "underWay",
        As: "2019-12-31",
        Law: "Act",
        F: "notStarted",
        C: "withdrawn",
      }),
    ).toEqual([
      {
        type: "response",
        givenOn: "2020-03-01",
        position: "accepted",
        reason: "right",
        source: { ...source, said: { P: "yes" } },
      },
      {
        type: "commitment",
        givenOn: "2020-03-01",
        description: "a law",
        due: { on: "2021-06-30", precision: "quarter", wording: "second quarter 2021" },
        source,
      },
      {
        type: "progressUpdate",
        givenOn: "2020-03-01",
        asOf: "2019-12-31",
        reportingYear: 2019,
        evidence: [{ kind: "law", title: "Act", confidential: false }],
        level: "underWay",
        claim: false,
        source,
      },
      {
        type: "assessment",
        givenOn: "2020-03-01",
        asOf: "2020-03-01",
        reportingYear: 2020,
        evidence: [],
        level: "notStarted",
        method: "notRecorded",
        source,
      },
      { type: "closure", givenOn: "2020-03-01", closureReason: "withdrawn", reason: "right", source },
    ]);
    expect(entries(mapping, { P: "-", D: "2020-03-01" })).toEqual([]);
  });

  it("know at least by when they were given", () => {
    const mapping = withEntries({ type: "response", position: "{P}", givenOn: "{D}", knownBy: "2023-10-01" });
    expect(entries(mapping, { P: "noted", D: "" })).toMatchObject([{ knownBy: "2023-10-01" }]);
    expect(entries(mapping, { P: "noted", D: "2023-01-01" })?.[0]).not.toHaveProperty("knownBy");
    expect(rejected(withEntries({ type: "response", position: "{P}", givenOn: "{D}" }), { P: "noted", D: "" })).toEqual(
      [{ row: 7, name: "D", detail: expect.stringContaining("gives no day for the response; --edition-day") }],
    );
  });

  it("refuse a code that is none, and take awaiting as no answer", () => {
    const mapping = withEntries({ type: "response", position: "{P}", knownBy: "2023-10-01" });
    expect(rejected(mapping, { P: "acceptd" })).toMatchObject([
      { name: "P", value: "acceptd", detail: expect.stringContaining("did you mean accepted?") },
    ]);
    expect(entries(mapping, { P: "awaiting" })).toEqual([]);
  });

  it("may be due a period after another date", () => {
    const due = {
      after: { column: "D", format: "dd/MM/yyyy" },
      period: { amount: 6, unit: "months", rules: "calendar" },
    };
    const mapping = mappingOf({ recommendation: { implementationDue: due } });
    expect(imported(mapping, { D: "31/08/2020" }).recommendation.implementationDue).toEqual({
      on: "2021-02-28",
      precision: "day",
    });
    expect(imported(mapping, { D: "" }).recommendation.implementationDue).toBeUndefined();
  });
});

describe("a date with several formats", () => {
  const formats = ["dd/MM/yyyy", "MM/dd/yyyy"];
  const answer = { type: "response", position: "accepted", givenOn: { column: "On", format: formats } };

  it.each([
    ["13/04/2024", "2024-04-13"],
    ["04/13/2024", "2024-04-13"],
    ["04/04/2024", "2024-04-04"],
    ["2024-05-04", "2024-05-04"],
  ])("reads %s as %s", (cell, on) => {
    expect(imported(withEntries(answer), { On: cell }).followUps[0]?.entries[0]).toMatchObject({ givenOn: on });
  });

  it("refuses a cell that two of them read as two days, and tells both", () => {
    expect(rejected(withEntries(answer), { On: "05/04/2024" })).toEqual([
      { row: 7, name: "On", value: "05/04/2024", detail: "is 2024-04-05 as dd/MM/yyyy, and 2024-05-04 as MM/dd/yyyy" },
    ]);
    const said = { ...smallest.report, publishedOn: { column: "On", format: formats, absent: "unclear" } };
    const row = imported(mappingOf({ report: said }), { On: "05/04/2024" });
    expect([row.report.publishedOn, row.warnings]).toEqual([
      undefined,
      [
        expect.objectContaining({
          detail: expect.stringContaining("and 2024-05-04 as MM/dd/yyyy; kept without a date"),
        }),
      ],
    ]);
  });

  it("refuses such a day that stands in the mapping", () => {
    const constant = { ...answer, givenOn: { template: "05/04/2024", format: formats } };
    expect(wrong({ ...smallest, addressees: [{ names: "{To}", entries: [constant] }] })).toEqual([
      expect.stringContaining("is 2024-04-05 as dd/MM/yyyy, and 2024-05-04 as MM/dd/yyyy"),
    ]);
  });
});

describe("what a row says of an addressee that it does not name", () => {
  const givenOn = "2024-02-01";
  const entries = [
    { type: "response", position: "{Answer}", givenOn },
    { type: "commitment", description: "{Promise}", givenOn },
    { type: "assessment", level: "{Found}", givenOn },
  ];
  const said = { Answer: "accepted", Promise: "Act", Found: "notStarted" };
  const detail = "is not taken, because the row names no addressee of it";

  it("is told, and does not reject the row", () => {
    expect(imported(withEntries(...entries), { ...said, To: "" })).toMatchObject({
      followUps: [],
      warnings: ["response: accepted", "commitment: Act", "assessment: notStarted"].map((value) => ({
        name: "To",
        value,
        detail,
      })),
    });
    expect(imported(withEntries(...entries), { To: "", Answer: "perhaps" }).warnings).toEqual([]);
    expect(imported(withEntries(...entries), { To: "" }).warnings).toEqual([]);
  });

  it("is told where another column names one, unless the same is said of that one", () => {
    const [own, ...others] = entries;
    const two = mappingOf({
      addressees: [
        { names: "{To}", entries },
        { names: "{Cc}", entries: [own] },
      ],
    });
    expect(imported(two, { ...said, Cc: "" }).warnings).toEqual([]);
    expect(imported(two, { ...said, To: "", Cc: "Justice" }).warnings).toHaveLength(others.length);
  });
});

describe("rows", () => {
  it("are skipped for a reason", () => {
    const mapping = mappingOf({
      skip: [
        {
          when: {
            any: [
              { column: "S", is: "Withdrawn" },
              { column: "S", matches: "^Draft" },
            ],
          },
          why: "not sent",
        },
      ],
    });
    expect(mapped(mapping, { S: "Withdrawn" })).toEqual({ row: 7, skipped: "not sent" });
    expect(mapped(mapping, { S: "Draft 2" })).toEqual({ row: 7, skipped: "not sent" });
    expect(mapped(mapping, { S: "Sent" })).toHaveProperty("report");
    expect(mapRow(mapping, { row: 9, digest: "d", cells: { Report: "", To: " " } })).toEqual({
      row: 9,
      skipped: "the row is blank",
    });
  });

  it("warn where the source contradicts itself", () => {
    const when = {
      all: [
        { column: "S", is: ["done", "closed"] },
        { column: "n", below: "{m}" },
      ],
    };
    const mapping = mappingOf({ checks: [{ when, warn: "done, but not all answered", column: "S" }] });
    expect(imported(mapping, { S: "done", n: "1", m: "2" }).warnings).toEqual([
      { name: "S", value: "done", detail: "done, but not all answered" },
    ]);
    for (const other of [
      { S: "open", n: "1", m: "2" },
      { S: "done", n: "2", m: "2" },
      { S: "done", n: "", m: "2" },
    ])
      expect(imported(mapping, other).warnings).toEqual([]);
    expect(rejected(mapping, { S: "done", n: "one", m: "2" })).toEqual([
      { row: 7, name: "n", value: "one", detail: "is not a number" },
    ]);
  });

  it("have addressees in roles, each once, or none", () => {
    const mapping = mappingOf({
      addressees: [{ names: { column: "To", split: "|" } }, { names: "{Cc}", role: "forInformation" }],
    });
    const row = imported(mapping, { To: "Justice | Health||justice", Cc: "Health" });
    expect(row.followUps.map(({ addressee, role }) => [addressee, role])).toEqual([
      ["Justice", "lead"],
      ["Health", "lead"],
    ]);
    expect(row.warnings.map(({ value }) => value)).toEqual(["justice", "Health"]);
    expect(imported(mapping, { To: "", Cc: "" }).followUps).toEqual([]);
  });

  it("have one follow-up of an addressee in two places, with the entries of both", () => {
    const response = {
      type: "response",
      knownBy: "2020-01-01",
      position: { column: "A", map: { yes: "accepted", no: "rejected" } },
    };
    const mapping = mappingOf({
      addressees: [
        { names: "{To}", said: ["A"], entries: [response] },
        {
          names: "{Cc}",
          role: "joint",
          said: ["P"],
          entries: [response, { type: "commitment", knownBy: "2020-01-01", description: "{P}" }],
        },
      ],
    });
    const row = imported(mapping, { To: "Justice", Cc: "justice", A: "yes", P: "a plan" });
    expect(row.followUps).toMatchObject([
      { addressee: "Justice", role: "lead", source: { said: { A: "yes", P: "a plan" } } },
    ]);
    expect(row.followUps[0]?.entries.map(({ type }) => type)).toEqual(["response", "commitment"]);
    expect(row.warnings.map(({ detail }) => detail)).toContain(
      "names an addressee twice; it is one follow-up with the role lead, not joint",
    );
  });

  it("give an addressee that two parts name the role that owes more", () => {
    const roles = ["forInformation", "joint", "lead"] as const;
    for (const first of roles)
      for (const second of roles) {
        const mapping = mappingOf({
          addressees: [
            { names: "{To}", role: first },
            { names: "{Cc}", role: second },
          ],
        });
        const row = imported(mapping, { To: "Justice", Cc: "justice" });
        const most = roles[Math.max(roles.indexOf(first), roles.indexOf(second))];
        const least = roles[Math.min(roles.indexOf(first), roles.indexOf(second))];
        expect(row.followUps).toMatchObject([{ addressee: "Justice", role: most }]);
        expect(row.warnings.map(({ detail }) => detail)).toEqual([
          `names an addressee twice; it is one follow-up${first === second ? "" : ` with the role ${most}, not ${least}`}`,
        ]);
      }
  });

  it("tell everything that is wrong with them at once", () => {
    const mapping = mappingOf({ report: { ...smallest.report, publishedOn: "{D}" } });
    expect(rejected(mapping, { D: "soon", Year: "x" }).map(({ name }) => name)).toEqual(["D", "Year"]);
  });
});

test.each([
  ["colunm", "column"],
  ["publishedon", "publishedOn"],
  ["zzz", undefined],
])("%s is nearest to %s", (word, expected) => expect(nearest(word, ["column", "publishedOn", "why"])).toBe(expected));
