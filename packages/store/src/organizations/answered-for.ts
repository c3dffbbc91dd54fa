import type { Day, Id } from "@heed/core";
import type { Sql } from "../connection/sql.ts";
import { readCoordination } from "./coordination.ts";

/** These organizations, and the collective ones for which one of them answers on a day as a coordinator (R40). */
export async function readAnsweredFor(sql: Sql, organizations: readonly Id[], on: Day): Promise<readonly Id[]> {
  const collective = await sql.all<{ id: Id }>(
    "SELECT id FROM organization WHERE coordinator_id IS NOT NULL ORDER BY id",
  );
  if (collective.length === 0) return organizations;
  const coordination = await readCoordination(sql);
  const coordinated = collective.filter(({ id }) => coordination(id, on).some((each) => organizations.includes(each)));
  return [...new Set([...organizations, ...coordinated.map(({ id }) => id)])];
}
