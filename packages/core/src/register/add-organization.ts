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
  command: {
    noun: "organization",
    verb: "add",
    about: "A new organization",
    options: {
      code: ["--code <code>", "a short permanent code for links and commands, such as just"],
      name: ["--name <text>", "its name"],
      otherNames: ["--also <name>", "a former name, or a spelling under which sources name it", "otherName"],
      level: ["--level <level>", "its level"],
      coordinator: [
        "--coordinator <name>",
        "who answers for it where it is a collective one, such as a government (R40)",
        "organization",
      ],
      foundingDate: ["--founded <day>", "when it was founded"],
    },
  },
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
