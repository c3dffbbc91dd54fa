import { z } from "zod";
import { parseInput } from "../acts/act.ts";
import { Organization } from "../organization/organization.ts";
import { OrganizationChange } from "../organization/organization-change.ts";
import { type RegisterContext, requireOnRegister } from "./register-act.ts";

export const NewOrganization = Organization.omit({ id: true, source: true }).meta({
  id: "NewOrganization",
  description: "A body that issues, receives or contributes.",
});

export function addOrganization(context: RegisterContext, input: unknown): Organization {
  const content = parseInput(NewOrganization, input);
  requireOnRegister("addOrganization", context);
  return { ...content, id: context.newId() };
}

const { id: _, recordedAt: __, source: ___, ...changeShape } = OrganizationChange.shape;

export const NewOrganizationChange = z.strictObject(changeShape).meta({
  id: "NewOrganizationChange",
  description: "What turns organizations into others; without a day it is only planned.",
});

/** Follow-ups move to the successor from the day of the change (R14). */
export function changeOrganizations(context: RegisterContext, input: unknown): OrganizationChange {
  const content = parseInput(NewOrganizationChange, input);
  requireOnRegister("changeOrganizations", context);
  return parseInput(OrganizationChange, { ...content, id: context.newId(), recordedAt: context.at });
}
