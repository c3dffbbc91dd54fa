import fc from "fast-check";
import { expect, test } from "vitest";
import { maybeSamePerson } from "../../src/acts/same-person.ts";
import { lookAlikeName, searchableName } from "../../src/organization/organization.ts";

test("a letter of another script that looks like a Latin one is that letter", () => {
  for (const [disguised, name] of [
    ["E. M\u0430es", "E. Maes"],
    ["Ju\u0455t", "Just"],
    ["\u0392. Peeters", "B. Peeters"],
    ["\u041d\u039d\u03a5", "HNY"],
    ["M\u0430\u0301rta", "M\u00e1rta"],
    ["\uff2daes", "Maes"],
  ] as const)
    expect(lookAlikeName(disguised)).toBe(searchableName(name));
  for (const name of ["E. Maes", "Ministère de l'Œuvre", "Ωmega", "Юрий"])
    expect(lookAlikeName(`${name}x`)).not.toBe(lookAlikeName(name));
});

test("a Latin name keeps its form", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzéèßœ ABCXYZ-.") }), (name) => {
      expect(lookAlikeName(name)).toBe(searchableName(name));
    }),
  );
});

test("the same person under letters that look alike is the same person (R7, D6)", () => {
  expect(maybeSamePerson("A. L\u0430mbert", "Anne Lambert")).toBe(true);
  expect(maybeSamePerson("A. L\u0430mbert", "B. Peeters")).toBe(false);
  expect(maybeSamePerson("\u039d\u03af\u03ba\u03bf\u03c2", "\u039d\u0399\u039a\u039f\u03a3")).toBe(true);
});
