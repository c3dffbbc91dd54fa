import { expect, test } from "vitest";
import { RecordFile } from "../../src/index.ts";

const published = (publishedOn: string, publishedOnPrecision?: string) =>
  RecordFile.safeParse({
    heed: "record/1",
    reports: [
      {
        ...{ id: "r", reference: "2021", issuingBody: "centre", reportingYear: 2021, publishedOn },
        ...(publishedOnPrecision && { publishedOnPrecision }),
      },
    ],
  });

test.each([
  ["2022-10-18", undefined],
  ["2022-10-31", "month"],
  ["2022-12-31", "year"],
  ["2022-06-30", "semester"],
])("a report may be published on %s, known to the %s", (on, precision) => {
  expect(published(on, precision).error).toBeUndefined();
});

test.each([
  ["2022-10-18", "month"],
  ["2022-10-31", "year"],
  ["2022-10-31", "semester"],
  ["2022-10-99", "year"],
])("a report published on %s, known to the %s, is refused at its place", (on, precision) => {
  expect(published(on, precision).error?.issues.map(({ path }) => path.join("."))).toEqual(["reports.0.publishedOn"]);
});

const claim = {
  ...{ id: "claim", type: "progressUpdate", givenOn: "2022-10-18", recordedAt: "2022-10-18T10:00:00Z" },
  ...{ reportingYear: 2022, asOf: "2022-10-18", claim: true },
};
const refused = (...entries: object[]) =>
  RecordFile.safeParse({
    heed: "record/1",
    followUps: [{ id: "f", recommendation: "r-1", addressee: "justice", role: "lead", entries }],
  }).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message.replace(/,.*/, "")}`);

test.each([["underWay"], ["notStarted"], [undefined]])("a claim of level %s is refused at its place (R25)", (level) => {
  expect(refused({ ...claim, level })).toEqual(["followUps.0.entries.0.level: a claim says that all is done"]);
});

test("a claim that all is done is taken, and one that was corrected or retracted stays as it was", () => {
  const done = { ...claim, level: "noLongerApplicable" };
  const back = { type: "retraction", givenOn: "2022-10-19", recordedAt: "2022-10-19T10:00:00Z", reason: "too early" };
  expect(refused(done)).toBeUndefined();
  expect(refused(claim, { ...done, id: "mended", corrects: "claim" })).toBeUndefined();
  const retracted = [claim, { ...back, id: "back", retracts: "claim" }];
  expect(refused(...retracted)).toBeUndefined();
  expect(refused(...retracted, { ...claim, id: "other words", corrects: "claim" })).toBeUndefined();
  expect(refused(...retracted, { ...back, id: "again", retracts: "back" })).toEqual([
    "followUps.0.entries.0.level: a claim says that all is done",
  ]);
});

test("an entry of one side is not said by the other", () => {
  const { claim: _, ...update } = claim;
  const by = (side: string) => ({ ...update, author: { side } });
  expect(refused(by("addressee"))).toBeUndefined();
  expect(refused(by("issuingBody"))).toEqual(["followUps.0.entries.0.author.side: is issuingBody"]);
});
