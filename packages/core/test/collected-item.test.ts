import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CollectedItem, isPublic } from "../src/collected-item/collected-item.ts";
import { itemKinds } from "../src/collected-item/item-kinds.ts";
import { personsTold } from "../src/collected-item/persons-told.ts";
import { contentAsTyped, typedContent } from "../src/collected-item/typed-content.ts";
import { writtenValue } from "../src/collected-item/written-value.ts";
import { DomainError } from "../src/domain-error.ts";
import { addItem } from "../src/register/add-item.ts";
import { correctItem } from "../src/register/correct-item.ts";
import { withdrawItem } from "../src/register/withdraw-item.ts";
import { world } from "./example-world.ts";

const context = {
  actor: { id: "e-maes", name: "E. Maes", role: "editor", organizations: [] },
  at: "2015-06-30T08:00:00Z",
  today: "2015-06-30",
  newId: () => "new",
} as const;
const judgment = {
  kind: "judgment",
  issuingBody: "ceoor",
  reference: "JUD-1",
  year: 2014,
  title: { en: "The quarry" },
  content: { court: "Court of appeal", decidedOn: "2014-05-06" },
};

/** The places at which an act refuses. */
function refused(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error.issues.map(({ name = "" }) => name);
    throw error;
  }
  throw new Error("it was not refused");
}

describe("what is collected", () => {
  test("every kind has words for each property and is in the example world", () => {
    for (const { name, content, words } of Object.values(itemKinds)) {
      expect(Object.keys(words), name).toEqual(Object.keys(content.shape));
      expect(world.collectedItems.filter(({ kind }) => kind === name).length, name).toBeGreaterThan(0);
    }
    for (const { source } of world.collectedItems) expect(source?.illustrative).toBe(true);
  });

  test("is refused with the place of each fault in the content of its kind", () => {
    const withContent = (content: object, more: object = {}) => addItem(context, { ...judgment, ...more, content });
    expect(refused(() => withContent({ court: "x" }))).toEqual(["content.decidedOn"]);
    expect(refused(() => withContent({ ...judgment.content, ecli: "BE:1" }))).toEqual(["content.ecli"]);
    expect(refused(() => withContent({ ...judgment.content, colour: "red" }))).toEqual(["content.colour"]);
    const law = { kind: "legalInstrument" };
    expect(refused(() => withContent({ adoptedOn: "2014-02-02", publishedOn: "2014-02-01" }, law))).toEqual([
      "content.publishedOn",
    ]);
    expect(refused(() => withContent({ inForceOn: "2014-02-02", repealedOn: "2013-02-01" }, law))).toEqual([
      "content.repealedOn",
    ]);
    expect(refused(() => addItem(context, { ...judgment, kind: "opinion" }))).toEqual(["kind"]);
  });

  test("a correction keeps what it does not name, and one that changes nothing is refused", () => {
    const item = addItem(context, judgment);
    const corrected = correctItem(context, item, { content: { outcome: "acquitted" } });
    expect(corrected.content).toEqual({ ...judgment.content, outcome: "acquitted" });
    expect(correctItem(context, corrected, { content: { outcome: null } })).toEqual(item);
    expect(() => correctItem(context, item, { year: 2014 })).toThrow("nothing would change");
    expect(refused(() => correctItem(context, item, { kind: "focus" }))).toEqual(["kind"]);
    expect(refused(() => correctItem(context, item, { content: { decidedOn: null } }))).toEqual(["content.decidedOn"]);
    const gone = withdrawItem(context, item, { reason: "It was another case." });
    expect(isPublic(gone)).toBe(false);
    expect(() => correctItem(context, gone, { year: 2013 })).toThrow("was withdrawn");
  });

  test("proceedings are confidential until their judgment is named", () => {
    const content = { reason: { en: "To learn what the law means." } };
    const item = addItem(context, { ...judgment, kind: "legalProceedings", content });
    expect(isPublic(item)).toBe(false);
    expect(isPublic(correctItem(context, item, { content: { judgment: "JUD-1" } }))).toBe(true);
    expect(isPublic(addItem(context, { ...judgment, confidential: true }))).toBe(false);
  });

  test("a case that would tell who a person is is refused, and says where", () => {
    const facts = (text: string, more: object = {}) =>
      refused(() => addItem(context, { ...judgment, kind: "phenomenon", content: { facts: { nl: text }, ...more } }));
    for (const text of [
      "Zij werd gehoord door mevr. Janssens.",
      "Volgens A. Lambert was er geen loon.",
      "Daarna werd Jan Peeters gehoord.",
      "Hij woonde in de Kerkstraat 12 met anderen.",
      "Il logeait rue de la Loi, 16 avec les autres.",
      "He stayed at 12 Green Street for a year.",
      "Zij schreef naar hulp@voorbeeld.be om raad.",
      "Nummer 85.07.30-033.28 stond op het papier.",
      "Zij belde +32 470 12 34 56 en niemand kwam.",
    ])
      expect(facts(text), text).toEqual(["content.facts.nl"]);
    const named = { facts: { nl: "Zij kwam met Sint Niklaas als doel." }, noPersons: ["Sint Niklaas"] };
    expect(addItem(context, { ...judgment, kind: "phenomenon", content: named }).content).toEqual(named);
    expect(facts(named.facts.nl)).toEqual(["content.facts.nl"]);
    const plain =
      "In 2011 werkte een vrouw zes dagen per week voor 1.250 euro. De Federale Politie vond haar op 2011-05-06.";
    expect(personsTold({ text: plain }, [])).toEqual([]);
    const title = { ...judgment, title: { fr: "Madame Dupont" }, kind: "phenomenon", content: named };
    expect(refused(() => addItem(context, title))).toEqual(["title.fr"]);
  });

  test("an address of a mailbox or a number of eleven digits is found wherever it stands", () => {
    const told = (text: string) => personsTold({ text }, []).length;
    const words = fc.array(fc.constantFrom("zij", "werkte", "zonder", "loon", "en"), { maxLength: 8 });
    const hidden = fc.oneof(
      fc.constantFrom("x@y.be", "jan.p@mail.example.org"),
      fc.stringMatching(/^[0-9]{11}$/),
      fc.stringMatching(/^[0-9]{2}\.[0-9]{2}\.[0-9]{2}-[0-9]{3}\.[0-9]{2}$/),
    );
    fc.assert(
      fc.property(words, hidden, words, (before, secret, after) => {
        expect(told([...before, ...after].join(" "))).toBe(0);
        expect(told([...before, secret, ...after].join(" "))).toBe(1);
      }),
      { numRuns: 200 },
    );
  });

  test("a value is written as one text, in the language that is asked for", () => {
    expect(writtenValue({ nl: "straf", fr: "peine" }, "fr")).toBe("peine");
    expect(writtenValue(["a", "b"], "fr")).toBe("a; b");
    expect(writtenValue([{ on: "2014-01-02", what: "hearing" }], undefined)).toBe("2014-01-02: hearing");
    expect(writtenValue(undefined, undefined)).toBe("");
    expect(writtenValue(true, undefined)).toBe("true");
  });

  test("what is typed in a form comes back as it was typed, for every item of the example world", () => {
    for (const { kind, content, reference } of world.collectedItems) {
      const typed = contentAsTyped(kind, content);
      const again = typedContent(kind, (field) => typed.get(field) ?? "", ["nl", "fr", "de", "en"]);
      expect(again, reference).toEqual(content);
    }
    const rows = (text: string) => typedContent("legalProceedings", (field) => (field === "stages" ? text : ""), []);
    expect(rows("2014-01-02 | a | b\n\n2014-01-03")).toEqual({
      stages: [{ on: "2014-01-02", what: "a | b" }, { on: "2014-01-03" }],
    });
  });

  test("an item of a file is held to its kind", () => {
    const [item] = world.collectedItems;
    expect(CollectedItem.safeParse({ ...item, content: { question: { en: "x" } } }).success).toBe(false);
    expect(CollectedItem.safeParse(item).success).toBe(true);
  });
});
