import { expect, test } from "vitest";
import { sayIn, shown } from "../src/language/say.ts";

test("a sign that turns the direction of a text, or that no reader sees, is shown by its name", () => {
  expect(shown("gnp.\u202Efdp\u202C \u0007")).toBe("gnp.<U+202E>fdp<U+202C> <U+0007>");
  expect(sayIn("nl").text({ nl: "a\u2067b" })).toEqual({ text: "a<U+2067>b" });
});

test("a text is in the reader's language, or else in an authentic one, or else in any, and tells which", () => {
  const { text } = sayIn("de");
  expect(text({ de: "Justiz", en: "Justice" })).toEqual({ text: "Justiz" });
  expect(text({ nl: "Justitie", en: "Justice" }, ["nl"])).toEqual({ text: "Justitie", lang: "nl" });
  expect(text({ nl: "Justitie", fr: "Justice" })).toEqual({ text: "Justice", lang: "fr" });
  expect(text({ sv: "Rättvisa" })).toEqual({ text: "Rättvisa", lang: "sv" });
});
