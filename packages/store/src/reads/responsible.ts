import type { Day, Id } from "@heed/core";
import { among } from "../bulk/among.ts";
import type { Sql } from "../sql.ts";
import type { Where } from "./where.ts";

/** Who answers for a row's follow-up on a day where it is no longer the printed addressee (decision 9). */
export function responsibleColumn(followUp: string, otherwise: string): string {
  return `COALESCE((SELECT organization_id FROM responsibility
    WHERE follow_up_id = ${followUp} AND from_on <= ? AND until_on > ?), ${otherwise})`;
}

/** Those for which one of the organizations answers on the day: by succession, or as the one that was printed. */
export function andResponsible(
  sql: Sql,
  where: Where,
  asOf: Day,
  organizations: readonly Id[] | undefined,
  { followUp, otherwise, unless = "1 = 0" }: { followUp: string; otherwise: string; unless?: string },
): Where {
  if (organizations === undefined) return where;
  const list = JSON.stringify(organizations);
  return where.and(
    `(${among(sql, otherwise)} AND (${unless} OR NOT EXISTS (SELECT 1 FROM responsibility
        WHERE follow_up_id = ${followUp} AND from_on <= ? AND until_on > ?)))
     OR (NOT (${unless}) AND ${followUp} IN (SELECT follow_up_id FROM responsibility
        WHERE ${among(sql, "organization_id")} AND from_on <= ? AND until_on > ?))`,
    list,
    asOf,
    asOf,
    list,
    asOf,
    asOf,
  );
}
