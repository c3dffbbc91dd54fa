import { z } from "zod";
import { byEditor } from "../acting/action-rule.ts";
import { parseInput } from "../acting/parse-input.ts";
import { DomainError, type Issue } from "../domain-error.ts";
import { newContradictions } from "../organization/contradictions.ts";
import type { Organization } from "../organization/organization.ts";
import { OrganizationChange } from "../organization/organization-change.ts";
import type { Id } from "../source.ts";
import { type RegisterAct, type RegisterContext, requireAllowedOnRegister } from "./register-act.ts";

const { id: _, recordedAt: __, source: ___, ...changeShape } = OrganizationChange.shape;

export const NewOrganizationChange = z.strictObject(changeShape).meta({
  id: "NewOrganizationChange",
  description: "A change of organizations; without a day it is only planned.",
});

export const changeOrganizationsAct = {
  name: "changeOrganizations",
  on: "organizationChange",
  roles: byEditor.roles,
  input: NewOrganizationChange,
  makes: "organizationChange",
  operation: {
    id: "changeOrganizations",
    method: "post",
    path: "/organizationChanges",
    summary: "A change of organizations; follow-ups move to the successor from its day",
    creates: true,
  },
  command: {
    noun: "organization",
    verb: "change",
    about: "Record a change of organizations; follow-ups move to the successor from its day (R14)",
    options: {
      type: ["--type <type>", "what happened"],
      on: ["--on <day>", "the day of it; without it, it is only planned"],
      originals: ["--original <name>", "the organization before the change", "organization"],
      results: [
        "--result <name[:theme,theme]>",
        "the organization after the change, with the themes that go to it",
        "result",
      ],
      legalBasis: ["--legal-basis <text>", "the act or agreement"],
      replaces: ["--replaces <id>", "the change that this one replaces, such as a planned one", "organizationChange"],
    },
  },
} as const satisfies RegisterAct;

/** What a new change is checked against: all changes, and the organizations that they name, as they were recorded. */
export type KnownOrganizations = { organizations: readonly Organization[]; changes: readonly OrganizationChange[] };

/**
 * Records a change of organizations: follow-ups move to the successor from its day (R14). Errors: invalidInput with the
 * places, also when it contradicts another change or the days of an organization.
 */
export function changeOrganizations(
  context: RegisterContext,
  input: unknown,
  { organizations, changes }: KnownOrganizations = { organizations: [], changes: [] },
): OrganizationChange {
  const content = parseInput(NewOrganizationChange, input);
  requireAllowedOnRegister(changeOrganizationsAct, context);
  const change = parseInput(OrganizationChange, { ...content, id: context.newId(), recordedAt: context.at });
  // What is refused is recorded nowhere, so nobody can look it up by its id.
  const named = (id: Id) => (id === change.id ? "this change" : `the change ${id}`);
  const issues = newContradictions(organizations, changes, [change], named).map(
    ({ change: told, other, organization, detail, ...place }): Issue => {
      if (told === change.id) return { ...place, detail };
      const why = other === change.id ? `the change ${told} came later` : `with it the change ${told} cannot be`;
      return { name: "on", value: organization, detail: `${why}: ${detail}` };
    },
  );
  if (issues.length > 0) throw new DomainError("invalidInput", "the change contradicts what is recorded", issues);
  return change;
}
