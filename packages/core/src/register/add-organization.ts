import { byEditor } from "../acting/action-rule.ts";
import { parseInput } from "../acting/parse-input.ts";
import { DomainError } from "../domain-error.ts";
import { Organization } from "../organization/organization.ts";
import { type RegisterAct, type RegisterContext, requireAllowedOnRegister } from "./register-act.ts";

export const NewOrganization = Organization.omit({ id: true, source: true }).meta({
  id: "NewOrganization",
  description: "A body that issues, receives or contributes.",
});

export const addOrganizationAct = {
  name: "addOrganization",
  on: "organization",
  roles: byEditor.roles,
  input: NewOrganization,
  makes: "organization",
  operation: {
    id: "addOrganization",
    method: "post",
    path: "/organizations",
    summary: "A new organization",
    creates: true,
  },
  command: { noun: "organization", usage: "add", about: "A new organization" },
} as const satisfies RegisterAct;

export function addOrganization(context: RegisterContext, input: unknown): Organization {
  const content = parseInput(NewOrganization, input);
  requireAllowedOnRegister(addOrganizationAct, context);
  const { foundingDate, dissolutionDate } = content;
  if (foundingDate !== undefined && dissolutionDate !== undefined && dissolutionDate <= foundingDate)
    throw new DomainError("invalidInput", "an organization is founded before it is dissolved", [
      { name: "dissolutionDate", value: dissolutionDate, detail: `it was founded on ${foundingDate}` },
    ]);
  return { ...content, id: context.newId() };
}
