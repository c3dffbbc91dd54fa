import { describe, expect, test } from "vitest";
import { DomainError } from "../src/index.ts";
import { addSection } from "../src/register/add-section.ts";
import { correctSection } from "../src/register/correct-section.ts";
import type { RegisterContext } from "../src/register/register-act.ts";
import { withdrawSection } from "../src/register/withdraw-section.ts";
import { Report } from "../src/report/report.ts";
import { isPublishable, type ReportSection } from "../src/report-section/report-section.ts";
import { readSectionText } from "../src/report-section/section-text.ts";
import { inOrder, sectionTree } from "../src/report-section/section-tree.ts";

const report = Report.parse({
  id: "r",
  reference: "2024",
  issuingBody: "centre",
  reportingYear: 2024,
  status: "draft",
});

let ids = 0;
function at(moment: string): RegisterContext {
  ids += 1;
  const id = `s${ids}`;
  return {
    actor: { id: "e", name: "E. Maes", role: "editor", organizations: [] },
    ...{ at: `${moment}T08:00:00Z`, today: moment, newId: () => id },
  } as RegisterContext;
}

const texts = { title: { nl: "Rechtspraak", fr: "Jurisprudence" }, authenticLanguage: "nl" };

function added(reference: string, sections: readonly ReportSection[] = [], more: object = {}): ReportSection {
  return addSection(at("2025-03-01"), report, sections, { reference, ...texts, ...more });
}

function refused(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error.issues.map(({ name, detail }) => `${name}: ${detail}`);
    throw error;
  }
  return [];
}

function faultsIn(text: string): string[] {
  return readSectionText(text).faults.map(({ line, detail }) => `${line} ${detail}`);
}

describe("the text of a section", () => {
  test("is paragraphs, lists, quotes, links and footnotes below headings", () => {
    const { whole, faults } = readSectionText(
      "One **law**\nand *another*.[^a]\n\n# What we found\n\n1. [The act](https://example.org/act)\n\n## Deeper\n\n> Said.\n\n[^a]: Of 2011.",
    );
    expect(faults).toEqual([]);
    const word = (text: string) => ({ kind: "text", text });
    expect(whole.blocks).toEqual([
      {
        kind: "paragraph",
        content: [
          word("One "),
          { kind: "strong", content: [word("law")] },
          word(" and "),
          { kind: "emphasis", content: [word("another")] },
          word("."),
          { kind: "footnote", content: [word("Of 2011.")] },
        ],
      },
    ]);
    const [found] = whole.parts;
    expect(found).toMatchObject({ title: "What we found", parts: [{ title: "Deeper", parts: [] }] });
    expect(found?.blocks).toEqual([
      {
        ...{ kind: "list", ordered: true },
        items: [[{ kind: "link", href: "https://example.org/act", content: [word("The act")] }]],
      },
    ]);
  });

  test("asks the record by a fence", () => {
    const { whole } = readSectionText('Before.\n\n```heed items kind=judgment theme="forced labour"\nThe year\n```');
    expect(whole.blocks[1]).toEqual({
      ...{ kind: "asked", line: 3 },
      asked: { name: "items", kind: "judgment", theme: "forced labour", caption: "The year" },
    });
  });

  test("tells what cannot be printed, with its line", () => {
    expect(faultsIn("Sound.\n\n<b>bold</b>")).toEqual(["3 HTML is not taken", "3 HTML is not taken"]);
    // What takes a reader of Markdown long, or to the end of its stack, is refused before it is read.
    for (const deep of ["> ".repeat(40_000), "- ".repeat(2_000), `${" ".repeat(30)}- x`])
      expect(faultsIn(`Sound.\n${deep}x`)).toEqual(["2 quotes and lists stand within each other more than 10 deep"]);
    expect(faultsIn(`Sound.\n\n${"*a_".repeat(4_000)}`)).toEqual([
      "3 a paragraph has more than 250 signs such as * or [",
    ]);
    expect(faultsIn("![A picture](x.png)")).toEqual(["1 a picture is not taken"]);
    expect(faultsIn("[here](javascript:alert)")[0]).toMatch(/^1 the address javascript:alert must/);
    expect(faultsIn("[^a]: nobody names it")).toEqual(["1 no place names the footnote a"]);
    expect(faultsIn("- one\n  - two")).toEqual(["2 an item of a list is one paragraph"]);
    expect(faultsIn("```heed itmes\n```")[0]).toMatch(/^1 no block is called "itmes"; these are: items/);
    expect(faultsIn("```heed items kind=verdict\n```")[0]).toMatch(/^1 kind /);
    expect(faultsIn("```heed items colour=red\n```")[0]).toMatch(/^1 .*colour/);
    expect(faultsIn("Said.\n\nSo:\n| a | b |\n|---|---|\n| 1 | 2 |")).toEqual([
      "4 a table is not taken; a block from the record gives one",
    ]);
    expect(faultsIn("a | b\n--- | ---\n1 | 2")[0]).toMatch(/^2 a table/);
    expect(faultsIn("Either a | b, or none.")).toEqual([]);
    expect(faultsIn("```js\n1\n```")[0]).toMatch(/^1 code has no place/);
  });
});

describe("a section", () => {
  test("is refused with the language and the line of what cannot be printed", () => {
    expect(refused(() => added("x", [], { text: { fr: "Bien.\n\n```heed nothing\n```" } }))[0]).toMatch(
      /^text\.fr: fr, line 3: no block is called "nothing"/,
    );
    expect(refused(() => added("x", [], { authenticLanguage: "de" }))[0]).toMatch(/^title\.de: is missing/);
  });

  test("stands in a tree, where it moves and is not below itself", () => {
    const one = added("one");
    const two = added("two", [one], { parent: "ONE" });
    const three = added("three", [one, two]);
    const all = [three, two, one];
    const shown = (sections: readonly ReportSection[]) =>
      inOrder(sectionTree(sections)).map(({ section, depth }) => `${depth} ${section.reference}`);
    expect(shown(all)).toEqual(["0 one", "1 two", "0 three"]);
    const moved = correctSection(at("2025-03-02"), three, all, { position: 0 });
    expect(shown([one, two, moved])).toEqual(["0 three", "0 one", "1 two"]);
    expect(refused(() => correctSection(at("2025-03-02"), one, all, { parent: "two" }))[0]).toMatch(/^parent: /);
    expect(refused(() => added("ONE", all))[0]).toMatch(/^reference: /);
    expect(refused(() => added("four", all, { parent: "nowhere" }))[0]).toMatch(/^parent: no section/);
    expect(() => withdrawSection(at("2025-03-02"), one, all, { reason: "Old." })).toThrow(/two: move or withdraw/);
    const gone = withdrawSection(at("2025-03-02"), two, all, { reason: "Old." });
    expect(shown([one, gone, three])).toEqual(["0 one", "0 three"]);
    expect(() => correctSection(at("2025-03-02"), gone, all, { state: "final" })).toThrow(/was withdrawn/);
  });

  test("has a stale translation once the authentic text changed, until it is written or compared again", () => {
    const first = added("law", [], { text: { nl: "Een.", fr: "Un." }, state: "final" });
    expect([first.stale, isPublishable(first)]).toEqual([[], true]);
    const changed = correctSection(at("2025-03-05"), first, [first], { text: { nl: "Twee." } });
    expect(changed.stale).toEqual(["fr"]);
    const other = correctSection(at("2025-03-06"), changed, [changed], { state: "reviewed" });
    expect([other.stale, isPublishable(other)]).toEqual([["fr"], false]);
    const translated = correctSection(at("2025-03-07"), other, [other], { text: { fr: "Deux." } });
    expect(translated.stale).toEqual([]);
    const compared = correctSection(at("2025-03-07"), other, [other], { translationsChecked: ["fr"] });
    expect([compared.stale, compared.text]).toEqual([[], { nl: "Twee.", fr: "Un." }]);
    expect(() => correctSection(at("2025-03-08"), compared, [compared], { state: "reviewed" })).toThrow(/nothing/);
  });
});
