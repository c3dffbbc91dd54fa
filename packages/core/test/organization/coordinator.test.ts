import { describe, expect, test } from "vitest";
import { readerAs } from "../../src/access/reader.ts";
import { maySeeConfidential } from "../../src/access/visibility.ts";
import { isOwnFollowUp } from "../../src/acts/act.ts";
import type { OrganizationChange } from "../../src/index.ts";
import { coordinatorsOn } from "../../src/organization/coordinator.ts";
import { context } from "../acts/acting.ts";
import { aFollowUp } from "../builders.ts";

const named = new Map([
  ["government", "chancellery"],
  ["chancellery", "premier"],
]);
const change = (type: OrganizationChange["type"], results: string[]): OrganizationChange => ({
  id: type,
  type,
  on: "2020-10-01",
  originals: ["premier"],
  results: results.map((organization) => ({ organization, themes: [] })),
  recordedAt: "2020-09-01T08:00:00Z",
});

describe("a collective organization (R40)", () => {
  test("is answered for by its coordinator, and by the coordinator of that one", () => {
    expect(coordinatorsOn("government", named, [], "2024-05-02")).toEqual(["chancellery", "premier"]);
    expect(coordinatorsOn("chancellery", named, [], "2024-05-02")).toEqual(["premier"]);
    expect(coordinatorsOn("premier", named, [], "2024-05-02")).toEqual([]);
  });

  test("is answered for by who came after its coordinator, where that is certain", () => {
    const renamed = [change("renamed", ["cabinet"])];
    expect(coordinatorsOn("chancellery", named, renamed, "2020-09-30")).toEqual(["premier"]);
    expect(coordinatorsOn("chancellery", named, renamed, "2020-10-01")).toEqual(["cabinet"]);
    for (const uncertain of [change("split", ["one", "two"]), change("dissolved", [])])
      expect(coordinatorsOn("chancellery", named, [uncertain], "2020-10-01")).toEqual([]);
    const back = [change("absorbed", ["government"])];
    expect(coordinatorsOn("government", named, back, "2020-10-01")).toEqual(["chancellery"]);
  });

  test("has its own follow-up acted on, and its confidential evidence seen, by a respondent of the coordinator", () => {
    const organizations = ["chancellery"];
    const where = context(aFollowUp([], { followUp: { addressee: "government" } }), "respondent", { organizations });
    expect(isOwnFollowUp(where)).toBe(false);
    expect(isOwnFollowUp({ ...where, coordinators: ["chancellery"] })).toBe(true);
    expect(isOwnFollowUp({ ...where, coordinators: ["premier"] })).toBe(false);
    const reader = readerAs("respondent", organizations);
    expect(maySeeConfidential(reader, "government", undefined)).toBe(false);
    expect(maySeeConfidential(reader, "government", undefined, ["chancellery"])).toBe(true);
  });
});
