import { DomainError, foldedName, type Instant, nameKey, type Organization } from "@heed/core";
import type { PrismaClient } from "../generated/sqlite/client.ts";

/**
 * Adds an organization with every name under which it is looked up. The same again changes nothing.
 * Errors: duplicateReference when its id or code is taken by another one.
 */
export async function saveOrganization(prisma: PrismaClient, organization: Organization, at: Instant): Promise<void> {
  const { id, code, name, otherNames, level, foundingDate, dissolutionDate, source } = organization;
  const row = {
    id,
    code,
    name: JSON.stringify(name),
    otherNames: JSON.stringify(otherNames),
    level,
    foundedOn: foundingDate ?? null,
    dissolvedOn: dissolutionDate ?? null,
    source: source === undefined ? null : JSON.stringify(source),
  };
  const known = await prisma.organization.findFirst({ where: { OR: [{ id }, { code }] } });
  if (known !== null) {
    const { recordedAt: _, ...before } = known;
    if (JSON.stringify(sorted(before)) === JSON.stringify(sorted(row))) return;
    throw new DomainError("duplicateReference", `there is another organization with the id ${id} or the code ${code}`);
  }
  const names = new Map(
    [...Object.values(name), ...otherNames.map((other) => other.name)].map((each) => [nameKey(each), each]),
  );
  await prisma.organization.create({
    data: {
      ...row,
      recordedAt: at,
      names: { create: [...names].map(([key, each]) => ({ nameKey: key, foldedKey: foldedName(each), name: each })) },
    },
  });
}

function sorted(row: object): [string, unknown][] {
  return Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
}
