import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { refData } from "../../src/ref-data/labels.ts";
import type { Rule } from "../../src/rules/rule.ts";
import { heldBy, ruleGroups, rules } from "../../src/rules/rules.ts";

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

/** Words of other meanings, or other than those of the labels, that texts had: each with the word to use. */
const otherWords = {
  en: [/\btak(e|es|en) back\b|\btook back\b/],
  fr: [/mise à jour/, /brouillon/i, /promesse/, /\bcorrespondance(?<!table de correspondance)/, /\blibéré/i],
  nl: [/bijwerking/i, /\bconcept/i, /\binstellingen\b/i, /iemand verschuldigd/, /\bof mede\b/],
  de: [/Aktualisierung/, /\bBefund/, /\bEntscheid\b/, /entbunden/i],
} as const;

test("each rule uses the words of the labels, and none that a reader takes for something else", () => {
  for (const [number, { title, text }] of all)
    for (const [language, words] of Object.entries(otherWords) as [keyof typeof otherWords, readonly RegExp[]][])
      for (const word of words) expect(`${title[language]} ${text[language]}`, number).not.toMatch(word);
  expect(refData.role.joint).toMatchObject({ nl: "Medegeadresseerde", fr: "Destinataire conjoint" });
  expect(refData.timeliness.released).toMatchObject({ fr: "Obligation levée", de: "Pflicht entfallen" });
});

describe("each rule is held", () => {
  test.each(all)("%s", (_, rule) => {
    const { implementedBy, test: tested } = heldBy(rule);
    // An open rule may have no function and test yet; any other rule has both.
    if (rule.open === undefined) expect([implementedBy, tested]).not.toContain(undefined);
    if (implementedBy !== undefined) {
      const [file, place] = placeOf(implementedBy);
      const [name = "", method] = place.split(".");
      expect(file, implementedBy).toMatch(new RegExp(`^export (async )?(function\\*?|const|class) ${name}\\b`, "m"));
      if (method !== undefined) expect(file, implementedBy).toMatch(new RegExp(`^  (private |get )?${method}\\(`, "m"));
    }
    if (tested !== undefined) {
      const [file, name] = placeOf(tested);
      expect(file.includes(`"${name}`), tested).toBe(true);
    }
  });

  /** The text of the file, and the name that is looked for in it. */
  function placeOf(place: string): [string, string] {
    const [file = "", name = ""] = place.split("#");
    expect(existsSync(root + file), file).toBe(true);
    return [readFileSync(root + file, "utf8"), name];
  }
});
