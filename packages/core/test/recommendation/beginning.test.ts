import { expect, test } from "vitest";
import { beginningOf } from "../../src/recommendation/beginning.ts";

test("a short text is its own beginning, in one line", () => {
  expect(beginningOf({ en: " Count the\n victims. ", fr: "Comptez." })).toEqual({
    en: "Count the victims.",
    fr: "Comptez.",
  });
});

test("a long text ends after a word, with an ellipsis", () => {
  const { en = "" } = beginningOf({ en: "Ratify the conventions, ".repeat(50) });
  expect(en).toMatch(/^(Ratify the conventions, )+.*(Ratify|the|conventions)…$/);
  expect(en.length).toBeLessThanOrEqual(141);
  expect(en.length).toBeGreaterThan(120);
});

test("a text without spaces is cut between signs, never within one", () => {
  const { en = "" } = beginningOf({ en: "😀".repeat(200) });
  expect(en).toBe(`${"😀".repeat(140)}…`);
  expect(beginningOf({ en: "\n".repeat(5000) }).en).toBe("…");
});
