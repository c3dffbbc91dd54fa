import type { OrganizationChange } from "@heed/core";
import { differingEnds, newContradictions } from "@heed/core/organization/contradictions";
import { organizationChangePartTable, organizationChangeTable } from "../../generated/tables.ts";
import { knownOrganizations } from "../../organizations/known-organizations.ts";
import { inUtc } from "../../tables/entry-rows.ts";
import { organizationChangePartRows, organizationChangeRow } from "../../tables/organization-change-rows.ts";
import { insertInto } from "../../tables/table.ts";
import { edgesOfChanges } from "./edges.ts";
import { bodiesBeside, keptBodies } from "./kept.ts";
import { idsOf, newOf } from "./new-of.ts";
import type { RecordIntake } from "./record-intake.ts";
import { refuseCircles } from "./refuse-circles.ts";
import { requireKnown } from "./require-known.ts";

/** Imports changes of organizations. Answers the new ones. */
export async function importOrganizationChanges(intake: RecordIntake): Promise<readonly OrganizationChange[]> {
  const { sql, record } = intake;
  const changes = record.organizationChanges.map((change) => ({ ...change, recordedAt: inUtc(change.recordedAt) }));
  const named = changes.flatMap(({ id, originals, results }) =>
    [...originals, ...results.map(({ organization }) => organization)].map((organization) => ({ id, organization })),
  );
  await requireKnown(intake, "organizationChanges", named, "organization", "organization", record.organizations);
  await requireKnown(intake, "organizationChanges", changes, "replaces", "organization_change", changes);
  const known = await bodiesBeside<OrganizationChange>(sql, "organization_change", changes);
  refuseCircles(intake, edgesOfChanges([...changes, ...known]), known);
  const added = await newOf(intake, "organizationChanges", changes, (ids) =>
    keptBodies(sql, "organization_change", ids),
  );
  await requireOneTruth(intake, added);
  if (intake.isRefused) return added;
  await insertInto(sql, organizationChangeTable, added.map(organizationChangeRow));
  await insertInto(sql, organizationChangePartTable, added.flatMap(organizationChangePartRows));
  intake.things.organizationChange = idsOf(added);
  return added;
}

/** Refuses changes that contradict each other or the days of the organizations; warns of a changed end. */
async function requireOneTruth(intake: RecordIntake, added: readonly OrganizationChange[]): Promise<void> {
  const { organizations: kept, changes } = await knownOrganizations(intake.sql);
  const organizations = [...new Map([...intake.record.organizations, ...kept].map((each) => [each.id, each])).values()];
  const isAdded = new Set(idsOf(added));
  for (const { change, other, name, organization, detail } of newContradictions(organizations, changes, added))
    if (isAdded.has(change)) intake.refuse(`organizationChanges ${change}, ${name}`, organization, detail);
    else if (other !== undefined && isAdded.has(other))
      intake.refuse(`organizationChanges ${other}`, organization, `${change} came later: ${detail}`);
    else
      intake.refuse("organizationChanges", organization, `with the new ones the change ${change} cannot be: ${detail}`);
  for (const change of added)
    for (const { name, ...issue } of differingEnds(organizations, change))
      intake.warn("a change dates an end otherwise than the organization; the change holds", {
        ...issue,
        name: `organizationChanges ${change.id}, ${name}`,
      });
}
