import { expect, test } from "vitest";
import { overallReasonCodes, type Reason, reasonCodes } from "../../src/follow-up/reason.ts";
import { refData } from "../../src/ref-data/labels.ts";
import { reasonText } from "../../src/wording/explain.ts";

const languages = ["en", "fr", "nl", "de"] as const;

test("every code of every list has a label in each language", () => {
  for (const [list, codes] of Object.entries(refData))
    for (const [code, label] of Object.entries(codes))
      for (const language of languages) expect(label[language], `${list} ${code}`).toMatch(/^\p{Lu}.+$/u);
});

test.each([...reasonCodes, ...overallReasonCodes])(
  "the reason %s has a sentence of its own in each language",
  (code) => {
    const reason: Reason = { rule: "R1", code, facts: { level: "underWay", lowest: "announced", unassessed: 2 } };
    const sentences = languages.map((language) => reasonText(reason, language));
    expect(new Set(sentences).size).toBe(languages.length);
  },
);
