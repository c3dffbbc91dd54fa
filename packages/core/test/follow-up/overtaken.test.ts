import { expect, test } from "vitest";
import { withAmendedBy } from "../../src/follow-up/entries/amended-by.ts";
import { Entry } from "../../src/index.ts";

const base = { givenOn: "2020-01-01", recordedAt: "2020-01-01T10:00:00Z" };
const response = (id: string, more: object = {}) =>
  Entry.parse({ ...base, id, type: "response", position: "accepted", ...more });
const retraction = (id: string, retracts: string) =>
  Entry.parse({ ...base, id, type: "retraction", retracts, reason: "wrong follow-up" });

function marks(entries: Entry[]) {
  return Object.fromEntries(
    withAmendedBy(entries).map(({ id, correctedBy, retractedBy }) => [id, correctedBy ?? retractedBy]),
  );
}

test("what was corrected or retracted names what overtook it (R12)", () => {
  expect(marks([response("a"), response("b", { corrects: "a" }), response("c"), retraction("d", "c")])).toEqual({
    a: "b",
    b: undefined,
    c: "d",
    d: undefined,
  });
});

test("a retraction that was retracted overtakes nothing, and neither does a correction", () => {
  expect(marks([response("a"), retraction("b", "a"), retraction("c", "b")])).toEqual({
    a: undefined,
    b: "c",
    c: undefined,
  });
  expect(marks([response("a"), response("b", { corrects: "a" }), retraction("c", "b")]).b).toBe("c");
});
