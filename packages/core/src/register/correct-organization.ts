import { byEditor } from "../acting/action-rule.ts";
import { parseInput } from "../acting/parse-input.ts";
import { changesOf } from "../merge-patch-schema.ts";
import { nameKey, Organization } from "../organization/organization.ts";
import { requireChange } from "./correction.ts";
import { Changes, patched, type RegisterAct, type RegisterContext, requireAllowedOnRegister } from "./register-act.ts";
import { changeText } from "./register-command.ts";

const ofOrganization = ["code", "name", "otherNames", "level"];

export const OrganizationChanges = changesOf(
  "OrganizationChanges",
  Organization.shape,
  ofOrganization,
  "A JSON Merge Patch (RFC 7396) of an organization. It is still found by its name and code of before, unless `otherNames` says otherwise.",
);

export const correctOrganizationAct = {
  name: "correctOrganization",
  on: "organization",
  roles: byEditor.roles,
  input: OrganizationChanges,
  makes: "organization",
  operation: {
    id: "correctOrganization",
    method: "patch",
    path: "/organizations/{id}",
    summary: "The name, code or level of an organization is corrected where it was written wrongly",
  },
  command: {
    noun: "organization",
    verb: "correct",
    about: "Correct what was written wrongly; a body that is renamed is a change (heed organization change)",
    names: { thing: "<organization>" },
    options: {
      change: ["--change <json>", changeText('{"name":{"nl":"…"}}')],
      code: ["--code <code>", "its code"],
      name: ["--name <text>", "its name", "texts"],
      level: ["--level <level>", "its level"],
    },
  },
} as const satisfies RegisterAct;

/**
 * Corrects a slip of the pen. What it was called before stays a name of it, because files, links and letters that have the slip
 * go on naming it so; a correction that gives `otherNames` itself says which names it keeps. Errors: invalidInput, unknownInput.
 */
export function correctOrganization(
  context: RegisterContext,
  organization: Organization,
  input: unknown,
): Organization {
  const changes = parseInput(Changes, input);
  requireAllowedOnRegister(correctOrganizationAct, context);
  const corrected = parseInput(Organization, patched(organization, changes, ofOrganization));
  requireChange(organization, corrected);
  return Object.hasOwn(changes, "otherNames") ? corrected : withFormerNames(organization, corrected);
}

function withFormerNames(before: Organization, after: Organization): Organization {
  const known = new Set(
    [after.code, ...Object.values(after.name), ...after.otherNames.map(({ name }) => name)].map(nameKey),
  );
  const former = [before.code, ...Object.values(before.name)].filter((name) => !known.has(nameKey(name)));
  return { ...after, otherNames: [...after.otherNames, ...[...new Set(former)].map((name) => ({ name }))] };
}
