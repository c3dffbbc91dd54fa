import fc from "fast-check";
import { expect, test } from "vitest";
import { reasonCodes } from "../../src/follow-up/reason.ts";
import { project } from "../../src/follow-up/standing/projection.ts";
import { explain } from "../../src/index.ts";
import { reasonText } from "../../src/wording/explain.ts";
import { aFollowUp, claimed, closed, found, given, promised } from "../builders.ts";
import { followUpCases, generatedSettings as settings } from "../case-generator.ts";

/** Too rare among the generated ones. */
const replacing = aFollowUp([
  promised("2022-12-01", "2023-03-31", "first"),
  promised("2023-02-01", "2024-03-31", "second"),
  given("commitmentOutcome", "2023-02-02", { commitment: "first", outcome: "replaced", replacedBy: "second" }),
]);
const reopened = aFollowUp([
  promised("2022-12-01", "2023-01-31"),
  claimed("2023-02-20"),
  found("2023-03-12", "fullyImplemented", "2023-02-20"),
  closed("2023-04-20", "implemented"),
  given("reopening", "2023-05-01", { reason: "an error" }),
]);

test("every reason of every standing is a sentence with its values and its rule, in each language", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(followUpCases, (followUpCase) => {
      const { owed, standings } = project(followUpCase, settings);
      for (const reason of [...owed, ...standings].flatMap(({ reasons }) => reasons)) {
        seen.add(reason.code);
        expect(explain(reason)).toMatch(/^[a-z].+ \((R|D|decision )\d+a?\)$/);
        for (const language of ["en", "fr", "nl", "de"] as const) {
          const sentence = reasonText(reason, language);
          expect(sentence).toMatch(/^[a-zé].+[^.]$/);
          expect(sentence).not.toMatch(/undefined|NaN|\[object/);
        }
      }
    }),
    { numRuns: 800, seed: 20_261_126, examples: [[replacing], [reopened]] },
  );
  expect([...reasonCodes].filter((code) => !seen.has(code))).toEqual([]);
});
