import type { Day, Id, Instant, OrganizationChange } from "@heed/core";
import { coordinatorsOn } from "@heed/core/organization/coordinator";
import type { Sql } from "../connection/sql.ts";

/** Who answers for a collective organization on a day, by the changes that had been recorded by a moment (R40). */
export type Coordination = (organization: Id, on: Day, knownAt?: Instant) => readonly Id[];

/** Reads the few organizations that name a coordinator, and the changes of organizations only where there are some. */
export async function readCoordination(sql: Sql): Promise<Coordination> {
  const rows = await sql.all<{ id: Id; coordinator: Id }>(
    "SELECT id, coordinator_id AS coordinator FROM organization WHERE coordinator_id IS NOT NULL",
  );
  if (rows.length === 0) return () => [];
  const bodies = await sql.all<{ body: string }>("SELECT body FROM organization_change ORDER BY id");
  const changes = bodies.map(({ body }) => JSON.parse(body) as OrganizationChange);
  const named = new Map(rows.map(({ id, coordinator }) => [id, coordinator]));
  return (organization, on, knownAt) =>
    coordinatorsOn(
      organization,
      named,
      knownAt === undefined ? changes : changes.filter(({ recordedAt }) => recordedAt <= knownAt),
      on,
    );
}
