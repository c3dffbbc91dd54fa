import stringWidth from "string-width";
import { expect, test } from "vitest";
import { cutTo, widthOf } from "../src/process/text-width.ts";

test("a text is as wide as the tables of Unicode tell, plain or not", () => {
  const signs = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code));
  const texts = [...signs, ...signs.map((sign) => `é${sign}e`), "漢字", "👍🏽!", "\u001b[1mbold\u001b[22m"];
  expect(texts.filter((text) => widthOf(text) !== stringWidth(text))).toEqual([]);
});

test("only what is too wide is cut, signs of two columns too", () => {
  expect(cutTo("Fuite des données", 17)).toBe("Fuite des données");
  expect(cutTo("Fuite des données", 10)).toBe("Fuite …");
  expect(cutTo("漢字漢字", 5)).toBe("漢字…");
});
