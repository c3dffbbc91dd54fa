import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OrganizationChange } from "../../src/organization/organization-change.ts";
import { responsibleOn, successionAndQuestions, successionOf } from "../../src/organization/succession.ts";

const recordedAt = "2014-01-01T00:00:00Z";
const change = (id: string, given: object) => OrganizationChange.parse({ id, recordedAt, ...given });
const to = (organization: string, ...themes: string[]) => ({ organization, themes });

const split = change("split", {
  type: "split",
  on: "2014-03-15",
  originals: ["centre"],
  results: [to("unia", "discrimination"), to("myria", "trafficking", "migration")],
});

describe("a split", () => {
  test("moves what its themes decide, from its day on, inclusive", () => {
    const intervals = successionOf("centre", ["trafficking"], [split]);
    expect(responsibleOn("centre", intervals, "2014-03-14")).toMatchObject({
      state: "answers",
      organization: "centre",
    });
    expect(responsibleOn("centre", intervals, "2014-03-15")).toEqual({
      state: "answers",
      organization: "myria",
      candidates: [],
      since: "2014-03-15",
      change: "split",
    });
  });

  test.each([[["trafficking", "discrimination"]], [[]], [["housing"]]])(
    "waits for a decision where the themes are %j",
    (themes) => {
      const intervals = successionOf("centre", themes, [split]);
      expect(responsibleOn("centre", intervals, "2020-01-01")).toEqual({
        state: "undecided",
        organization: "centre",
        candidates: ["unia", "myria"],
        since: "2014-03-15",
        change: "split",
      });
    },
  );

  test("is decided from its day, or from a later one that the decision names", () => {
    const decision = { change: "split", successor: "unia", recordedAt: "2015-01-01T00:00:00Z" };
    expect(successionOf("centre", [], [split], [decision])).toEqual([
      {
        state: "answers",
        organization: "unia",
        candidates: [],
        from: "2014-03-15",
        until: "9999-12-31",
        change: "split",
      },
    ]);
    const later = successionOf("centre", [], [split], [{ ...decision, from: "2014-09-01" }]);
    expect(responsibleOn("centre", later, "2014-08-31").state).toBe("undecided");
    expect(responsibleOn("centre", later, "2014-09-01")).toMatchObject({ state: "answers", organization: "unia" });
    const twice = [decision, { ...decision, successor: "myria", recordedAt: "2016-01-01T00:00:00Z" }];
    expect(responsibleOn("centre", successionOf("centre", [], [split], twice), "2015-01-01").organization).toBe(
      "myria",
    );
  });
});

describe("other changes", () => {
  const renamed = change("renamed", {
    type: "renamed",
    on: "2015-09-01",
    originals: ["myria"],
    results: [to("myria-2")],
  });
  const merged = change("merged", {
    type: "merged",
    on: "2017-07-01",
    originals: ["si", "cls"],
    results: [to("slic")],
  });
  const dissolved = change("gone", { type: "dissolved", on: "2019-01-01", originals: ["slic"] });

  test("follow one another", () => {
    const all = [dissolved, merged, renamed, split];
    expect(responsibleOn("centre", successionOf("centre", ["migration"], all), "2016-01-01").organization).toBe(
      "myria-2",
    );
    const intervals = successionOf("si", [], all);
    expect(responsibleOn("si", intervals, "2017-06-30").organization).toBe("si");
    expect(responsibleOn("si", intervals, "2017-07-01").organization).toBe("slic");
    expect(responsibleOn("si", intervals, "2019-01-01")).toMatchObject({ state: "unassigned", organization: "slic" });
  });

  test("of a candidate change the candidates while nobody has decided", () => {
    const intervals = successionOf("centre", [], [split, renamed]);
    expect(responsibleOn("centre", intervals, "2016-01-01").candidates).toEqual(["unia", "myria-2"]);
    const decided = successionOf("centre", [], [split, renamed], [{ change: "split", successor: "myria", recordedAt }]);
    expect(responsibleOn("centre", decided, "2016-01-01").organization).toBe("myria-2");
  });

  test("that are only planned move nothing", () => {
    const { on: _, ...planned } = split;
    expect(successionOf("centre", ["trafficking"], [planned])).toEqual([]);
  });

  test("a transfer of competence moves what is wholly its own, and asks where only a part is", () => {
    const transfer = change("transfer", {
      type: "competenceTransferred",
      on: "2014-07-01",
      originals: ["justice"],
      results: [to("communities", "victims")],
    });
    const on = (themes: string[]) =>
      responsibleOn("justice", successionOf("justice", themes, [transfer]), "2015-01-01");
    expect(on(["victims"])).toMatchObject({ state: "answers", organization: "communities" });
    expect(on(["prosecution"])).toMatchObject({ state: "answers", organization: "justice" });
    expect(on(["victims", "prosecution"])).toMatchObject({
      state: "undecided",
      candidates: ["justice", "communities"],
    });
  });

  test.each([
    [{ type: "merged", originals: ["a"], results: [to("b")] }, "several originals"],
    [{ type: "split", originals: ["a"], results: [to("b")] }, "several results"],
    [{ type: "competenceTransferred", originals: ["a"], results: [to("b")] }, "names the themes"],
    [{ type: "dissolved", originals: ["a"], results: [to("b")] }, "no result"],
  ])("%j is refused", (given, why) => {
    expect(() => change("wrong", given)).toThrow(why);
  });
});

test("intervals follow each other without gap or overlap, whatever the changes", () => {
  const bodies = ["a", "b", "c", "d", "e"];
  const days = fc.integer({ min: 10, max: 28 }).map((day) => `2014-01-${day}`);
  const two = fc.shuffledSubarray(bodies, { minLength: 3, maxLength: 3 });
  const changes = fc.array(
    fc.record({
      on: days,
      type: fc.constantFrom("renamed", "merged", "split", "dissolved", "competenceTransferred"),
      two,
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(changes, fc.subarray(["x", "y"]), (given, themes) => {
      const all = given.map(({ on, type, two: [p = "a", q = "b", r = "c"] }, index) =>
        change(`change-${index}`, {
          on,
          type,
          originals: type === "merged" ? [p, q] : [p],
          results:
            type === "dissolved"
              ? []
              : type === "split"
                ? [to(q, "x"), to(r, "y")]
                : type === "competenceTransferred"
                  ? [to(r, "x")]
                  : [to(r)],
        }),
      );
      const intervals = successionOf("a", themes, all);
      intervals.forEach((interval, index) => {
        expect(interval.from < interval.until).toBe(true);
        expect(interval.until).toBe(intervals[index + 1]?.from ?? "9999-12-31");
        expect(interval.state === "undecided").toBe(interval.candidates.length > 0);
      });
    }),
  );
});

describe("what changed before a recommendation was published", () => {
  const transfer = change("transfer", {
    type: "competenceTransferred",
    on: "2014-07-01",
    originals: ["justice"],
    results: [to("communities", "victims")],
  });
  const renamed = change("renamed", {
    type: "renamed",
    on: "2015-09-01",
    originals: ["justice"],
    results: [to("courts")],
  });
  const on = (day: string, since: string, all: OrganizationChange[], themes = ["victims"]) =>
    responsibleOn("justice", successionOf("justice", themes, all, [], since), day);

  test.each([
    ["2014-06-30", "communities"],
    ["2014-07-01", "justice"],
    ["2026-03-02", "justice"],
  ])("a transfer of 1 July 2014 does to one published on %s: %s answers", (since, organization) => {
    expect(on("2026-12-31", since, [transfer])).toMatchObject({ state: "answers", organization });
  });

  test("a split moves nothing by its themes: an editor decides among those who came out of it", () => {
    const all = [split];
    expect(
      responsibleOn("centre", successionOf("centre", ["trafficking"], all, [], "2014-03-14"), "2020-01-01"),
    ).toMatchObject({ state: "answers", organization: "myria" });
    for (const since of ["2014-03-15", "2020-01-01"])
      expect(responsibleOn("centre", successionOf("centre", ["trafficking"], all, [], since), "2020-01-01")).toEqual({
        state: "undecided",
        organization: "centre",
        candidates: ["unia", "myria"],
        since,
        change: "split",
      });
  });

  test("a renaming or merger is read through: the one that came after it answers, from the day of publication", () => {
    expect(on("2026-03-02", "2026-03-02", [renamed])).toMatchObject({ organization: "courts", since: "2026-03-02" });
    const later = change("later", { ...transfer, on: "2027-01-01", originals: ["courts"] });
    expect(on("2027-01-01", "2026-03-02", [renamed, later])).toMatchObject({ organization: "communities" });
    expect(on("2027-12-31", "2027-03-02", [renamed, later])).toMatchObject({ organization: "courts" });
  });

  test("one dissolved before leaves nobody from the day of publication", () => {
    const gone = change("gone", { type: "dissolved", on: "2019-01-01", originals: ["justice"] });
    expect(on("2026-03-02", "2026-03-02", [gone])).toMatchObject({ state: "unassigned", since: "2026-03-02" });
  });
});

describe("several changes on one day", () => {
  const one = { type: "renamed", on: "2020-01-01", originals: ["a"], results: [to("b")] };
  const two = { type: "absorbed", on: "2020-01-01", originals: ["b"], results: [to("c")] };

  test.each([
    ["1", "2"],
    ["2", "1"],
  ])("follow from each other, whatever their ids (%s, %s)", (first, second) => {
    const all = [change(first, one), change(second, two)];
    expect(responsibleOn("a", successionOf("a", [], all), "2020-01-01").organization).toBe("c");
  });

  test.each([
    ["1", "2"],
    ["2", "1"],
  ])("what is handed over goes before the end of who hands it over (%s, %s)", (first, second) => {
    const handed = {
      type: "competenceTransferred",
      on: "2020-01-01",
      originals: ["a"],
      results: [to("care", "victims")],
    };
    const all = [change(first, one), change(second, handed)];
    expect(responsibleOn("a", successionOf("a", ["victims"], all), "2020-01-01").organization).toBe("care");
    expect(responsibleOn("a", successionOf("a", ["prisons"], all), "2020-01-01").organization).toBe("b");
  });
});

describe("what an editor may decide", () => {
  const gone = change("gone", { type: "dissolved", on: "2019-01-01", originals: ["slic"] });
  const decision = { change: "gone", successor: "nsso", recordedAt };

  test("anyone after a dissolution, from the day that he names", () => {
    expect(successionAndQuestions("slic", [], [gone]).questions).toEqual([
      { change: "gone", candidates: "anyone", from: "2019-01-01" },
    ]);
    const decided = successionOf("slic", [], [gone], [{ ...decision, from: "2019-06-01" }]);
    expect(responsibleOn("slic", decided, "2019-05-31").state).toBe("unassigned");
    expect(responsibleOn("slic", decided, "2019-06-01")).toMatchObject({ state: "answers", organization: "nsso" });
    const renamed = change("renamed", {
      type: "renamed",
      on: "2019-03-01",
      originals: ["nsso"],
      results: [to("social")],
    });
    const through = successionOf("slic", [], [gone, renamed], [{ ...decision, from: "2019-06-01" }]);
    expect(responsibleOn("slic", through, "2019-06-01").organization).toBe("social");
  });

  test("otherwise than a transfer of competence that names none of its themes, which leaves it where it is", () => {
    const transfer = change("transfer", {
      type: "competenceTransferred",
      on: "2014-07-01",
      originals: ["justice"],
      results: [to("communities", "victims")],
    });
    const { intervals, questions } = successionAndQuestions("justice", [], [transfer]);
    expect(intervals).toEqual([]);
    expect(questions).toEqual([{ change: "transfer", candidates: ["justice", "communities"], from: "2014-07-01" }]);
    const decided = successionOf(
      "justice",
      [],
      [transfer],
      [{ ...decision, change: "transfer", successor: "communities" }],
    );
    expect(responsibleOn("justice", decided, "2014-07-01").organization).toBe("communities");
  });

  test("nothing where all candidates became one: it answers, whoever was right", () => {
    const merged = change("merged", {
      type: "merged",
      on: "2016-01-01",
      originals: ["unia", "myria"],
      results: [to("one")],
    });
    const intervals = successionOf("centre", [], [split, merged]);
    expect(responsibleOn("centre", intervals, "2015-12-31").state).toBe("undecided");
    expect(responsibleOn("centre", intervals, "2016-01-01")).toMatchObject({ state: "answers", organization: "one" });
  });

  test("a candidate that hands over other themes stays one", () => {
    const transfer = change("transfer", {
      type: "competenceTransferred",
      on: "2016-01-01",
      originals: ["unia"],
      results: [to("regions", "housing")],
    });
    const on = (themes: string[]) =>
      responsibleOn("centre", successionOf("centre", themes, [split, transfer]), "2020-01-01").candidates;
    expect(on([])).toEqual(["unia", "myria"]);
    expect(on(["housing"])).toEqual(["regions", "myria"]);
  });
});
