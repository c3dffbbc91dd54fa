import { DomainError, type Id, type Organization } from "@heed/core";
import { parseInput } from "@heed/core/acting/parse-input";
import { differingEnds } from "@heed/core/organization/contradictions";
import { addOrganization } from "@heed/core/register/add-organization";
import { changeOrganizations, NewOrganizationChange } from "@heed/core/register/change-organizations";
import { correctOrganization } from "@heed/core/register/correct-organization";
import type { RegisterContext } from "@heed/core/register/register-act";
import type { RegisterResult } from "@heed/core/register/register-result";
import type { Sql } from "../connection/sql.ts";
import { deriveAgain } from "../derived/derive-again.ts";
import { knownOrganizations } from "../organizations/known-organizations.ts";
import { originalsOf } from "../organizations/originals-of.ts";
import { requireOrganizations } from "../organizations/require-organizations.ts";
import { organizationChangePartRows, organizationChangeRow } from "../tables/organization-change-rows.ts";
import { organizationNameRows, organizationRow } from "../tables/organization-rows.ts";
import { finishAct, type RunningAct, raiseVersion } from "./running-act.ts";

export async function actAddOrganization(running: RunningAct): Promise<RegisterResult> {
  const { prisma, context, act, input } = running;
  const organization = addOrganization(context, input);
  const { id } = organization;
  await requireFreeCode(running, organization);
  await requireOrganizations(running.sql, [{ name: "coordinator", id: organization.coordinator }]);
  await prisma.organization.create({ data: organizationRow(organization, act.at) });
  await prisma.organizationName.createMany({ data: organizationNameRows(organization) });
  return finishAct(running, [{ kind: "organization", id, body: organization }]);
}

/** What it was stays in the register's record. Nothing is derived of its names, so no follow-up changes. */
export async function actCorrectOrganization(running: RunningAct, id: Id): Promise<RegisterResult> {
  const { sql, prisma, context, input } = running;
  const { organizations } = await knownOrganizations(sql, [id]);
  const before = organizations.find((each) => each.id === id);
  if (before === undefined) throw new DomainError("notFound", `there is no organization with the id ${id}`);
  const organization = correctOrganization(context, before, input);
  await requireFreeCode(running, organization);
  const version = await raiseVersion(running, "organization", id);
  const { recordedAt: _, version: __, ...content } = organizationRow(organization, "");
  await prisma.organization.update({ where: { id }, data: content });
  await prisma.organizationName.deleteMany({ where: { organizationId: id } });
  await prisma.organizationName.createMany({ data: organizationNameRows(organization) });
  return finishAct(running, [{ kind: "organization", id, before, body: organization }], { version });
}

/** Errors: duplicateReference. */
async function requireFreeCode({ prisma }: RunningAct, { id, code }: Organization): Promise<void> {
  const other = await prisma.organization.findFirst({ where: { code, NOT: { id } }, select: { id: true } });
  if (other !== null)
    throw new DomainError("duplicateReference", `there is another organization with the code ${code}`, [
      { name: "code", value: code, detail: `the organization ${other.id} has this code` },
    ]);
}

/** Follow-ups move to the successor, or wait for a decision (R14, R41). */
export async function actChangeOrganizations(running: RunningAct): Promise<RegisterResult> {
  const { sql, prisma, context, settings, input } = running;
  const { change, known, touched } = await decidedChange(sql, context, input);
  await prisma.organizationChange.create({ data: organizationChangeRow(change) });
  await prisma.organizationChangePart.createMany({ data: organizationChangePartRows(change) });
  await deriveAgain(sql, { organizations: touched }, settings);
  const warnings = differingEnds(known.organizations, change);
  return finishAct(running, [{ kind: "organizationChange", id: change.id, body: change }], { warnings });
}

/** A change as it would be recorded, what it was checked against, and the organizations whose follow-ups it touches. */
export async function decidedChange(sql: Sql, context: RegisterContext, input: unknown) {
  const { originals: before, results: after, replaces: instead } = parseInput(NewOrganizationChange, input);
  await requireOrganizations(sql, [
    ...before.map((original, index) => ({ name: `originals.${index}`, id: original })),
    ...after.map(({ organization }, index) => ({ name: `results.${index}.organization`, id: organization })),
  ]);
  const known = await knownOrganizations(sql, [...before, ...after.map(({ organization }) => organization)]);
  if (instead !== undefined && !known.changes.some(({ id }) => id === instead))
    throw new DomainError("invalidInput", "there is no such change to replace", [
      { name: "replaces", value: instead, detail: "no change of organizations has this id" },
    ]);
  const change = changeOrganizations(context, input, known);
  const { originals, replaces } = change;
  const touched = [...originals, ...(await originalsOf(sql, replaces === undefined ? [] : [replaces]))];
  return { change, known, touched };
}
