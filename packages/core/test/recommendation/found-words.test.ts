import fc from "fast-check";
import { expect, test } from "vitest";
import { foundWords } from "../../src/recommendation/found-words.ts";
import { wordsOf } from "../../src/recommendation/words.ts";

const marked = (text: string, words: string) =>
  foundWords(words, [{ fr: text }])
    .fr?.map((piece) => (piece.found ? `[${piece.text}]` : piece.text))
    .join("");

test.each([
  ["Compter les victimes.", "VICTIMES", "Compter les [victimes]."],
  ["Accueil des mineurs étrangers", "etrangers accueil", "[Accueil] des mineurs [étrangers]"],
  ["L’enquête de l'Office", "enquete", "L’[enquête] de l'Office"],
  ["Das Opfer heißt", "heisst", "Das Opfer [heißt]"],
  ["Geïntegreerde aanpak", "geintegreerde", "[Geïntegreerde] aanpak"],
  ["cœur", "coeur", "[cœur]"],
  ["vic\u00adtims", "victims", "[vic\u00adtims]"],
  ["chiffres", "chiffre", undefined],
])("%s has %s as %s", (text, words, shown) => {
  expect(marked(text, words)).toBe(shown);
});

test("a long text gives a passage around the first word, which begins and ends with a word", () => {
  const filler = "Lorem ipsum dolor sit amet. ".repeat(40);
  const { fr = [] } = foundWords("victimes", [{ nl: "Tellen" }, { fr: `${filler}les victimes ${filler}` }]);
  const text = fr.map((piece) => piece.text).join("");
  expect(text).toMatch(/^…\w+ .* les victimes .*\w+…$/);
  expect(text.length).toBeLessThan(280);
  expect(fr.filter(({ found }) => found)).toEqual([{ text: "victimes", found: true }]);
});

test("the title comes before the text, in each language that has a word", () => {
  expect(
    Object.keys(
      foundWords("office", [
        { en: "An office", fr: "Un bureau" },
        { en: "office", fr: "l'office" },
      ]),
    ),
  ).toEqual(["en", "fr"]);
  expect(foundWords("office", [undefined, undefined])).toEqual({});
});

test("a text of one very long word, or with pairs of signs, is cut nowhere within a sign", () => {
  const { en = [] } = foundWords("victims", [{ en: `${"😀".repeat(300)} victims ${"😀".repeat(300)}` }]);
  for (const { text } of en) expect(text).not.toMatch(/\p{Surrogate}/u);
});

test("each word of a text is found in it, in whatever script and with whatever signs between", () => {
  const sign = fc.constantFrom(..."aZéße\u0301\u00ad\u200c\u200dﬁœÆΣσςıİم\u0651ك\u0300क\u094dष７'’`- .,\n\u00a0");
  fc.assert(
    fc.property(fc.string({ unit: sign, maxLength: 30 }), (text) => {
      for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d]+/gu))
        if (wordsOf(word).length > 0) expect(foundWords(word, [{ fr: text }]).fr).toBeDefined();
    }),
    { numRuns: 1000 },
  );
});
