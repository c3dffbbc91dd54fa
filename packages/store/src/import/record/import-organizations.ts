import type { Id, Organization } from "@heed/core";
import { applyChanges } from "@heed/core/organization/apply-changes";
import { organizationNameTable, organizationTable } from "../../generated/tables.ts";
import { knownOrganizations } from "../../organizations/known-organizations.ts";
import { inList } from "../../statements/in-list.ts";
import { organizationNameRows, organizationRow } from "../../tables/organization-rows.ts";
import { insertInto } from "../../tables/table.ts";
import { namingsOfCoordinators } from "./edges.ts";
import { comparedOf } from "./kept.ts";
import { idsOf, newOf } from "./new-of.ts";
import type { RecordIntake } from "./record-intake.ts";
import { refuseCircles } from "./refuse-circles.ts";
import { requireKnown } from "./require-known.ts";

export async function importOrganizations(intake: RecordIntake): Promise<void> {
  const { sql } = intake;
  const { organizations, organizationChanges } = intake.record;
  await requireFreeCodes(intake);
  await requireKnown(intake, "organizations", organizations, "coordinator", "organization", organizations);
  refuseCircles(intake, namingsOfCoordinators(organizations));
  // A day that a change gives is the same whether the organization repeats it or not.
  const { organizations: kept, changes } = await knownOrganizations(sql, idsOf(organizations));
  const all = [...changes, ...organizationChanges];
  const contents = (each: readonly Organization[]) =>
    [...applyChanges(each, all).values()].map((dated) => ({
      id: dated.id,
      content: comparedOf(organizationRow(dated, "")),
    }));
  const inFile = new Map(contents(organizations).map(({ id, content }) => [id, content]));
  const added = await newOf(
    intake,
    "organizations",
    organizations,
    async () => contents(kept),
    ({ id }) => inFile.get(id) ?? {},
  );
  if (intake.isRefused) return;
  intake.created.organizations = await insertInto(
    sql,
    organizationTable,
    added.map((each) => organizationRow(each, intake.at)),
  );
  await insertInto(sql, organizationNameTable, added.flatMap(organizationNameRows));
  intake.things.organization = idsOf(added);
}

async function requireFreeCodes(intake: RecordIntake): Promise<void> {
  const { sql, record } = intake;
  const codes = new Map(record.organizations.map(({ id, code }) => [code, id]));
  const taken = await sql.all<{ id: Id; code: string }>(
    `SELECT id, code FROM organization WHERE ${inList(sql, "code")}`,
    [JSON.stringify([...codes.keys()])],
  );
  for (const { id, code } of taken)
    if (codes.get(code) !== id)
      intake.refuse(`organizations ${codes.get(code)}`, code, `the code is taken by the organization ${id}`);
}
