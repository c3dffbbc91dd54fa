import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { functionFile, type Rule, ruleGroups, rules, testFile } from "../../src/index.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const all = Object.entries(rules) as [string, Rule][];

test("each rule has one number, and none is left out between two", () => {
  expect(Object.values(ruleGroups).flatMap((group) => Object.keys(group))).toHaveLength(all.length);
  const numbers = (series: string) =>
    all.map(([number]) => number).filter((number) => number.startsWith(series) && /\d$/.test(number));
  for (const series of ["R", "D"])
    expect(numbers(series)).toEqual(numbers(series).map((_, index) => `${series}${index + 1}`));
});

test("each rule is told in four languages, in one to five short sentences", () => {
  for (const [number, { title, text, source }] of all) {
    expect(source, number).not.toBe("");
    for (const each of [title, text])
      for (const language of ["en", "fr", "nl", "de"] as const)
        expect(each[language], `${number} ${language}`).toMatch(/^\S.*\S$/);
    for (const sentences of Object.values(text)) {
      expect(sentences, number).toMatch(/\.$/);
      expect(sentences.length, `${number}: ${sentences}`).toBeLessThan(560);
    }
    expect(new Set(Object.values(text)).size, number).toBe(4);
  }
});

describe("each rule is held", () => {
  test.each(all)("%s", (_, { open, ...held }) => {
    // What is open may have nothing yet; what is not has both.
    if (open === undefined) expect(Object.keys(held)).toEqual(expect.arrayContaining(["function", "test"]));
    if (held.function !== undefined) {
      const file = textOf(functionFile(held.function));
      expect(file).toMatch(
        new RegExp(`^export (async )?(function\\*?|const|class) ${afterHash(held.function)}\\b`, "m"),
      );
    }
    if (held.test !== undefined)
      expect(textOf(testFile(held.test)).includes(`"${afterHash(held.test)}`), held.test).toBe(true);
  });

  function textOf(file: string): string {
    expect(existsSync(root + file), file).toBe(true);
    return readFileSync(root + file, "utf8");
  }

  function afterHash(of: string): string {
    return of.slice(of.indexOf("#") + 1);
  }
});
