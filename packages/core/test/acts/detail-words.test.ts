import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { z } from "zod";
import { parseInput } from "../../src/acting/parse-input.ts";
import { acts } from "../../src/acts/acts.ts";
import { actWarnings } from "../../src/acts/warnings.ts";
import type { Entry } from "../../src/follow-up/entries/entry.ts";
import { DomainError, defaultSettings } from "../../src/index.ts";
import { detailIn } from "../../src/wording/details/detail-in.ts";
import { detailWords } from "../../src/wording/details/detail-words.ts";
import { registerDetailWords } from "../../src/wording/details/register-detail-words.ts";
import { worldCases } from "../example-world.ts";

const languages = ["nl", "fr", "de"] as const;

/** What is told of an input that an act does not take. */
function detailsOf(schema: z.ZodType, input: unknown): string[] {
  try {
    parseInput(schema, input);
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.issues.map(({ detail }) => detail);
  }
}

/** Values that hardly anything takes. */
const wrong = ["", " ", "nothing", "2015-02-30", "1", "x".repeat(2_001), 0.5, -1, 10_000_000, true, [], [{}], {}, null];

test.each(Object.entries(acts))("what the schema of %s refuses is told in each language", (_, { input }) => {
  const names = Object.keys((input as z.ZodObject).shape);
  const details = new Set([
    ...detailsOf(input, {}),
    ...detailsOf(input, { nothing: 1 }),
    ...names.flatMap((name) => wrong.flatMap((value) => detailsOf(input, { [name]: value }))),
  ]);
  expect(details.size).toBeGreaterThan(1);
  for (const detail of details)
    for (const language of languages) expect(detailIn(detail, language), detail).not.toBe(detail);
});

test("a detail has what was given in each language, and stays in English where there are no words", () => {
  expect(detailIn('"maybe" is not one of accepted, rejected', "nl")).toBe('"maybe" is geen van accepted, rejected');
  expect(detailIn("today is 2015-06-30", "de")).toBe("heute ist 2015-06-30");
  expect(detailIn("is missing", "en")).toBe("is missing");
  expect(detailIn("something else", "fr")).toBe("something else");
  for (const words of [...detailWords, ...registerDetailWords])
    for (const language of languages)
      expect(words[language].match(/\{\d\}/g), words.en).toEqual(words.en.match(/\{\d\}/g));
});

test("the warning on a level without a timeline is told in each language", () => {
  const [found] = [...worldCases.values()];
  if (found === undefined) throw new Error("the world has no case");
  const entry = { type: "progressUpdate", id: "new", level: "underWay" } as unknown as Entry;
  const made = {
    ...entry,
    givenOn: "2015-06-30",
    recordedAt: "2015-06-30T08:00:00Z",
    reportingYear: 2014,
    evidence: [],
  };
  for (const { detail } of actWarnings(found, [made as Entry], "2015-06-30", defaultSettings))
    for (const language of languages) expect(detailIn(detail, language)).not.toBe(detail);
});

/** What a form may be refused for, as the source has it: texts of issues, and of refusals by what was given. */
const told =
  /(?:\b(?:detail|message): ?|new DomainError\(\s*"(?:invalidInput|duplicateReference)",\s*)(?:"((?:[^"\\]|\\.)+)"|`([^`$]*\$\{[^`]*)`)/g;

/** Those that are made of other ones. */
const holdsAnother =
  /^(?:X: X|X on X|X is the older one: X|X was due X X|another recommendation of the report X |this open promise|where the addressee said it: X X)/;

test("what the register, its sections and what is collected refuse is told in each language", () => {
  const source = join(import.meta.dirname, "../../src");
  const folders = ["register", "acts", "collected-item", "report-section", "recommendation-standing", "cycle", "users"];
  const files = folders.flatMap((folder) =>
    readdirSync(join(source, folder), { recursive: true }).map((file) => join(folder, String(file))),
  );
  const untold = files
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) =>
      [...readFileSync(join(source, file), "utf8").matchAll(told)]
        .map(([, plain, filled = ""]) => plain ?? filled.replaceAll(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, "X"))
        .filter((detail) => !holdsAnother.test(detail))
        .filter((detail) => languages.some((language) => detailIn(detail, language) === detail))
        .map((detail) => `${file}: ${detail}`),
    );
  expect(untold).toEqual([]);
});

test("a detail after another one is told in the same language", () => {
  expect(detailIn('fr, line 3: no block is called "x"; these are: items, item', "nl")).toBe(
    'fr, regel 3: er is geen blok "x"; er zijn: items, item',
  );
  expect(detailIn('nl, line 1: kind "verdict" is not one of judgment, focus', "fr")).toBe(
    'nl, ligne 1 : kind "verdict" n’est aucune des valeurs judgment, focus',
  );
});
