import { defaultSettings } from "@heed/core";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { checkProjections } from "../src/check/check-projections.ts";
import { describeDatabase } from "./describe-database.ts";

const due = "9999-12-30";
const far = {
  ...world,
  recommendations: world.recommendations.map((each) => ({
    ...each,
    implementationDue: { on: due, precision: "day" as const },
  })),
  reportingCycles: world.reportingCycles.map((each) => ({ ...each, updatesDueOn: due, assessmentsDueOn: due })),
};

describeDatabase("a date just before the end of the calendar", (open) => {
  test("is no difference between what is stored and what is derived", async () => {
    const { database } = await open(far);
    const { differences } = await checkProjections(database, defaultSettings);
    expect(differences).toEqual([]);
  });
});
