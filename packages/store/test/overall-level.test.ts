import { publicReader, RecordFile } from "@heed/core";
import { trackerReads } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { imported } from "./importing.ts";

const given = (id: string, type: string, givenOn: string, rest: object) => ({
  ...{ id, type, givenOn, recordedAt: `${givenOn}T08:00:00Z`, source: { name: "file" } },
  ...rest,
});
const found = (id: string, level: string) =>
  given(id, "assessment", "2024-02-01", {
    ...{ reportingYear: 2023, asOf: "2023-12-31", level, method: "documentsReviewed", assessor: "A. Lambert" },
    ...{ rationale: "Read.", evidence: [] },
  });
const answered = (id: string, position: string) => given(id, "response", "2023-03-01", { position });

const bodies = ["lead", "joint", "informed", "elsewhere", "rejecting", "silent"];

/** Each part has one addressee, except the first, which has two. */
const record = RecordFile.parse({
  heed: "record/1",
  organizations: ["centre", ...bodies].map((id) => ({ id, code: id, name: { en: id } })),
  reports: [{ id: "r", reference: "2022", issuingBody: "centre", reportingYear: 2022, publishedOn: "2023-01-18" }],
  recommendations: [
    { id: "w", report: "r", reference: "2022-1" },
    ...["a", "b", "c"].map((id) => ({ id, report: "r", reference: `2022-1${id}`, partOf: "w" })),
  ],
  followUps: [
    ["f1", "a", "lead", "lead", [found("e1", "substantiallyImplemented")]],
    ["f2", "a", "joint", "joint", [found("e2", "partiallyImplemented")]],
    ["f3", "a", "informed", "forInformation", [found("e3", "contraryAction")]],
    [
      ...["f4", "b", "elsewhere", "lead"],
      [
        answered("e4", "notCompetent"),
        given("e5", "notCompetentUpheld", "2023-04-01", { reason: "It is for another." }),
        found("e6", "contraryAction"),
      ],
    ],
    ["f5", "b", "rejecting", "lead", [answered("e7", "rejected"), found("e8", "announced")]],
    ["f6", "c", "silent", "lead", [found("e9", "noLongerApplicable")]],
  ].map(([id, recommendation, addressee, role, entries]) => ({ id, recommendation, addressee, role, entries })),
});

describeDatabase("the overall level of a recommendation", (open) => {
  test("is the lowest of who owes, on any day and by what was known, and provisional before all was found", async () => {
    const { database } = await open();
    await imported(database, record);
    const reads = trackerReads(database);
    for (const knownAt of [undefined, "2024-03-01T00:00:00Z"]) {
      const on = (id: string, day = "2024-03-01") => reads.recommendationStanding(publicReader, id, day, knownAt);
      // R5: without an addressee for information; R39: without one that is not competent, but with one that rejects.
      expect(await on("a")).toMatchObject({ assessed: "partiallyImplemented", provisional: false });
      expect(await on("b")).toMatchObject({ assessed: "announced", provisional: false });
      expect(await on("c")).toMatchObject({ assessed: "noLongerApplicable", provisional: false });
      // R4
      expect(await on("w")).toMatchObject({ assessed: "announced", provisional: false, implemented: false });
      expect(await on("w", "2023-06-01")).toMatchObject({
        ...{ assessed: "notAssessed", provisional: true, unassessedParts: 4, implemented: false },
      });
      expect((await on("w", "2023-01-01"))?.lifecycle).toBeUndefined();
    }
    expect(await reads.recommendationStanding(publicReader, "w", "2024-03-01", "2024-01-31T00:00:00Z")).toMatchObject({
      ...{ assessed: "notAssessed", provisional: true, unassessedParts: 4 },
    });
  });
});
