import fc from "fast-check";
import { expect, test } from "vitest";
import { similarity, weightOf } from "../../src/drafting/similarity.ts";

const words = fc.uniqueArray(fc.constantFrom("register", "victims", "police", "law", "training", "court"), {
  minLength: 1,
});
const weight = (word: string) => word.length;

test("similarity is of two, from 0 to 1, and 1 for the same words in any order", () => {
  fc.assert(
    fc.property(words, words, (one, other) => {
      const near = similarity(one, other, weight);
      expect(near).toBeGreaterThanOrEqual(0);
      expect(near).toBeLessThanOrEqual(1 + 1e-9);
      expect(near).toBeCloseTo(similarity(other, one, weight), 9);
      expect(similarity(one, one.toReversed(), weight)).toBeCloseTo(1, 9);
      expect(near === 0).toBe(!one.some((word) => other.includes(word)));
    }),
  );
});

test("the rarer a word, the more it weighs", () => {
  expect(weightOf(1, 10_000)).toBeGreaterThan(weightOf(100, 10_000));
  expect(weightOf(10_000, 10_000)).toBe(1);
});
