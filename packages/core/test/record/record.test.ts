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
