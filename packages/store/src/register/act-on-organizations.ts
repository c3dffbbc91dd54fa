import {
  addOrganization,
  becomings,
  changeOrganizations,
  circlesAmong,
  DomainError,
  type Id,
  type OrganizationChange,
  type RegisterDone,
} from "@heed/core";
import { insertRows } from "../bulk/insert-rows.ts";
import {
  organizationChangeColumns,
  organizationChangePartColumns,
  organizationChangePartValues,
  organizationChangeValues,
  organizationColumns,
  organizationNameColumns,
  organizationNameValues,
  organizationValues,
} from "../import/record-rows.ts";
import { originalsOf } from "../organizations/originals-of.ts";
import { deriveAgain } from "../projection/derive-again.ts";
import type { Sql } from "../sql.ts";
import { done, type RegisterActing, requireOrganizations } from "./register-acting.ts";

export async function actAddOrganization(acting: RegisterActing): Promise<RegisterDone> {
  const { sql, context, act, input } = acting;
  const organization = addOrganization(context, input);
  const { id, code } = organization;
  const [other] = await sql.all<{ id: Id }>("SELECT id FROM organization WHERE code = ?", [code]);
  if (other !== undefined)
    throw new DomainError("duplicateReference", `there is another organization with the code ${code}`, [
      { name: "code", value: code, detail: `it is that of ${other.id}` },
    ]);
  await insertRows(sql, "organization", organizationColumns, [organizationValues(organization, act.at)]);
  await insertRows(sql, "organization_name", organizationNameColumns, organizationNameValues(organization));
  return done(acting, [{ kind: "organization", id, body: organization }]);
}

/** Follow-ups move to the successor, or wait for a decision (R14, decision 30). */
export async function actChangeOrganizations(acting: RegisterActing): Promise<RegisterDone> {
  const { sql, context, settings, input } = acting;
  const change = changeOrganizations(context, input);
  const { id, originals, results, replaces } = change;
  await requireOrganizations(acting, [
    ...originals.map((original, index) => ({ name: `originals.${index}`, id: original })),
    ...results.map(({ organization }, index) => ({ name: `results.${index}.organization`, id: organization })),
  ]);
  if (replaces !== undefined) {
    const [known] = await sql.all("SELECT 1 FROM organization_change WHERE id = ?", [replaces]);
    if (known === undefined)
      throw new DomainError("invalidInput", "there is no change to take the place of", [
        { name: "replaces", value: replaces, detail: "no change of organizations has this id" },
      ]);
  }
  await refuseCircle(sql, change);
  await insertRows(sql, "organization_change", organizationChangeColumns, [organizationChangeValues(change)]);
  await insertRows(
    sql,
    "organization_change_part",
    organizationChangePartColumns,
    organizationChangePartValues(change),
  );
  const touched = [...originals, ...(await originalsOf(sql, replaces === undefined ? [] : [replaces]))];
  await deriveAgain(sql, { organizations: touched }, settings);
  return done(acting, [{ kind: "organizationChange", id, body: change }]);
}

/** On one day no organization becomes, by way of others, what it was. */
async function refuseCircle(sql: Sql, change: OrganizationChange): Promise<void> {
  if (change.on === undefined) return;
  const rows = await sql.all<{ body: string }>("SELECT body FROM organization_change WHERE on_day = ?", [change.on]);
  const known = rows.map(({ body }): OrganizationChange => JSON.parse(body));
  const replaced = new Set([change, ...known].map(({ replaces }) => replaces));
  const namings = [change, ...known].filter(({ id }) => !replaced.has(id)).flatMap(becomings);
  const own = becomings(change);
  for (const circle of circlesAmong(namings))
    if (own.some(({ from, to }) => circle.has(from) && circle.has(to)))
      throw new DomainError("invalidInput", "on one day no organization becomes again what it was", [
        {
          name: "results",
          value: change.results[0]?.organization ?? "",
          detail: `it becomes the original on ${change.on}`,
        },
      ]);
}
