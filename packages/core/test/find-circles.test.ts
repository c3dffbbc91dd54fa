import { expect, test } from "vitest";
import { isRetracted, versionIds } from "../src/acts/act.ts";
import { findCircles } from "../src/find-circles.ts";
import { type Entry, withoutConfidential } from "../src/index.ts";
import { answered, given } from "./builders.ts";

const pairs = (text: string) => text.split(" ").map((pair) => ({ from: pair[0] ?? "", to: pair[1] ?? "" }));

test.each<[string, string[]]>([
  ["ab bc cd", []],
  ["ab ba", ["ab"]],
  ["aa", ["a"]],
  ["ab bc ca cd de ed xy", ["abc", "de"]],
  // Something that only leads to a circle, or from one to another, is in none.
  ["xa ab ba by yc cd dc", ["ab", "cd"]],
  ["ab ac bd cd da", ["abcd"]],
])("the circles of %s", (namings, circles) => {
  const found = findCircles(pairs(namings)).map((circle) => [...circle].sort().join(""));
  expect(found.sort()).toEqual(circles);
});

test("a line of 40,000 entries in each other's place is followed without end of the stack", () => {
  const length = 40_000;
  const corrections: Entry[] = Array.from({ length }, (_, place) => ({
    ...answered("2023-01-01", "accepted"),
    id: `c${place}`,
    ...(place > 0 && { corrects: `c${place - 1}` }),
  }));
  expect(versionIds({ case: { entries: corrections } }, `c${length - 1}`)).toHaveLength(length);
  const retractions: Entry[] = Array.from({ length }, (_, place) => ({
    ...given("retraction", "2023-01-01", { retracts: place === 0 ? "c0" : `r${place - 1}`, reason: "elsewhere" }),
    id: `r${place}`,
  }));
  // An even number of them: the first retraction was itself retracted.
  expect(isRetracted([...corrections, ...retractions], "c0")).toBe(false);
  expect(isRetracted([...corrections, ...retractions.slice(1)], "r0")).toBe(true);
  const evidence: Entry[] = corrections.map((each) => ({
    ...{ id: each.id, recordedAt: each.recordedAt, type: "evidence", givenOn: "2023-01-01" },
    ...(each.corrects && { corrects: each.corrects }),
    evidence: [{ kind: "document", title: "A letter", confidential: true }],
  }));
  expect(withoutConfidential(evidence).visible).toEqual([]);
});
