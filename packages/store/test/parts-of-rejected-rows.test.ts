import type { Database } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { takeFile } from "./mapped-file.ts";

const mapping = {
  name: "parts",
  unknownOrganizations: "create",
  report: { reference: "R", issuingBody: "Committee", publishedOn: "2019-11-01", responsePeriod: "none" },
  recommendation: {
    ...{ reference: "{n}", text: "{text}" },
    parts: { marked: { column: "parts", by: "\\((\\w)\\)" }, reference: "{n}({part.mark})", text: "{part.text}" },
  },
  addressees: [
    {
      names: { column: "to", split: ";" },
      entries: [
        {
          type: "response",
          position: { column: "a", map: { yes: "accepted", no: "rejected" } },
          givenOn: "2020-01-01",
        },
      ],
    },
  ],
};
const header = "n,text,parts,to,a";
const first = [
  header,
  "1,One,(a) x (b) y,Police,",
  "2,Two,,Police,",
  "3,Three,(a) x,Police,",
  "4,Four,(a) x,Police,yes",
];

describeDatabase("the parts of a row that is rejected", (open) => {
  async function taken() {
    const { database } = await open();
    await takeFile(database, mapping, first, { day: "2020-06-01" });
    return database;
  }
  const counts = async (database: Database) =>
    database.all(
      `SELECT (SELECT count(*) FROM recommendation) AS recommendations, (SELECT count(*) FROM follow_up) AS "followUps",
         (SELECT count(*) FROM entry) AS entries, (SELECT count(*) FROM recommendation WHERE part_of_id IS NOT NULL) AS parts,
         (SELECT count(*) FROM shown_again) AS shown`,
    );

  test.each([
    ["whose whole is known without parts", "2,Two,(a) x (b) y,Police,yes"],
    ["whose whole is known with parts", "1,One,,Police,yes"],
    ["whose whole has another text", "3,Another,(a) x (b) new,Police,yes"],
    ["of which one has another text", "3,Three,(a) other (b) new,Police,yes"],
    ["of which one has another answer for the same day", "4,Four,(a) x (b) new,Police,no"],
  ])("are left out with it: %s", async (_, row) => {
    const database = await taken();
    const before = await counts(database);
    for (const dryRun of [true, false]) {
      const told = await takeFile(database, mapping, [header, row, "5,Five,,Police,"], {
        day: "2021-06-01",
        skipInvalid: true,
        dryRun,
      });
      expect(told).toMatchObject({ rejectedRows: 1, correctedEntries: 0 });
      expect(told.created).toMatchObject({ recommendations: 1, followUps: 1, entries: 0 });
    }
    const after = await counts(database);
    const [one] = before as Record<string, number>[];
    expect(after).toEqual([
      { ...one, recommendations: (one?.recommendations ?? 0) + 1, followUps: (one?.followUps ?? 0) + 1 },
    ]);
  });

  test("are left out when it names an organization that is refused", async () => {
    const database = await taken();
    const refusing = { ...mapping, unknownOrganizations: "refuse" };
    const told = await takeFile(database, refusing, [header, "6,Six,(a) x (b) y,Nobody,", "7,Seven,(a) x,Police,"], {
      skipInvalid: true,
    });
    expect(told).toMatchObject({ rejectedRows: 1, created: { recommendations: 2, followUps: 1 } });
  });
});
