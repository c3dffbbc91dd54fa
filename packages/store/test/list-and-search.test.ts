import { publicReader, type Reader, RecordFile, readerAs } from "@heed/core";
import { type Database, trackerReads } from "@heed/store";
import { expect, test } from "vitest";
import { checkDerived } from "../src/check/check-derived.ts";
import { describeDatabase } from "./describe-database.ts";
import { imported } from "./importing.ts";

const asOf = "2025-06-01";
const editor = readerAs("editor");

const reports = ["b", "a", "c"].flatMap((letter) =>
  [2021, 2022].map((reportingYear) => ({
    id: `report-${letter}-${reportingYear}`,
    reference: `R ${letter} ${reportingYear}`,
    issuingBody: "centre",
    reportingYear,
    status: letter === "c" ? "draft" : "published",
    ...(letter === "c" ? {} : { publishedOn: reportingYear === 2021 ? "2022-02-01" : "2025-07-01" }),
  })),
);

const texts: Record<string, object> = {
  "report-a-2021": {
    title: { fr: "Accès aux soins", nl: "Toegang tot zorg" },
    text: {
      fr: "Veiller à l’accès aux soins des détenus, « sans délai ».",
      nl: "Zorg voor gedetineerden",
      en: "Health-care",
    },
  },
  "report-b-2021": { text: { en: "Care for the naïve OR the (brave) NEAR 100% of 'em; ŒUVRE, Größe, ΟΔΟΣ and Київ" } },
};

const record = () =>
  RecordFile.parse({
    heed: "record/1",
    organizations: [{ id: "centre", code: "centre", name: { en: "Centre" } }],
    reports,
    recommendations: reports.flatMap(({ id }) =>
      [0, 1, 2].map((place) => ({
        id: `${id}-${place}`,
        report: id,
        reference: `${id.slice(7)}/${place}`,
        ...(place === 0 && texts[id]),
      })),
    ),
  });

async function found(database: Database, q: string, reader: Reader = publicReader): Promise<string[]> {
  const { items, total } = await trackerReads(database).recommendations(reader, { asOf, q }, { withTotal: true });
  expect(total).toBe(items.length);
  return items.map(({ id }) => id);
}

describeDatabase("the list of recommendations", (open) => {
  test("is in the order of years, of reports as they were recorded, and of positions, whole or page by page, with its total", async () => {
    const { database } = await open();
    await imported(database, record());
    const reads = trackerReads(database);
    for (const [reader, day, expected] of [
      [publicReader, asOf, ["b-2021", "a-2021"]],
      [publicReader, "2025-07-01", ["b-2022", "a-2022", "b-2021", "a-2021"]],
      [publicReader, "2021-07-01", []],
      [editor, "2025-07-01", ["b-2022", "a-2022", "c-2022", "b-2021", "a-2021", "c-2021"]],
    ] as const) {
      const ids = expected.flatMap((report) => [0, 1, 2].map((place) => `report-${report}-${place}`));
      const whole = await reads.recommendations(reader, { asOf: day }, { withTotal: true });
      expect(whole.items.map(({ id }) => id)).toEqual(ids);
      expect(whole.total).toBe(ids.length);
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await reads.recommendations(reader, { asOf: day }, { limit: 2, ...(after && { after }) });
        seen.push(...page.items.map(({ id }) => id));
        after = page.next;
      } while (after !== undefined);
      expect(seen).toEqual(ids);
    }
    const some = await reads.recommendations(
      publicReader,
      { asOf: "2025-07-01", report: ["report-a-2021", "report-a-2022"], reportingYear: [2021] },
      { withTotal: true },
    );
    expect(some.items.map(({ id }) => id)).toEqual([0, 1, 2].map((place) => `report-a-2021-${place}`));
    expect(some.total).toBe(3);
  });

  test("counts what is gone and what has moved no more", async () => {
    const { database } = await open();
    await imported(database, record());
    await database.run("DELETE FROM recommendation WHERE id = 'report-a-2021-1'");
    await database.run(
      "UPDATE recommendation SET report_id = 'report-b-2021', position = 9 WHERE id = 'report-a-2021-2'",
    );
    const counts = await database.all(
      `SELECT id, recommendation_count AS kept, (SELECT count(*) FROM recommendation r WHERE r.report_id = report.id) AS counted
       FROM report ORDER BY id`,
    );
    expect(counts).toMatchObject([{ kept: 1 }, { kept: 3 }, { kept: 4 }, { kept: 3 }, { kept: 3 }, { kept: 3 }]);
    for (const { kept, counted } of counts as { kept: number; counted: number }[]) expect(kept).toBe(counted);
    expect(await found(database, "a-2021/1")).toEqual([]);
    expect(await found(database, "2021 2")).toEqual(["report-b-2021-2", "report-a-2021-2"]);
  });

  test("goes in the order of the reporting year after it was corrected, also on a theme and in a search", async () => {
    const { database } = await open();
    await imported(database, {
      ...record(),
      recommendations: record().recommendations.map((each) => ({ ...each, themes: ["care"] })),
    });
    await database.run("UPDATE report SET reporting_year = 2023 WHERE id = 'report-a-2021'");
    const reads = trackerReads(database);
    const expected = ["a-2021", "b-2021"].flatMap((report) => [0, 1, 2].map((place) => `report-${report}-${place}`));
    for (const filter of [{}, { theme: ["care"] }, { q: "2021" }, { theme: ["care"], q: "2021" }]) {
      const { items, total } = await reads.recommendations(publicReader, { asOf, ...filter }, { withTotal: true });
      expect([filter, items.map(({ id }) => id), total]).toEqual([filter, expected, 6]);
    }
    expect(await checkDerived(database)).toEqual([]);
  });
});

const asked = [
  ["soins", ["a"]],
  ["ACCES", ["a"]],
  ["accès aux SOINS", ["a"]],
  ["gedetineerden soins", ["a"]],
  ["délai", ["a"]],
  ["health care", ["a"]],
  ["care", ["b", "a"]],
  ["care brave", ["b"]],
  ["car", []],
  ["naive", ["b"]],
  ["œuvre größe", ["b"]],
  ["οδος київ", ["b"]],
  ["100", ["b"]],
  ["a-2021/0", ["a"]],
  ['"accès" aux', ["a"]],
  ["soins OR brave", []],
  ["brave OR naïve", ["b"]],
  ["NEAR(care, 5)", []],
  ["-care", ["b", "a"]],
  ["l'accès", ["a"]],
  ["!!! (\"' * : & | \\", []],
  ["soins'); DROP TABLE recommendation; --", []],
] as const;

describeDatabase("a search", (open) => {
  test("finds every word, in any language, and reads no operator", async () => {
    const { database } = await open();
    await imported(database, record());
    for (const [q, expected] of asked)
      expect([q, await found(database, q)]).toEqual([q, expected.map((letter) => `report-${letter}-2021-0`)]);
  });

  test("finds the words of today's version, and nothing of a draft for the public", async () => {
    const { database } = await open();
    await imported(database, record());
    await database.run(
      `UPDATE recommendation SET body = '{"title":{"fr":"Écoles"},"text":{"fr":"Ouvrir des écoles"}}', words = 'ecoles ouvrir des' WHERE id = 'report-a-2021-0'`,
    );
    expect(await found(database, "ecoles")).toEqual(["report-a-2021-0"]);
    expect(await found(database, "soins")).toEqual([]);
    expect(await found(database, "c-2021/0")).toEqual([]);
    expect(await found(database, "c-2021/0", editor)).toEqual(["report-c-2021-0"]);
  });
});
