import { describe, expect, it } from "vitest";
import { casesOf, DomainError, defaultSettings, FollowUpCase, standing } from "../../src/index.ts";
import { world, worldCases } from "../example-world.ts";

function problemOf(ask: () => unknown): unknown {
  try {
    ask();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe("the cases of a record", () => {
  it("name each place that leads to nothing", () => {
    const [first, ...rest] = world.followUps;
    if (first === undefined) throw new Error("the example world has no follow-up");
    const { recommendation } = first;
    const problem = problemOf(() => casesOf({ ...world, followUps: [{ ...first, recommendation: "none" }, ...rest] }));
    expect(problem).toBeInstanceOf(DomainError);
    expect((problem as DomainError).issues).toEqual([
      { name: "followUps[0].recommendation", value: "none", detail: "the record has none with this id" },
    ]);
    const at = world.recommendations.findIndex(({ id }) => id === recommendation);
    const recommendations = world.recommendations.map((each) => ({ ...each, report: "none" }));
    const others = problemOf(() => casesOf({ ...world, recommendations })) as DomainError;
    expect(others.issues[0]).toEqual({
      name: `recommendations[${at}].report`,
      value: "none",
      detail: "the record has none with this id",
    });
  });

  it("are what their schema takes, and stand as they did before", () => {
    for (const [id, each] of worldCases) {
      const parsed = FollowUpCase.parse(each);
      expect(standing(parsed, "2015-06-30", defaultSettings), id).toEqual(
        standing(each, "2015-06-30", defaultSettings),
      );
    }
  });
});

describe("a case that is made by hand", () => {
  const [whole] = worldCases.values();
  it.each([
    ["a day that never was", { report: { ...whole?.report, publishedOn: "2015-02-30" } }, ["report", "publishedOn"]],
    ["a role that is none", { followUp: { ...whole?.followUp, role: "boss" } }, ["followUp", "role"]],
    ["an entry of no type", { entries: [{ id: "x", type: "promise" }] }, ["entries", 0, "type"]],
    ["nothing asked", { asked: {} }, ["asked", "times"]],
    ["no cycles", { cycles: undefined }, ["cycles"]],
  ])("is refused with its place: %s", (_, wrong, place) => {
    const { error } = FollowUpCase.safeParse({ ...whole, ...wrong });
    expect(error?.issues.map(({ path }) => path)).toEqual([place]);
  });
});
