import { expect, test } from "vitest";
import { colon, semicolons, typeset, typesetAll } from "../../src/wording/typeset.ts";

test("French never breaks a line before its tall punctuation, and other languages stay as they are", () => {
  expect(typeset("fr", "Ce qui reste : 3 sur 4 (75 %) ; quoi ? « tout » !")).toBe(
    "Ce qui reste\u00a0: 3 sur 4 (75\u00a0%)\u202f; quoi\u202f? «\u00a0tout\u00a0»\u202f!",
  );
  // An address, a time and what has no space before it are no punctuation of a sentence.
  expect(typeset("fr", "voir https://example.org/a?b=c à 14:30")).toBe("voir https://example.org/a?b=c à 14:30");
  expect(typeset("nl", "Wat blijft: 3 van 4 (75 %)")).toBe("Wat blijft: 3 van 4 (75 %)");
});

test("what is joined has the signs of its language", () => {
  expect(colon("fr")).toBe("\u00a0: ");
  expect(colon("de")).toBe(": ");
  expect(semicolons("fr", ["un", "deux"])).toBe("un\u202f; deux");
  expect(semicolons("en", ["one", "two"])).toBe("one; two");
});

test("sentences that are functions have their spaces in what they become", () => {
  const words = typesetAll("fr", { one: "quoi ?", list: ["a ;"], deep: { of: (count: number) => `reste : ${count}` } });
  expect(words.one).toBe("quoi\u202f?");
  expect(words.list).toEqual(["a\u202f;"]);
  expect(words.deep.of(2)).toBe("reste\u00a0: 2");
});
