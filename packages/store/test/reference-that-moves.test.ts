import type { Database } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { takeFile, warningsOf } from "./mapped-file.ts";

const entries = [{ type: "response", position: { column: "a", map: { y: "accepted", n: "rejected" } } }];
const mapping = {
  name: "q",
  edition: { inFileName: "x" },
  report: { reference: "R", issuingBody: "Auditor", publishedOn: "2019-01-01", responsePeriod: "none" },
  recommendation: { reference: "{n}", text: "{t}" },
  addressees: [{ names: "Justice", entries }],
};
/** Each row is a report without a text, as of the coroners. */
const coroners = {
  ...mapping,
  reports: "perRow",
  report: { ...mapping.report, reference: "{n}" },
  recommendation: { reference: "{n}", textAbsent: "not given", themes: "{t}" },
  addressees: [{ names: "{to}", entries }],
};

describeDatabase("a reference that stood alone, then on two rows, and then alone on the second", (open) => {
  const answers = (database: Database) =>
    database.all<{ answer: string }>(
      `SELECT o.name || ' ' || r.body || ' ' || e.known_by AS answer FROM entry e JOIN follow_up f ON f.id = e.follow_up_id
         JOIN recommendation r ON r.id = f.recommendation_id JOIN organization o ON o.id = f.addressee_id`,
    );

  test("is the second one's: the content decides", async () => {
    const { database } = await open();
    await takeFile(database, mapping, ["n,t,a", "1,Alpha,"], { day: "2020-01-01" });
    await takeFile(database, mapping, ["n,t,a", "1,Alpha,", "1,Beta,"], { day: "2021-01-01" });
    const third = await takeFile(database, mapping, ["n,t,a", "1,Beta,y"], { day: "2022-01-01" });
    expect(third).toMatchObject({ created: { recommendations: 0, entries: 1 }, rejected: [] });
    expect(warningsOf(third).join()).toContain("no longer in this file");
    const [only] = await answers(database);
    expect(only?.answer).toContain("Beta");
    // Alone again, each is found by its content; a third text corrects the one that has the reference.
    expect(await takeFile(database, mapping, ["n,t,a", "1,Alpha,y"], { day: "2023-01-01" })).toMatchObject({
      created: { recommendations: 0, entries: 1 },
    });
    const corrected = await takeFile(database, mapping, ["n,t,a", "1,Alpha corrected,y"], {
      day: "2024-01-01",
      acceptCorrections: true,
    });
    expect(corrected).toMatchObject({ corrected: 1, created: { recommendations: 0 } });
  });

  test.each([
    ["another theme", "Road", "Rail"],
    ["the same theme", "Road", "Road"],
  ])("is that of the addressee that is named, with %s", async (_, theme, other) => {
    const { database } = await open();
    const header = "n,t,to,a";
    await takeFile(database, coroners, [header, `1,${theme},Ford,`], { day: "2020-01-01" });
    await takeFile(database, coroners, [header, `1,${theme},Ford,`, `1,${other},NHS,y`], { day: "2021-01-01" });
    const third = await takeFile(database, coroners, [header, `1,${other},NHS,n`], { day: "2022-01-01" });
    expect(third).toMatchObject({
      created: { reports: 0, recommendations: 0, followUps: 0, entries: 1 },
      rejected: [],
    });
    for (const { answer } of await answers(database)) expect(answer).toContain("NHS");
  });
});
