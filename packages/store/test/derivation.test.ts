import { defaultSettings, publicReader } from "@heed/core";
import { derivationVersion } from "@heed/core/follow-up/standing/projection";
import { checkProjections, openDatabase, trackerReads } from "@heed/store";
import fc from "fast-check";
import { expect, test } from "vitest";
import { aFollowUp, closed } from "../../core/test/builders.ts";
import { followUpCases } from "../../core/test/case-generator.ts";
import { describeDatabase } from "./describe-database.ts";
import { databaseOfCases } from "./record-of-cases.ts";

describeDatabase("what older rules derived", (open) => {
  test("is refused until an upgrade derives it again", async () => {
    const { database, url } = await open();
    await databaseOfCases(database, fc.sample(followUpCases, { numRuns: 20, seed: 9 }));
    // As older rules left it.
    await database.run("UPDATE standing SET assessed = 'underWay', response_due = NULL");
    await database.run("DELETE FROM owed WHERE kind = 'response'");
    await database.run("UPDATE derivation SET version = ?", [derivationVersion - 1]);
    for (const mode of ["read", "write"] as const)
      await expect(openDatabase(url, { mode })).rejects.toMatchObject({
        code: "databaseOlder",
        message: expect.stringContaining("heed database upgrade"),
      });
    const told: number[] = [];
    const upgraded = await openDatabase(url, { mode: "upgrade", onDerive: ({ done }) => told.push(done) });
    expect(told.at(-1)).toBeGreaterThanOrEqual(20);
    expect((await checkProjections(upgraded, defaultSettings)).differences).toEqual([]);
    await upgraded.close();
    await (await openDatabase(url, { mode: "read" })).close();
    // It is done only once.
    const again: number[] = [];
    await (await openDatabase(url, { mode: "upgrade", onDerive: ({ done }) => again.push(done) })).close();
    expect(again).toEqual([]);
  });

  test("of a newer program is left alone", async () => {
    const { database, url } = await open();
    await database.run("UPDATE derivation SET version = ?", [derivationVersion + 1]);
    for (const mode of ["read", "write", "upgrade"] as const)
      await expect(openDatabase(url, { mode })).rejects.toMatchObject({ code: "databaseNewer" });
  });
});

describeDatabase("the rate of responses", (open) => {
  test("counts who never answered by the due date, closed or not, also as known at a moment (R13)", async () => {
    const { database } = await open();
    await databaseOfCases(database, [aFollowUp([closed("2023-06-01", "overtakenByEvents")]), aFollowUp()]);
    const responded = async (asOf: string, knownAt?: string) => {
      const reads = trackerReads(database);
      const [all] = await reads.progress(publicReader, { asOf, groupBy: "all", ...(knownAt && { knownAt }) });
      const { numerator, denominator, tooYoung } = all?.rates.find(({ name }) => name === "responded") ?? {};
      return { numerator, denominator, tooYoung };
    };
    for (const knownAt of [undefined, "2027-01-01T00:00:00Z"]) {
      expect(await responded("2022-12-19", knownAt)).toEqual({ numerator: 0, denominator: 0, tooYoung: 2 });
      expect(await responded("2024-01-01", knownAt)).toEqual({ numerator: 0, denominator: 2, tooYoung: 0 });
    }
  });
});
