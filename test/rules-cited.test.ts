import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { rules } from "../packages/core/src/rules/rules.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Everything that people write and read here: code, tests, docs, examples; not what is generated or comes from
 * elsewhere.
 */
const files = ["packages", "docs", "scripts", "test", "bench", "examples", "README.md", "CHANGELOG.md"]
  .flatMap((name) =>
    name.endsWith(".md")
      ? [name]
      : readdirSync(join(root, name), { recursive: true, encoding: "utf8" }).map((file) => join(name, file)),
  )
  .filter((name) => /\.(tsx?|mts|mjs|cjs|md|ya?ml|prisma|sh)$/.test(name))
  .filter((name) => !/(^|\/)(node_modules|dist|generated|migrations)\/|rules-cited\.test/.test(name));
const texts = files.map((name): [string, string] => [name, readFileSync(join(root, name), "utf8")]);

/** A number in a sentence or in quotes: not a cell (R1C1), an id (r1), a part of a word or a reference of an example. */
const cited = /(?<![\w./`'#&-])[RD]\d{1,2}[a-z]?(?![\w(])/g;

test("every rule that is cited is in the table", () => {
  const unknown = texts.flatMap(([name, text]) =>
    [...text.matchAll(cited)].filter(([number]) => !(number in rules)).map(([number]) => `${name}: ${number}`),
  );
  expect(unknown).toEqual([]);
  const numbers = new Set(texts.flatMap(([, text]) => [...text.matchAll(cited)].map(([number]) => number)));
  expect(numbers.size).toBeGreaterThan(40);
});

test("nothing cites a page outside the repository, or a number that is no rule's", () => {
  const outside =
    /\b(decision|ruling)s? \d{1,2}(?!\d)|\b(domain|decisions|rulings|service|field|belgif|architecture|models|stack)\.md\b|\(habit \d/gi;
  expect(texts.flatMap(([name, text]) => [...text.matchAll(outside)].map(([words]) => `${name}: ${words}`))).toEqual(
    [],
  );
});

test("every record of a decision that is cited is there", () => {
  const records = new Set(readdirSync(join(root, "docs", "decisions")).map((name) => name.slice(0, 4)));
  const gone = texts.flatMap(([name, text]) =>
    [...text.matchAll(/docs\/decisions\/(\d{4})/g)]
      .filter(([, number = ""]) => !records.has(number))
      .map(([words]) => `${name}: ${words}`),
  );
  expect(gone).toEqual([]);
});
