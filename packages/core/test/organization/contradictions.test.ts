import { describe, expect, test } from "vitest";
import { existsOn, Organization, OrganizationChange } from "../../src/index.ts";
import { applyChanges } from "../../src/organization/apply-changes.ts";
import { contradictions, newContradictions } from "../../src/organization/contradictions.ts";

const recordedAt = "2014-01-01T00:00:00Z";
const to = (organization: string, ...themes: string[]) => ({ organization, themes });
const change = (
  id: string,
  type: string,
  on: string | undefined,
  originals: string[],
  results: object[] = [],
  more = {},
) => OrganizationChange.parse({ id, type, ...(on && { on }), originals, results, recordedAt, ...more });
const body = (id: string, days: object = {}) => Organization.parse({ id, code: id, name: { en: id }, ...days });

describe("an organization does not become itself", () => {
  test.each([
    ["renamed", ["a"], [to("a")]],
    ["merged", ["a", "b"], [to("a")]],
    ["absorbed", ["a"], [to("a")]],
    ["split", ["a"], [to("a"), to("b")]],
    ["competenceTransferred", ["a"], [to("a", "x")]],
  ])("by being %s", (type, originals, results) => {
    expect(() => change("wrong", type, "2014-01-01", originals, results)).toThrow("does not become itself: a");
  });

  test.each([
    ["merged", ["a", "a"], [to("b")], "an original is named twice"],
    ["split", ["a"], [to("b"), to("b")], "a result is named twice"],
    ["created", ["a"], [to("b")], "no original"],
  ])("nor is it named twice, nor created out of another (%s)", (type, originals, results, why) => {
    expect(() => change("wrong", type, "2014-01-01", originals, results)).toThrow(why);
  });
});

describe("changes contradict each other", () => {
  const merged = change("m", "merged", "2015-01-01", ["a", "b"], [to("c")]);
  test.each([
    [
      "one that was merged is dissolved later",
      [merged, change("x", "dissolved", "2018-01-01", ["a"])],
      "x originals.0 a",
    ],
    [
      "one that was merged is merged again",
      [merged, change("x", "absorbed", "2015-01-01", ["a"], [to("d")])],
      "x originals.0 a",
    ],
    [
      "one that is no more hands over",
      [merged, change("x", "competenceTransferred", "2016-01-01", ["b"], [to("d", "t")])],
      "x originals.0 b",
    ],
    [
      "one goes into another that is no more",
      [merged, change("x", "absorbed", "2016-01-01", ["d"], [to("a")])],
      "x results.0.organization a",
    ],
    [
      "a into b, later b into a",
      [
        change("m", "absorbed", "2015-01-01", ["a"], [to("b")]),
        change("x", "absorbed", "2016-01-01", ["b"], [to("a")]),
      ],
      "x results.0.organization a",
    ],
    [
      "a into b and b into a on one day",
      [change("m", "renamed", "2015-01-01", ["a"], [to("b")]), change("x", "renamed", "2015-01-01", ["b"], [to("a")])],
      "x results.0.organization a",
    ],
    [
      "a merger into one that was named before",
      [
        change("m", "absorbed", "2014-01-01", ["z"], [to("c")]),
        change("x", "merged", "2015-01-01", ["a", "b"], [to("c")]),
      ],
      "x results.0.organization c",
    ],
  ])("%s", (_, all, told) => {
    const found = contradictions([], all).map((each) => `${each.change} ${each.name} ${each.organization}`);
    expect(found).toEqual([told]);
    expect(contradictions([], [...all].reverse()).length).toBe(1);
  });

  test("or the days of the organizations", () => {
    const told = (days: object) => contradictions([body("c", days)], [merged]).map(({ detail }) => detail);
    expect(told({})).toEqual([]);
    expect(told({ foundingDate: "2015-01-01" })).toEqual([]);
    expect(told({ foundingDate: "2010-01-01" })[0]).toContain("it existed before");
    expect(told({ foundingDate: "2016-01-01" })[0]).toContain("it was founded on 2016-01-01");
    expect(told({ dissolutionDate: "2014-12-31" })[0]).toContain("it was dissolved on 2014-12-31");
  });

  test.each([
    [
      "a chain on one day",
      [change("2", "renamed", "2015-01-01", ["a"], [to("b")]), change("1", "absorbed", "2015-01-01", ["b"], [to("c")])],
    ],
    [
      "a competence that comes back",
      [
        change("1", "competenceTransferred", "2015-01-01", ["a"], [to("b", "t")]),
        change("2", "competenceTransferred", "2016-01-01", ["b"], [to("a", "t")]),
      ],
    ],
    [
      "a plan, and the change that took its place",
      [
        change("1", "merged", undefined, ["a", "b"], [to("c")]),
        change("2", "merged", "2015-01-01", ["a", "b"], [to("c")], { replaces: "1" }),
      ],
    ],
    [
      "a slip that was replaced",
      [merged, change("x", "merged", "2016-01-01", ["a", "b"], [to("c")], { replaces: "m" })],
    ],
    [
      "a split among others that exist",
      [
        change("1", "absorbed", "2014-01-01", ["z"], [to("c")]),
        change("2", "split", "2015-01-01", ["a"], [to("c"), to("d")]),
      ],
    ],
  ])("but not %s", (_, all) => {
    expect(contradictions([], all)).toEqual([]);
  });
});

describe("organizations as the changes leave them", () => {
  const changes = [
    change("r", "renamed", "2015-01-01", ["a"], [to("b")]),
    change("r2", "renamed", "2017-01-01", ["b"], [to("c")]),
    change("d", "dissolved", "2020-01-01", ["c"]),
    change("p", "dissolved", undefined, ["e"]),
  ];
  const stand = applyChanges(
    ["a", "b", "c", "e"].map((id) => body(id)),
    changes,
  );
  const days = (id: string) => [stand.get(id)?.foundingDate, stand.get(id)?.dissolutionDate];

  test("have their days from them; a plan dates nothing", () => {
    expect(days("a")).toEqual([undefined, "2015-01-01"]);
    expect(days("b")).toEqual(["2015-01-01", "2017-01-01"]);
    expect(days("c")).toEqual(["2017-01-01", "2020-01-01"]);
    expect(days("e")).toEqual([undefined, undefined]);
    const c = stand.get("c") ?? {};
    expect(["2016-12-31", "2017-01-01", "2019-12-31", "2020-01-01"].map((day) => existsOn(c, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test("keep the names from before a renaming as former names", () => {
    expect(stand.get("c")?.otherNames).toEqual([
      { name: "b", until: "2017-01-01" },
      { name: "a", until: "2015-01-01" },
    ]);
  });

  test("end when a change says so, whatever they said themselves", () => {
    const told = applyChanges([body("c", { dissolutionDate: "2019-01-01", foundingDate: "1990-01-01" })], changes).get(
      "c",
    );
    expect(told).toMatchObject({ foundingDate: "1990-01-01", dissolutionDate: "2020-01-01" });
  });
});

test.each(["abc", "acb", "bac", "bca", "cab", "cba"])("a circle of one day is found whatever the ids: %s", (ids) => {
  const [first = "", second = "", third = ""] = ids;
  const one = change(first, "absorbed", "2021-01-01", ["justice"], [to("interior")]);
  const two = change(second, "absorbed", "2021-01-01", ["interior"], [to("home")]);
  const closing = change(third, "absorbed", "2021-01-01", ["home"], [to("justice")]);
  expect(newContradictions([], [one], [two])).toEqual([]);
  expect(newContradictions([], [one, two], [closing]).length).toBeGreaterThan(0);
});
