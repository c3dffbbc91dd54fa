import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { messages } from "../src/language/message.ts";

/** The placeholders of a message, and the choices that it makes by each. */
function placeholdersOf(text: string): string[] {
  const found = new Set<string>();
  let depth = 0;
  for (const [sign, name, kind] of text.matchAll(/\{(?:(\w+)(?:, (\w+))?)?|\}/g)) {
    if (sign === "}") depth--;
    else {
      // In a choice, the words of each case stand at an odd depth: what they begin with is no placeholder.
      if (depth % 2 === 0 && name !== undefined) found.add(`${name}${kind === undefined ? "" : ` ${kind}`}`);
      depth++;
    }
  }
  expect(depth, text).toBe(0);
  return [...found].sort();
}

const { en, ...others } = messages;

test.each(Object.keys(others) as (keyof typeof others)[])(
  "%s has every message, with the same placeholders",
  (language) => {
    expect(Object.keys(others[language]).sort()).toEqual(Object.keys(en).sort());
    for (const [key, text] of Object.entries(en))
      expect(placeholdersOf(others[language][key as keyof typeof en]), key).toEqual(placeholdersOf(text));
  },
);

test("no message of another language was left in English", () => {
  const same = Object.entries(en).filter(
    ([key, text]) =>
      text.split(" ").length > 3 && Object.values(others).some((each) => each[key as keyof typeof en] === text),
  );
  expect(same).toEqual([]);
});

/** The other words for one thing, which docs/domain-language.md leaves out. */
const otherWords: Readonly<Record<string, RegExp>> = {
  nl: /\b(rapport(en)?|bestemmeling(en)?|werkmap(pen)?|beloften?|facultatief|bekendgemaakt|vervaldat\w+|einddat\w+|claimen|geclaimd)\b/i,
  fr: /organes? émetteurs?/i,
  de: /Empfängern?\b/,
};

test.each(Object.keys(otherWords))("no text in %s has another word for a thing", (language) => {
  const packages = new URL("../../", import.meta.url);
  const files = ["core", "cli", "portal"].flatMap((name) =>
    readdirSync(new URL(`${name}/src/`, packages), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(`/${language}.ts`))
      .map((file) => new URL(`${name}/src/${file}`, packages)),
  );
  expect(files.length).toBeGreaterThan(15);
  const lines = files.flatMap((file) => readFileSync(file, "utf8").split("\n"));
  expect(lines.filter((line) => otherWords[language]?.test(line))).toEqual([]);
});
