import { describe, expect, it } from "vitest";
import { Mapping } from "../../src/mapping/mapping.ts";
import { planOf } from "../../src/mapping/reading/import-plan.ts";
import type { MappedRow } from "../../src/mapping/reading/import-row.ts";
import { mapRow } from "../../src/mapping/reading/map-row.ts";
import { inputIssues } from "../../src/text/input-issues.ts";

type Part = Record<string, unknown>;

const update = {
  type: "progressUpdate",
  level: { column: "Status", map: { Done: "fullyImplemented", "Under way": "underWay", "": "" } },
  givenOn: "{Day}",
};
const onto = { source: "register", reference: "{Ref}", addressees: "{To}", entries: [update] };
const smallest = { heed: "mapping/1", name: "panel", onto };

function mapped(cells: Record<string, string>, parts: Part = {}): MappedRow {
  return mapRow(Mapping.parse({ ...smallest, ...parts }), { row: 3, digest: "d", cells });
}

function wrong(input: unknown): string[] {
  const parsed = Mapping.safeParse(input);
  if (parsed.success) throw new Error("it was taken");
  return inputIssues(parsed.error, Mapping, input).map(({ name, detail }) => `${name}: ${detail}`);
}

describe("a mapping onto what is known", () => {
  it("gives the reference, the addressees and the entries of a row, and makes nothing", () => {
    expect(mapped({ Ref: "012/21", To: "KiwiRail", Status: "Done", Day: "2022-06-30" })).toEqual({
      row: 3,
      digest: "d",
      language: "en",
      onto: { reference: "012/21", addressees: ["KiwiRail"] },
      shows: { progressUpdate: null },
      entries: [
        {
          type: "progressUpdate",
          givenOn: "2022-06-30",
          asOf: "2022-06-30",
          reportingYear: 2022,
          level: "fullyImplemented",
          claim: false,
          evidence: [],
          source: { name: "panel", row: 3 },
        },
      ],
      warnings: [],
    });
    expect(mapped({ Ref: "1", To: "", Status: "Under way", Day: "2022-06-30" })).toMatchObject({
      onto: { addressees: [] },
    });
  });

  it("passes over a row that says nothing, and rejects one without a reference", () => {
    expect(mapped({ Ref: "1", To: "", Status: "", Day: "2022-06-30" })).toEqual({
      row: 3,
      skipped: "the row has no entry for what is known already",
    });
    expect(mapped({ Ref: "", To: "", Status: "Done", Day: "2022-06-30" })).toMatchObject({
      rejected: [{ row: 3, name: "Ref", detail: "is blank: it gives the reference of a known recommendation" }],
    });
  });

  it("tells the fold what to do with a row that means nothing known, or several", () => {
    expect(planOf(Mapping.parse({ ...smallest, onto: { ...onto, several: "each" } })).additions).toEqual({
      source: "register",
      unknown: "refuse",
      several: "each",
    });
  });

  it.each<[Part, string]>([
    [
      { onto: { ...onto, source: undefined } },
      "onto: needs source or issuingBody: without one a reference could be anybody's",
    ],
    [{ onto: { ...onto, refrence: "x" } }, "onto.refrence: unknown key refrence; did you mean reference?"],
    [
      { report: { reference: "R", issuingBody: "Centre" } },
      "report: creates something new, but onto says that everything is known already",
    ],
    [{ recommendation: {} }, "recommendation: creates something new, but onto says that everything is known already"],
    [{ addressees: [{ names: "{To}" }] }, "addressees: belongs below onto, with its entries"],
    [{ onto: undefined }, "report: is missing"],
    [{ aliases: { A: "B", B: "C" } }, "aliases.A: leads to B, which is an alias itself"],
  ])("%j is refused", (parts, told) => {
    expect(wrong({ ...smallest, ...parts })).toContain(told);
  });
});

describe("an update that a mapping makes a claim", () => {
  const claim = { ...onto, entries: [{ ...update, claim: true, narrative: "{Words}" }] };
  const row = (Status: string, Words: string) => ({ Ref: "1", To: "", Status, Words, Day: "2022-06-30" });

  it.each([
    ["underWay", row("Under way", "")],
    [undefined, row("", "All is done.")],
  ])("is rejected where its level is %s (R25)", (value, cells) => {
    const issue = {
      name: "Status",
      ...(value && { value }),
      detail: expect.stringContaining("a claim says that all is done"),
    };
    expect(mapped(cells, { onto: claim })).toMatchObject({ rejected: [{ row: 3, ...issue }] });
  });

  it("is taken where all is done, and needs a level", () => {
    expect(mapped(row("Done", ""), { onto: claim })).toMatchObject({ entries: [{ claim: true }] });
    const { level: _, ...told } = { ...update, claim: true, narrative: "{Words}" };
    expect(wrong({ ...smallest, onto: { ...onto, entries: [told] } })).toEqual([
      expect.stringContaining("needs a level, because a claim says that all is done"),
    ]);
  });
});

describe("what is given or due before the report", () => {
  const cells = { Ref: "1", To: "Justice", Published: "2021-03-01", Due: "", Day: "2021-04-01", Said: "Yes" };
  const whole = {
    heed: "mapping/1",
    name: "register",
    report: {
      reference: "R",
      issuingBody: "Centre",
      reportingYear: "2020",
      publishedOn: { column: "Published", format: ["yyyy-MM-dd", "yyyy"] },
    },
    recommendation: { reference: "{Ref}", implementationDue: "{Due}" },
    addressees: [{ names: "{To}", entries: [{ type: "commitment", description: "{Said}", givenOn: "{Day}" }] }],
  };
  const read = (change: Record<string, string>, parts: Part = {}) =>
    mapRow(Mapping.parse({ ...whole, ...parts }), { row: 2, digest: "d", cells: { ...cells, ...change } });

  it.each([
    [{ Due: "2021-02-28" }, "Due", "2021-02-28", "the due date is before the report, which is of 2021-03-01"],
    [{ Day: "2021-02-28" }, "Day", "2021-02-28", "the commitment is before the report, which is of 2021-03-01"],
  ])("rejects the row for %j, with its column and value", (change, name, value, detail) => {
    const told = expect.objectContaining({ recommendation: expect.objectContaining({ reference: "1" }) });
    expect(read(change)).toEqual({ row: 2, rejected: [{ row: 2, name, value, detail }], told });
    expect(read(change, { entriesBeforeReport: "warn" })).toMatchObject({ warnings: [{ name, value }] });
  });

  it.each([[{ Due: "2021-03-01" }], [{ Day: "2021-03-01" }], [{ Published: "2021" }], [{ Published: "" }]])(
    "takes %j: on the day itself, or against a report whose day is not known",
    (change) => {
      const row = read({ ...change, ...("Published" in change ? { Due: "2021-01-01" } : {}) });
      expect(row).toHaveProperty("recommendation");
    },
  );
});
