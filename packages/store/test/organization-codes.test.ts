import { publicReader, RecordFile } from "@heed/core";
import { namedFilter } from "@heed/core/naming/named-filter";
import { type Database, trackerReads } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { imported } from "./importing.ts";
import { takeFile, warningsOf } from "./mapped-file.ts";

const organizations = [
  { id: "office", code: "oe", name: { fr: "Office des étrangers" } },
  { id: "centre", code: "myria", name: { en: "Federal Migration Centre" } },
];
const mapping = {
  name: "codes",
  report: { reference: "R", issuingBody: "myria", publishedOn: "2020-03-01" },
  recommendation: { reference: "{no}", textAbsent: "none" },
  addressees: [{ names: "{to}" }],
};
const named = (database: Database, responsible: string) =>
  namedFilter(
    trackerReads(database),
    publicReader,
    { responsible: [responsible] },
    { nameOf: (each) => each, hintOf: () => undefined },
  );

describeDatabase("the code of an organization", (open) => {
  async function withOrganizations() {
    const { database } = await open();
    await imported(database, RecordFile.parse({ heed: "record/1", organizations }));
    return database;
  }
  const codes = (database: Database) => database.all("SELECT code FROM organization ORDER BY code");

  test("in a mapped file means that organization, which is told; no second one is made", async () => {
    const database = await withOrganizations();
    const taken = await takeFile(database, mapping, ["no,to", "1,oe", "2,OE", "3,Office des etrangers"]);
    expect(taken.created).toMatchObject({ organizations: 0, followUps: 3 });
    expect(await codes(database)).toEqual([{ code: "myria" }, { code: "oe" }]);
    expect(warningsOf(taken).join("\n")).toContain("oe is taken for Office des étrangers, whose code it is");
    expect(warningsOf(taken).join("\n")).toContain("myria is taken for Federal Migration Centre, whose code it is");
    const { items } = await trackerReads(database).overdue(
      publicReader,
      { asOf: "2022-01-01", ...(await named(database, "oe")) },
      {},
    );
    expect(items).toHaveLength(3);
    expect((await takeFile(database, mapping, ["no,to", "1,oe"])).created).toMatchObject({
      organizations: 0,
      followUps: 0,
    });
  });

  test("is taken where unknown organizations are refused, and in answers to what is known", async () => {
    const database = await withOrganizations();
    await takeFile(database, { ...mapping, unknownOrganizations: "refuse" }, ["no,to", "1,oe"]);
    const onto = {
      name: "answers",
      onto: {
        ...{ source: "codes", issuingBody: "myria", reference: "{no}", addressees: "{to}" },
        entries: [{ type: "response", position: "accepted", givenOn: "2021-01-01" }],
      },
    };
    expect((await takeFile(database, onto, ["no,to", "1,oe"])).created.entries).toBe(1);
  });

  test("that is the name of another organization too is refused, with both", async () => {
    const database = await withOrganizations();
    const other = { id: "other", code: "oe-2", name: { en: "OE" } };
    await imported(database, RecordFile.parse({ heed: "record/1", organizations: [other] }));
    await expect(named(database, "oe")).rejects.toMatchObject({
      code: "ambiguousReference",
      issues: [
        {
          detail: expect.stringMatching(
            /code of one and the name of another: oe \(Office des étrangers, id office\), oe-2 \(OE, id other\)/,
          ),
        },
      ],
    });
    expect(await named(database, "office")).toEqual({ responsible: ["office"] });
    expect(await named(database, "oe-2")).toEqual({ responsible: ["other"] });
    // A file has names: the name comes before the code.
    await takeFile(database, mapping, ["no,to", "1,oe"]);
    expect(await database.all("SELECT addressee_id AS id FROM follow_up")).toEqual([{ id: "other" }]);
  });
});
