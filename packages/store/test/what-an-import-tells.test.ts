import { RecordFile } from "@heed/core";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { imported } from "./importing.ts";
import { takeFile, warningsOf } from "./mapped-file.ts";

const mapping = {
  name: "register",
  report: { reference: "{r}", issuingBody: "Auditor", publishedOn: "2019-01-01", responsePeriod: "none" },
  recommendation: { reference: "{n}", text: "{t}", themes: "{th}" },
  addressees: [
    {
      names: { column: "to", split: ";" },
      entries: [{ type: "commitment", description: "{p}", due: "{by}", givenOn: "2019-03-01" }],
    },
  ],
};
const header = "r,n,t,th,to,p,by";

describeDatabase("an import tells", (open) => {
  test("of an older edition with another due date that a newer one stays, and not that the promise is gone", async () => {
    const { database } = await open();
    const row = "R,1,T,,Justice,Law,";
    await takeFile(database, mapping, [header, `${row}2020-06-30`], { day: "2020-01-01" });
    await takeFile(database, mapping, [header, `${row}2021-06-30`], { day: "2021-01-01", acceptCorrections: true });
    const again = await takeFile(database, mapping, [header, `${row}2020-06-30`], { day: "2020-01-01" });
    expect(warningsOf(again).join("\n")).toContain("which stays");
    expect(warningsOf(again).join("\n")).not.toContain("shows a promise no more");
  });

  test("what vanished beside a rejected row, which it may be in", async () => {
    const { database } = await open();
    await takeFile(database, mapping, [header, "R,1,A,,Justice,,", "R,2,B,,Justice,,", "R,3,C,,Justice,,"]);
    const next = await takeFile(database, mapping, [header, "R,1,A,,Justice,,", "R,2,Other,,Justice,,"], {
      skipInvalid: true,
    });
    expect(warningsOf(next)).toEqual([
      expect.stringMatching(/^3: in none of the rows that were taken.*may be in a rejected row/),
    ]);
  });

  test("that an answer could be to several recommendations, and in which reports", async () => {
    const { database } = await open();
    await takeFile(database, mapping, [header, "R,1,A,,MNZ,,", "S,1,B,,MNZ,,", "T,1,C,,Other,,"]);
    const onto = {
      name: "answers",
      onto: {
        ...{ source: "register", reference: "{n}", addressees: "{to}" },
        entries: [{ type: "response", position: "accepted", givenOn: "2021-01-01" }],
      },
    };
    await expect(takeFile(database, onto, ["n,to", "1,MNZ"])).rejects.toMatchObject({
      issues: [
        {
          detail:
            "the reference stands for several follow-ups: 2 recommendations have it, in R, S, and the row does not tell which it means",
        },
      ],
    });
  });

  test("of a recommendation without a reference under its report, and not as a reference", async () => {
    const { database } = await open();
    await takeFile(database, mapping, [header, "R,,T,Work,Justice,,"]);
    await expect(takeFile(database, mapping, [header, "R,,T,Health,Justice,,"])).rejects.toMatchObject({
      issues: [
        {
          ...{ row: 2, name: "report", value: "R" },
          detail: expect.stringMatching(
            /^a recommendation of it without a reference is known with another content: themes/,
          ),
        },
      ],
    });
  });

  test("the sheet with every row of a workbook", async () => {
    const { database } = await open();
    const sheet = "Register 2024";
    await takeFile(database, mapping, [header, "R,1,T,,Justice,,"], { sheet });
    const rows = [header, "R,1,Other,,Justice,,", "R,2,T,,Justice,Law,31/01/2020", "R,3,T,,Justice;justice,,"];
    const told = await takeFile(database, mapping, rows, { sheet, skipInvalid: true });
    expect(told.rejected).toMatchObject([
      { row: 2, sheet, name: "reference" },
      { row: 3, sheet, name: "by" },
    ]);
    const skipping = { ...mapping, skip: [{ when: { column: "th", is: "no" }, why: "not ours" }] };
    const skipped = await takeFile(database, skipping, [header, "R,1,T,no,Justice,,"], { sheet });
    expect(skipped.skipped).toMatchObject([{ why: "not ours", rows: 1, examples: [{ row: 2, sheet }] }]);
  });

  test("the successor who answers for other addressees and is named for the first time (R14)", async () => {
    const { database } = await open();
    const organizations = ["Justice", "Health", "Welfare"].map((id) => ({
      id,
      code: id.toLowerCase(),
      name: { en: id },
    }));
    const merger = {
      ...{ id: "merger", type: "merged", on: "2024-01-01", recordedAt: "2024-01-01T00:00:00Z" },
      originals: ["Justice", "Health"],
    };
    const organizationChanges = [{ ...merger, results: [{ organization: "Welfare" }] }];
    await imported(database, RecordFile.parse({ heed: "record/1", organizations, organizationChanges }));
    await takeFile(database, mapping, [header, "R,1,T,,Justice;Health,,"]);
    const next = await takeFile(database, mapping, [header, "R,1,T,,Welfare,,"], { day: "2024-06-01" });
    expect(warningsOf(next)).toContainEqual(
      expect.stringMatching(/^Welfare, for Health and Justice: the row names who answers for other/),
    );
    const again = await takeFile(database, mapping, [header, "R,1,T,,Welfare,,"], { day: "2025-06-01" });
    expect(warningsOf(again).join()).not.toContain("answers for other addressees");
  });

  test("that a new row asks the same as a known one that is missing: it may have got its number or addressee since", async () => {
    const { database } = await open();
    await takeFile(database, mapping, [
      header,
      "R,,Train judges.,,Justice,,",
      "R,,Train police.,,,,",
      "R,5,Stay.,,Justice,,",
    ]);
    const next = await takeFile(database, mapping, [
      header,
      "R,1,Train judges.,,Justice,,",
      "R,,Train police.,,Interior,,",
      "R,5,Stay.,,Justice,,",
      "R,6,Stay.,,Justice,,",
    ]);
    expect(next.created.recommendations).toBe(3);
    const told = next.warnings.find(({ detail }) => detail.includes("asks the same"));
    expect(told).toMatchObject({ rows: 2, examples: [{ row: 2 }, { row: 3 }] });
  });
});
