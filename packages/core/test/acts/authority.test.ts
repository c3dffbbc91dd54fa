import { describe, expect, test } from "vitest";
import type { FindBodies, NamedBody } from "../../src/acts/named-body.ts";
import { type Entry, defaultSettings as settings } from "../../src/index.ts";
import { aFollowUp, answered, given, movedTo, promised } from "../builders.ts";
import { attempt, context, refusal } from "./acting.ts";

const labour: NamedBody = {
  id: "labour",
  lineage: new Set(["labour", "employment"]),
  names: ["FOD Werkgelegenheid", "SPF Emploi", "Ministère de l'Emploi et du Travail"],
};
const council: NamedBody = { id: "council", lineage: new Set(["council"]), names: ["Council of Ministers"] };
const findBodies: FindBodies = (text) =>
  [labour, council].filter(({ id, lineage, names }) => id === text || lineage.has(text) || names.includes(text));

const author = { id: "token-1", side: "addressee" as const, organization: "labour" };
const request = (change: object = {}): Entry => ({
  ...given("deadlineRequest", "2024-04-20", {
    id: "request",
    target: { kind: "commitment", commitment: "promise" },
    to: { on: "2025-06-30", precision: "day" },
    reason: "staff",
    requestedBy: "FOD Werkgelegenheid",
  }),
  actor: "J. Claes",
  author,
  ...change,
});
const on = (asked: Entry, id = "token-2", name = "E. Maes") => ({
  ...context(
    aFollowUp([answered("2022-12-01", "accepted"), promised("2022-12-01", "2024-12-31"), asked], {
      followUp: { addressee: "labour" },
    }),
    "editor",
    { id, name },
  ),
  settings,
  findBodies,
});
const decision = (decidedBy: string) => ({ request: "request", decision: "granted", reason: "yes", decidedBy });

describe("who decides on a later date (D6)", () => {
  test.each([
    ["SPF Emploi", "in another language"],
    ["labour", "by its id"],
    ["employment", "by what it was"],
    ["Ministère de l'Emploi et du Travail", "by a former name"],
    ["spf  EMPLOI", "in words of the editor's own"],
    ["Emploi (SPF)", "in words of the editor's own"],
  ])("is not the requester: %s, %s", (decidedBy) => {
    expect(refusal("decideDeadlineChange", decision(decidedBy), on(request()))).toMatchObject({
      code: "missingPermission",
      places: ["decidedBy"],
    });
  });

  test("is not the requester under the name of another, either", () => {
    const disguised = on(request({ requestedBy: "The State" }));
    expect(refusal("decideDeadlineChange", decision("SPF Emploi"), disguised).code).toBe("missingPermission");
  });

  test("is an organization of the record, or words that are marked", () => {
    expect(attempt("decideDeadlineChange", decision("Council of Ministers"), on(request()))).toMatchObject([
      { decidedBy: "Council of Ministers", decidedByOrganization: "council" },
    ]);
    expect(attempt("decideDeadlineChange", decision("The King"), on(request()))).toMatchObject([
      { decidedBy: "The King", decidedByFreeText: true },
    ]);
  });

  test("is not in the words of who recorded the request as well", () => {
    const byLetter = request({ author: { ...author, id: "token-2", onBehalf: true }, source: { name: "Letter" } });
    expect(refusal("decideDeadlineChange", decision("The King"), on(byLetter)).code).toBe("missingPermission");
    expect(attempt("decideDeadlineChange", decision("council"), on(byLetter))).toBeInstanceOf(Array);
    expect(attempt("decideDeadlineChange", decision("The King"), on(byLetter, "token-3"))).toBeInstanceOf(Array);
  });

  test("is not named by who asked, whatever the token", () => {
    expect(refusal("decideDeadlineChange", decision("council"), on(request(), "token-1")).code).toBe(
      "missingPermission",
    );
    const other = on(request(), "token-9", "j.  CLAES");
    expect(refusal("decideDeadlineChange", decision("council"), other).code).toBe("missingPermission");
  });

  test("is held to the same when it is corrected", () => {
    const move: Entry = {
      ...movedTo("2024-04-25", "2025-06-30"),
      id: "move",
      request: "request",
      decidedBy: "The King",
      decidedByFreeText: true,
    };
    const where = on(request());
    const decided = { ...where, case: { ...where.case, entries: [...where.case.entries, move] } };
    const corrected = (decidedBy: string) => ({ corrects: "move", change: { decidedBy } });
    expect(refusal("correct", corrected("SPF Emploi"), decided)).toMatchObject({
      code: "missingPermission",
      places: ["change.decidedBy"],
    });
    const [made] = attempt("correct", corrected("council"), decided) as Entry[];
    expect(made).toMatchObject({ decidedByOrganization: "council" });
    expect(made).not.toHaveProperty("decidedByFreeText");
    for (const change of [{ requestedBy: "The State" }, { decidedByOrganization: "council" }, { request: "promise" }])
      expect(refusal("correct", { corrects: "move", change }, decided).code).toBe("invalidInput");
  });
});
