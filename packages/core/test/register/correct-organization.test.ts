import { expect, test } from "vitest";
import type { Organization } from "../../src/organization/organization.ts";
import { correctOrganization } from "../../src/register/correct-organization.ts";
import type { RegisterContext } from "../../src/register/register-act.ts";

const context: RegisterContext = {
  actor: { id: "e", name: "E. Maes", role: "editor", organizations: [] },
  at: "2024-05-02T08:00:00Z",
  today: "2024-05-02",
  newId: () => "new",
};

const justice: Organization = {
  id: "j",
  code: "jsut",
  name: { en: "FPS Jsutice", nl: "FOD Justitie" },
  otherNames: [{ name: "SPF Justice" }],
  level: "federal",
};

test("what an organization was called before a correction stays a name of it, each once", () => {
  const corrected = correctOrganization(context, justice, { code: "just", name: { en: "FPS Justice" } });
  expect(corrected).toEqual({
    ...justice,
    code: "just",
    name: { en: "FPS Justice", nl: "FOD Justitie" },
    otherNames: [{ name: "SPF Justice" }, { name: "jsut" }, { name: "FPS Jsutice" }],
  });
  const back = correctOrganization(context, corrected, { name: { en: "SPF Justice" } });
  expect(back.otherNames.map(({ name }) => name)).toEqual(["SPF Justice", "jsut", "FPS Jsutice", "FPS Justice"]);
});

test("a correction that gives the other names says which it keeps", () => {
  const corrected = correctOrganization(context, justice, { name: { en: "FPS Justice" }, otherNames: [] });
  expect(corrected.otherNames).toEqual([]);
});

test("a correction that changes nothing, or something else than names, code and level, is refused", () => {
  for (const [changes, code] of [
    [{ code: "jsut" }, "invalidInput"],
    [{ id: "k" }, "invalidInput"],
    [{ coordinator: "k" }, "unknownInput"],
    [{ name: { en: null, nl: null } }, "invalidInput"],
    [{ code: "Just" }, "invalidInput"],
  ] as const)
    expect(() => correctOrganization(context, justice, changes)).toThrow(expect.objectContaining({ code }));
});
