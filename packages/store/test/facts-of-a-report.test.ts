import type { Database } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { takeFile, warningsOf } from "./mapped-file.ts";

const header = "r,title,titel,pub,parl,until,own,n,t";
const mapping = (change: Record<string, unknown> = {}) => ({
  name: "report",
  report: {
    ...{ reference: "{r}", issuingBody: "Auditor", title: { languages: { fr: "{title}", nl: "{titel}" } } },
    ...{ publishedOn: "{pub}", reportingYear: "2020", transmittedToParliamentOn: "{parl}" },
    responsePeriod: { until: "{until}" },
  },
  recommendation: { reference: "{n}", text: "{t}", issuingBody: "{own}" },
  addressees: [{ names: "Justice" }],
  ...change,
});
const part = mapping({ editions: "part" });
const full = "R,Rapport,Verslag,2021-01-10,2021-01-20,2021-06-30,Bureau,1,T";

describeDatabase("the facts of a report", (open) => {
  async function database() {
    return (await open()).database;
  }
  const report = async (of: Database) => {
    const [found] = await of.all<{ body: string; day: string }>("SELECT body, published_on AS day FROM report");
    const { source: _, authenticLanguages: __, documents: ___, ...body } = JSON.parse(found?.body ?? "{}");
    return { ...body, publishedOn: found?.day };
  };
  const whole = {
    title: { fr: "Rapport", nl: "Verslag" },
    ...{ publishedOn: "2021-01-10", publishedOnPrecision: "day", transmittedToParliamentOn: "2021-01-20" },
    responsePeriod: { amount: 171, unit: "days", rules: "calendar", from: "publication" },
  };
  const accept = { acceptCorrections: true };

  test("that a row of a part leaves blank stay, also where it corrects another one", async () => {
    const of = await database();
    await takeFile(of, part, [header, full]);
    const corrected = await takeFile(of, part, [header, "R,Rapport 2020,,,,,,2,U"], accept);
    expect(corrected).toMatchObject({ created: { recommendations: 1 }, correctedReports: 1 });
    expect(await report(of)).toEqual({ ...whole, title: { fr: "Rapport 2020", nl: "Verslag" } });
    await takeFile(of, part, [header, "R,,,,2021-01-25,,,2,U"], accept);
    expect(await report(of)).toMatchObject({
      ...whole,
      title: { nl: "Verslag" },
      transmittedToParliamentOn: "2021-01-25",
    });
    // What tells nothing else changes nothing.
    const again = await takeFile(of, part, [header, "R,,,,,,,3,V", "R,,Verslag,,,,,4,W"]);
    expect(again).toMatchObject({ created: { recommendations: 2 }, rejected: [] });
  });

  test("come together from editions of two languages", async () => {
    const of = await database();
    await takeFile(of, part, [header, "R,Rapport,,2021-01-10,,,,1,T"]);
    await takeFile(of, part, [header, "R,,Verslag,2021-01-10,2021-01-20,2021-06-30,,1,T"], accept);
    expect(await report(of)).toEqual(whole);
  });

  test("have a last day for an answer that runs from the known publication", async () => {
    const of = await database();
    await takeFile(of, part, [header, "R,Rapport,Verslag,2021-01-10,2021-01-20,,,1,T"]);
    expect(await report(of)).toMatchObject({ responsePeriod: "none" });
    await takeFile(of, part, [header, "R,,,,,2021-06-30,,1,T"], accept);
    expect(await report(of)).toEqual(whole);
    expect(await takeFile(of, part, [header, "R,,,,,2021-06-30,,2,U"])).toMatchObject({ rejected: [] });
    const refused = (row: string, change = {}) => expect(takeFile(of, part, [header, row], change)).rejects;
    await refused("R,,,,,2021-07-30,,1,T").toMatchObject({
      issues: [{ row: 2, detail: expect.stringContaining('until is known as "2021-06-30", and is here "2021-07-30"') }],
    });
    await refused("R,,,,,2020-06-30,,1,T", accept).toMatchObject({
      issues: [
        { row: 2, name: "until", value: "2020-06-30", detail: "is not after the report's publication on 2021-01-10" },
      ],
    });
    await refused("New,,,,,2020-06-30,,1,T").toMatchObject({
      issues: [{ row: 2, name: "until", detail: "is not after the report's publication, which is not known" }],
    });
  });

  const three = ["R,Rapport,,2021-01-10,,,,1,T", "R,,Verslag,2021-01-10,2021-01-20,,,2,U", "R,,,,,2021-06-30,,3,V"];
  const joined = ["R,Rapport,,2021-01-10,,,,1,T", "R,,Verslag,,2021-01-20,,,1,", "R,,,,,2021-06-30,,1,"];
  test.each<[string, Record<string, unknown>, string[]]>([
    ["of an edition", {}, three],
    ["of a part", { editions: "part" }, three],
    ["that are joined", { recommendation: { reference: "{n}", text: "{t}", joinBy: "{n}" } }, joined],
    [
      "that are joined, each row a report",
      { reports: "perRow", recommendation: { reference: "{n}", text: "{t}", joinBy: "{r}" } },
      joined,
    ],
  ])("that one row leaves blank are told by other rows %s", async (_, change, rows) => {
    const of = await database();
    const taken = await takeFile(of, mapping(change), [header, ...rows]);
    expect(taken.rejected).toEqual([]);
    expect(await report(of)).toEqual(whole);
    expect(await takeFile(of, mapping(change), [header, ...rows])).toMatchObject({ rejected: [], correctedReports: 0 });
  });

  test("have the year that another row or the record tells, and are refused where nothing does", async () => {
    const of = await database();
    const told = mapping({ report: { ...mapping().report, reportingYear: undefined } });
    const rows = ["R,Rapport,,,,,,1,T", "R,,Verslag,2021-01-10,2021-01-20,2021-06-30,,2,U"];
    const years = () => of.all("SELECT reference, reporting_year AS year FROM report ORDER BY reference");
    expect(await takeFile(of, told, [header, ...rows])).toMatchObject({
      created: { recommendations: 2 },
      rejected: [],
    });
    expect(await years()).toEqual([{ reference: "R", year: 2021 }]);
    expect(await takeFile(of, told, [header, ...rows.toReversed()])).toMatchObject({
      rejected: [],
      correctedReports: 0,
    });
    const later = { ...told, editions: "part" };
    expect(await takeFile(of, later, [header, "R,,,,,,,3,V"])).toMatchObject({ created: { recommendations: 1 } });
    const nowhere = takeFile(of, told, [header, ...rows, "New,,,,,,,1,T", "New,,,,,,,2,U"]);
    await expect(nowhere).rejects.toMatchObject({
      issues: [4, 5].map((row) => ({ row, name: "pub", detail: "gives no reporting year of four digits" })),
    });
    expect(await years()).toEqual([{ reference: "R", year: 2021 }]);
  });

  test("have a year that is assumed for the file only where nothing tells it, and no edition changes it", async () => {
    const of = await database();
    const years = () => of.all("SELECT reference, reporting_year AS year FROM report ORDER BY reference");
    const edition = (year: string, change: Record<string, unknown> = {}) => ({
      ...mapping({ recommendation: { text: "{t}", themes: "{own}" }, ...change }),
      report: { ...mapping().report, reportingYear: { column: "pub", take: "^2022", otherwise: year } },
    });
    const perRow = { reports: "perRow" };
    const nothing = { reports: 0, recommendations: 0, followUps: 0, entries: 0 };
    const row = ",,,,,,,,T";
    await takeFile(of, edition("2023", perRow), [header, row]);
    const [first] = await years();
    expect(first).toMatchObject({ year: 2023 });
    const again = await takeFile(of, edition("2024", perRow), [header, row]);
    expect(again).toMatchObject({ created: nothing, unchanged: 1, correctedReports: 0, rejected: [] });
    expect(await years()).toEqual([first]);
    // By its reference the same: with its facts as they are, and with others.
    const named = (year: string) => ({ ...edition(year), name: "named" });
    await takeFile(of, named("2023"), [header, "R,Rapport,,,,,,,T"]);
    expect(await takeFile(of, named("2024"), [header, "R,Rapport,,,,,,,T"])).toMatchObject({ created: nothing });
    await expect(takeFile(of, named("2024"), [header, "R,Compte rendu,,,,,,,T"])).rejects.toMatchObject({
      issues: [{ detail: expect.not.stringContaining("reportingYear") }],
    });
    await takeFile(of, named("2024"), [header, "R,Compte rendu,,,,,,,T"], accept);
    expect(await takeFile(of, named("2025"), [header, "R,Compte rendu,,,,,,,T"])).toMatchObject({ created: nothing });
    // What one row tells holds for another that leaves it blank.
    await takeFile(of, named("2025"), [header, "S,,,,,,,,U", "S,,,2022-03-01,,,,,V"]);
    expect((await years()).slice(0, 2)).toEqual([
      { reference: "R", year: 2023 },
      { reference: "S", year: 2022 },
    ]);
    // And what the record tells holds for an edition that does not.
    const told = await takeFile(of, named("2026"), [header, "S,,,,,,,,U"], accept);
    expect(told).toMatchObject({ created: nothing, rejected: [] });
    expect((await years())[1]).toEqual({ reference: "S", year: 2022 });
  });

  test("that two rows of one file tell otherwise reject the second, with both", async () => {
    const of = await database();
    const rows = [
      header,
      "R,Rapport,,2021-01-10,,,,1,T",
      "R,Autre,Verslag,2021-01-10,,,,2,U",
      "R,,Verslag,,,2021-06-30,,3,V",
    ];
    await expect(takeFile(of, mapping(), rows)).rejects.toMatchObject({
      issues: [
        {
          row: 3,
          detail:
            'the facts of this report differ from those in row 2: title.fr is known as "Rapport", and is here "Autre"',
        },
      ],
    });
  });

  test("are told as those of another row, where corrections are accepted", async () => {
    const of = await database();
    await takeFile(of, mapping(), [header, full]);
    const other = full.replace("2021-01-10", "2021-01-11").replace(",1,T", ",2,U");
    await expect(takeFile(of, mapping(), [header, full, other], accept)).rejects.toMatchObject({
      issues: [
        {
          row: 3,
          detail: expect.stringMatching(
            /^the facts of this report differ from those in row 2: publishedOn is known as/,
          ),
        },
      ],
    });
  });

  test("and the issuing body of a recommendation: a blank one stays in a part", async () => {
    const of = await database();
    const own = () => of.all("SELECT o.name FROM recommendation r JOIN organization o ON o.id = r.own_issuing_body_id");
    await takeFile(of, part, [header, full]);
    const blank = full.replace("Bureau", "");
    expect(await takeFile(of, part, [header, blank])).toMatchObject({ unchanged: 1, rejected: [] });
    expect(await takeFile(of, part, [header, blank.replace(",T", ",New")], accept)).toMatchObject({ corrected: 1 });
    expect(await own()).toMatchObject([{ name: expect.stringContaining("Bureau") }]);
    await expect(takeFile(of, part, [header, full.replace("Bureau", "Other")])).rejects.toMatchObject({
      issues: [{ detail: expect.stringContaining("issuingBody") }],
    });
  });

  test("of an older edition of a part are told only where they are otherwise", async () => {
    const of = await database();
    await takeFile(of, part, [header, full], { day: "2023-01-01" });
    const silent = await takeFile(of, part, [header, "R,,,,,,,1,T"], { day: "2022-01-01" });
    expect(warningsOf(silent)).toEqual([]);
    const older = await takeFile(of, part, [header, "R,Avant,,,,,,1,T"], { day: "2022-02-01" });
    expect(warningsOf(older)).toEqual([
      expect.stringMatching(/^R: title.fr is known as "Rapport", and is here "Avant": this edition says/),
    ]);
  });
});
