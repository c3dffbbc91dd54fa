import { publicReader, RecordFile } from "@heed/core";
import { trackerReads } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase, samplesOn } from "./describe-database.ts";
import { imported } from "./importing.ts";
import { registerAct } from "./register-acts.ts";

const recordedAt = "2020-02-01T00:00:00Z";
const base = {
  heed: "record/1",
  organizations: ["centre", "justice", "interior", "home"].map((id) => ({ id, code: id, name: { en: id } })),
  reports: [{ id: "report", reference: "2019", issuingBody: "centre", reportingYear: 2019, publishedOn: "2020-01-10" }],
  recommendations: ["one", "two", "three"].map((id) => ({ id, report: "report", reference: id })),
};
const response = { type: "response", position: "accepted", givenOn: "2020-02-01", recordedAt };
const retraction = { type: "retraction", reason: "elsewhere", givenOn: "2020-02-01", recordedAt };
const evidence = {
  type: "evidence",
  givenOn: "2020-02-01",
  recordedAt,
  evidence: [{ kind: "document", title: "A letter", confidential: false }],
};
const promise = { type: "commitment", description: "A circular.", givenOn: "2020-02-01", recordedAt };
const link = { on: "2020-01-10", recordedAt };
const becomes = (id: string, from: string, to: string, on = "2021-01-01") => ({
  id,
  type: "absorbed",
  on,
  originals: [from],
  results: [{ organization: to }],
  recordedAt,
});
const said = (entries: object[]) => ({
  followUps: [{ id: "f", recommendation: "one", addressee: "justice", entries }],
});

describeDatabase("things of a record file that lead back to themselves", (open) => {
  test.each<[string, object, [name: string, value: string][]]>([
    [
      "two entries that correct each other",
      said([
        { ...response, id: "a", corrects: "b" },
        { ...response, id: "b", corrects: "a" },
        { ...response, id: "c", corrects: "a" },
      ]),
      [
        ["followUps f, entry a, corrects", "b"],
        ["followUps f, entry b, corrects", "a"],
      ],
    ],
    [
      "three that do",
      said([
        { ...response, id: "a", corrects: "b" },
        { ...response, id: "b", corrects: "c" },
        { ...response, id: "c", corrects: "a" },
      ]),
      [
        ["followUps f, entry a, corrects", "b"],
        ["followUps f, entry b, corrects", "c"],
        ["followUps f, entry c, corrects", "a"],
      ],
    ],
    [
      "one that corrects itself",
      said([{ ...response, id: "a", corrects: "a" }]),
      [["followUps f, entry a, corrects", "a"]],
    ],
    [
      "retractions of each other",
      said([
        { ...retraction, id: "a", retracts: "b" },
        { ...retraction, id: "b", retracts: "a" },
      ]),
      [
        ["followUps f, entry a, retracts", "b"],
        ["followUps f, entry b, retracts", "a"],
      ],
    ],
    [
      "evidence behind itself, by way of other evidence",
      said([
        { ...evidence, id: "a", about: "b" },
        { ...evidence, id: "b", about: "a" },
      ]),
      [
        ["followUps f, entry a, about", "b"],
        ["followUps f, entry b, about", "a"],
      ],
    ],
    [
      "promises in each other's place",
      said([
        { ...promise, id: "a" },
        { ...promise, id: "b" },
        ...[
          ["x", "a", "b"],
          ["y", "b", "a"],
        ].map(([id, commitment, replacedBy]) => ({
          ...{ id, commitment, replacedBy, outcome: "replaced", type: "commitmentOutcome" },
          ...{ givenOn: "2020-03-01", recordedAt },
        })),
      ]),
      [
        ["followUps f, entry x, replacedBy", "b"],
        ["followUps f, entry y, replacedBy", "a"],
      ],
    ],
    [
      "parts of each other",
      {
        recommendations: [
          { id: "one", report: "report", reference: "1", partOf: "two" },
          { id: "two", report: "report", reference: "2", partOf: "one" },
        ],
      },
      [
        ["recommendations one, partOf", "two"],
        ["recommendations two, partOf", "one"],
      ],
    ],
    [
      "a part of itself",
      { recommendations: [{ id: "one", report: "report", reference: "1", partOf: "one" }] },
      [["recommendations one, partOf", "one"]],
    ],
    [
      "recommendations that come after each other",
      {
        links: [
          { ...link, id: "a", type: "repeats", from: "one", to: "two" },
          { ...link, id: "b", type: "supersedes", from: "two", to: "three" },
          { ...link, id: "c", type: "mergedInto", from: "one", to: "three" },
          { ...link, id: "d", type: "relatesTo", from: "two", to: "one" },
        ],
      },
      [
        ["links a", "two"],
        ["links b", "three"],
        ["links c", "three"],
      ],
    ],
    [
      "changes in each other's place",
      {
        organizationChanges: [
          { ...becomes("a", "justice", "interior"), replaces: "b" },
          { ...becomes("b", "justice", "interior"), replaces: "a" },
        ],
      },
      [
        ["organizationChanges a, replaces", "b"],
        ["organizationChanges b, replaces", "a"],
      ],
    ],
    [
      "organizations that become each other on one day",
      {
        organizationChanges: [
          becomes("a", "justice", "interior"),
          becomes("b", "interior", "home"),
          becomes("c", "home", "justice"),
        ],
      },
      [["organizationChanges c, results.0.organization", "justice"]],
    ],
  ])("%s are refused with their places, and nothing is taken", async (_, part, places) => {
    const { database } = await open();
    const refused = await imported(database, RecordFile.parse({ ...base, ...part })).catch((error) => error);
    expect(refused).toMatchObject({ code: "rowsRejected" });
    expect(refused.issues.map(({ name, value }: { name: string; value: string }) => [name, value])).toEqual(places);
    expect(await database.all("SELECT 1 FROM report")).toEqual([]);
  });

  test("what comes in again circles with what is known", async () => {
    const { database } = await open();
    const one = { ...link, id: "a", type: "repeats", from: "one", to: "two" };
    await imported(database, RecordFile.parse({ ...base, links: [one] }));
    const back = { ...link, id: "b", type: "sharpens", from: "two", to: "one" };
    await expect(imported(database, RecordFile.parse({ ...base, links: [back] }))).rejects.toMatchObject({
      code: "rowsRejected",
      issues: [{ name: "links b", value: "one" }],
    });
  });

  test("acts do not close a circle either", async () => {
    const { database } = await open();
    await imported(database, RecordFile.parse(base));
    const linked = (id: string, type: string, to: string) => registerAct(database, "link", { type, to }, { thing: id });
    await linked("one", "repeats", "two");
    await linked("three", "mergedInto", "two");
    await linked("one", "relatesTo", "three");
    await expect(linked("three", "supersedes", "one")).rejects.toMatchObject({
      code: "invalidInput",
      issues: [{ name: "to", value: "one" }],
    });
    const change = (from: string, to: string, on: string) =>
      registerAct(database, "changeOrganizations", {
        ...{ type: "absorbed", on, originals: [from], results: [{ organization: to }] },
      });
    await change("justice", "interior", "2021-01-01");
    await change("interior", "home", "2021-01-01");
    await expect(change("home", "justice", "2021-01-01")).rejects.toMatchObject({ code: "invalidInput" });
    await expect(change("home", "justice", "2021-01-02")).rejects.toMatchObject({ code: "invalidInput" });
  });

  test("over the years, what has ended does not come back either", async () => {
    const { database } = await open();
    const organizationChanges = [
      becomes("a", "justice", "interior"),
      becomes("b", "interior", "justice", "2022-01-01"),
    ];
    const file = RecordFile.parse({ ...base, organizationChanges });
    await expect(imported(database, file)).rejects.toMatchObject({
      issues: [{ name: "organizationChanges b, results.0.organization", value: "justice" }],
    });
  });

  test("a line of corrections as long as one likes is no circle, and its end stands", {
    timeout: 120_000,
  }, async () => {
    const { database } = await open();
    // Longer than a stack is deep, also on PostgreSQL, where rows take more of the time.
    const length = samplesOn(database, 36_000);
    const entries = Array.from({ length }, (_, place) => ({
      ...response,
      id: `e${place}`,
      position: place === length - 1 ? "rejected" : "accepted",
      ...(place === length - 1 && { recordedAt: "2020-01-31T00:00:00Z" }),
      ...(place > 0 && { corrects: `e${place - 1}` }),
    }));
    const parts = Array.from({ length }, (_, place) => ({
      ...{ id: `p${place}`, report: "report", reference: `p${place}` },
      ...(place > 0 && { partOf: `p${place - 1}` }),
    }));
    const record = RecordFile.parse({
      ...base,
      ...said(entries),
      recommendations: [...base.recommendations, ...parts],
    });
    expect(await imported(database, record)).toMatchObject({ created: { entries: length } });
    const shown = await trackerReads(database).recommendation(publicReader, "one", "2026-01-01");
    expect(shown?.followUps).toMatchObject([{ position: "rejected" }]);
  });
});
