import { expect, test } from "vitest";
import { shownLanguage, textIn } from "../../src/localized-text.ts";

test("a text is shown in the asked language, or else in an authentic one of its report, or else by one order", () => {
  const texts = { en: "figures", nl: "cijfers", sv: "siffror" };
  expect(textIn(texts, "nl", ["sv"])).toBe("cijfers");
  expect(textIn(texts, "de", ["fr", "sv"])).toBe("siffror");
  expect(textIn(texts, "de", ["fr"])).toBe("figures");
  expect(textIn(texts, "de")).toBe("figures");
  // Nobody asked for a language: English, and else what the report is written in.
  expect(textIn(texts, undefined, ["sv"])).toBe("figures");
  expect(textIn({ nl: "cijfers", sv: "siffror" }, undefined, ["sv"])).toBe("siffror");
  expect(shownLanguage({ sv: "siffror" }, "de")).toBe("sv");
  expect(textIn({}, "de")).toBe("");
});
