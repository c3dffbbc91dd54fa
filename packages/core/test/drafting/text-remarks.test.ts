import { describe, expect, it } from "vitest";
import { demandsIn } from "../../src/drafting/demands-in.ts";
import { hasTime, textRemarks } from "../../src/drafting/text-remarks.ts";

const codes = (text: Record<string, string>) => textRemarks(text).map(({ code }) => code);

describe("several demands", () => {
  it.each([
    [
      "en",
      "Ratify the convention, and ensure that victims are heard.",
      ["Ratify the convention", "ensure that victims are heard"],
    ],
    ["en", "Adopt and implement a law on reception.", ["Adopt and implement a law on reception"]],
    [
      "en",
      "Abolish the fee for residence, which is high, and publish what was paid.",
      ["Abolish the fee for residence, which is high", "publish what was paid"],
    ],
    [
      "fr",
      "Myria recommande :\n- de créer un registre ;\n- d’adapter la circulaire.",
      ["de créer un registre", "d’adapter la circulaire"],
    ],
    [
      "fr",
      "Le Centre recommande d’adopter une loi qui prévoit :\n- un registre ;\n- une formation.",
      ["Le Centre recommande d’adopter une loi qui prévoit :\n- un registre ;\n- une formation"],
    ],
    [
      "fr",
      "Le ministre doit former les agents de première ligne et créer un registre.",
      ["Le ministre doit former les agents de première ligne", "créer un registre"],
    ],
    [
      "fr",
      "Myria recommande d’adopter et de publier une circulaire, et de la transmettre au parlement.",
      ["Myria recommande d’adopter et de publier une circulaire, et de la transmettre au parlement"],
    ],
    [
      "nl",
      "Myria beveelt aan om: • een register aan te leggen; • de omzendbrief aan te passen.",
      ["een register aan te leggen", "de omzendbrief aan te passen"],
    ],
    [
      "nl",
      "De minister moet een register aanleggen. De cijfers zijn oud. De politie moet ze aanvullen.",
      ["De minister moet een register aanleggen", "De politie moet ze aanvullen"],
    ],
    [
      "de",
      "Der Minister sollte ein Register einrichten. Die Zahlen sind alt.",
      ["Der Minister sollte ein Register einrichten"],
    ],
  ] as const)("%s: %s", (language, text, expected) => {
    expect(demandsIn(text, language)).toEqual(expected);
  });

  it("each is a passage of the text itself", () => {
    const text = "Create a register, publish its figures each year and train the police.";
    for (const demand of demandsIn(text, "en")) expect(text).toContain(demand);
  });
});

describe("what could not be verified", () => {
  it.each([
    [{ en: "Continue its efforts against trafficking." }, true],
    [{ en: "Establish a register of victims." }, false],
    [{ en: "Consider establishing a register of victims." }, true],
    [{ fr: "Le Centre recommande de renforcer la coopération." }, true],
    [{ fr: "Le Centre recommande de créer un registre." }, false],
    [{ nl: "De diensten moeten hun samenwerking versterken." }, true],
    [{ nl: "De minister moet een register oprichten." }, false],
    [{ de: "Die Dienste sollten ihre Zusammenarbeit stärken." }, true],
    [{ de: "Der Minister sollte ein Register einrichten." }, false],
    [{ nl: "De diensten moeten hun samenwerking versterken. De minister moet een register oprichten." }, false],
  ])("%j: %s", (text, isRemarked) => {
    expect(codes(text).includes("nothingVerifiable")).toBe(isRemarked);
  });

  it("a language without words of its own is not judged", () => {
    expect(textRemarks({ el: "Να συνεχίσει τις προσπάθειές του." })).toEqual([]);
  });
});

describe("a time", () => {
  it.each([
    [{ en: "Adopt a law by 2026." }, true],
    [{ en: "Adopt a law within six months." }, true],
    [{ en: "Adopt a law as set out in the annual report." }, false],
    [{ fr: "Adopter une loi avant la fin de la législature." }, true],
    [{ fr: "Adopter une loi d’ici 2026." }, true],
    [{ fr: "Adopter une loi, comme le dit le rapport annuel." }, false],
    [{ nl: "Een wet aannemen tegen 2026." }, true],
    [{ nl: "Een wet aannemen binnen zes maanden." }, true],
    [{ nl: "Een wet aannemen voor slachtoffers." }, false],
    [{ de: "Bis Ende 2026 ein Gesetz verabschieden." }, true],
    [{ de: "Ein Gesetz für Opfer verabschieden." }, false],
    [{ nl: "Een wet aannemen.", fr: "Adopter une loi d’ici 2026." }, true],
  ])("%j: %s", (text, isTimed) => {
    expect(hasTime(text)).toBe(isTimed);
  });
});
