import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { takeFile, warningsOf } from "./mapped-file.ts";

const mapping = {
  name: "answers",
  unknownOrganizations: "create",
  report: {
    ...{ reference: "R", issuingBody: "{By}", publishedOn: "{Pub}", reportingYear: "2022" },
    responsePeriod: { amount: 2, unit: "months" },
  },
  recommendation: { reference: "{No}", text: "{Text}" },
  addressees: [{ names: { column: "To" }, entries: [{ type: "response", position: "accepted", givenOn: "{On}" }] }],
};
const header = "No,By,Pub,To,Text,On";

describeDatabase("a row that is rejected", (open) => {
  test("tells of its report what the others leave blank, and nothing else", async () => {
    const { database } = await open();
    const rows = [header, "1,Body,2023-02-01,Army,One,31/02/2023", "2,Body,,Police,Two,2023-05-01"];
    for (const dryRun of [true, false]) {
      const told = await takeFile(database, mapping, rows, { skipInvalid: true, dryRun });
      expect(told).toMatchObject({ rejectedRows: 1, created: { recommendations: 1, followUps: 1, organizations: 2 } });
    }
    expect(await database.all('SELECT published_on AS "on" FROM report')).toEqual([{ on: "2023-02-01" }]);
    // The row put right comes in beside it.
    const right = [header, "1,Body,2023-02-01,Army,One,2023-02-28", rows[2] ?? ""];
    expect(await takeFile(database, mapping, right)).toMatchObject({
      rejectedRows: 0,
      created: { recommendations: 1 },
    });
  });

  test("for what it says of its report tells nothing of it", async () => {
    const { database } = await open();
    const rows = [header, "1,Body,31/02/2023,Army,One,2023-03-01", "2,Body,,Police,Two,2023-05-01"];
    expect(await takeFile(database, mapping, rows, { skipInvalid: true })).toMatchObject({ rejectedRows: 1 });
    expect(await database.all('SELECT published_on AS "on" FROM report')).toEqual([{ on: null }]);
  });

  test("not, but without a reference, title and text, is told to become a recommendation all the same", async () => {
    const { database } = await open();
    const told = await takeFile(database, mapping, [header, "1,Body,2023-02-01,Army,One,", ",Body,2023-02-01,Army,,"]);
    expect(warningsOf(told).join("\n")).toContain("no reference, title or text");
  });
});
