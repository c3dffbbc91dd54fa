import type { Organization } from "@heed/core";
import { nameKey, searchableName } from "@heed/core/organization/organization";
import { type OrganizationNameRow, type OrganizationRow, organizationTable } from "../generated/tables.ts";
import { jsonText, readJsonText, withoutAbsent } from "./json-text.ts";
import { selected } from "./table.ts";

export function organizationRow(organization: Organization, recordedAt: string): OrganizationRow {
  const { id, code, name, otherNames, level, coordinator, foundingDate, dissolutionDate, source } = organization;
  return {
    id,
    code,
    name: JSON.stringify(name),
    otherNames: JSON.stringify(otherNames),
    level,
    coordinatorId: coordinator ?? null,
    foundedOn: foundingDate ?? null,
    dissolvedOn: dissolutionDate ?? null,
    source: jsonText(source),
    recordedAt,
    version: 1,
  };
}

/** Every name by which an organization can be found, once for each key. */
export function organizationNameRows({ id, name, otherNames }: Organization): OrganizationNameRow[] {
  const names = [...Object.values(name), ...otherNames.map((each) => each.name)];
  return [...new Map(names.map((each) => [nameKey(each), each]))].map(([key, each]) => ({
    nameKey: key,
    foldedKey: searchableName(each),
    organizationId: id,
    name: each,
  }));
}

export type StoredOrganization = Omit<OrganizationRow, "recordedAt" | "version">;

/** The columns that organizationOf() reads. */
export function organizationColumns(alias?: string): string {
  return selected(organizationTable, alias);
}

export function organizationOf(row: StoredOrganization): Organization {
  return withoutAbsent({
    id: row.id,
    code: row.code,
    name: JSON.parse(row.name),
    otherNames: JSON.parse(row.otherNames),
    level: row.level,
    coordinator: row.coordinatorId,
    foundingDate: row.foundedOn,
    dissolutionDate: row.dissolvedOn,
    source: readJsonText(row.source),
  }) as Organization;
}
