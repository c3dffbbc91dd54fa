import type { Day, Id, Issue, Organization, Precision } from "@heed/core";
import { absence } from "@heed/core/organization/organization";
import type { Sql } from "../connection/sql.ts";
import { currentOrganizations } from "../organizations/known-organizations.ts";
import type { ImportContext } from "./import-context.ts";

type Row = { line: number; name: string; organization: Id; publishedOn: Day; precision: Precision | null };

/**
 * The addressees of new follow-ups that did not exist on the day of the report (R49); asked before anything new is
 * written. They are imported as printed; an editor should check who is responsible.
 */
export async function missingAddressees({ sql, runId, plan, file }: ImportContext): Promise<Issue[]> {
  const ids = await sql.all<{ id: Id }>("SELECT DISTINCT organization_id AS id FROM staged_thread WHERE run_id = ?", [
    runId,
  ]);
  const named = new Set(ids.map(({ id }) => id));
  const organizations = await currentOrganizations(sql, [...named]);
  const dated = [...organizations.values()].filter(
    ({ id, foundingDate, dissolutionDate }) =>
      named.has(id) && (foundingDate !== undefined || dissolutionDate !== undefined),
  );
  if (dated.length === 0) return [];
  const rows = await sql.all<Row>(
    `SELECT t.line, f.name, t.organization_id AS organization, s.published_on AS "publishedOn",
       ${precisionOf(sql, "s.report_body")} AS precision
     FROM ${eachIn(sql)} JOIN staged_thread t ON t.organization_id = each.value->>0
       JOIN staged_row s ON s.run_id = t.run_id AND s.line = t.line
       JOIN staged_follow_up f ON f.run_id = t.run_id AND f.line = t.line AND f.position = t.position
     WHERE t.run_id = ? AND t.repeated = 0 AND (s.published_on < each.value->>1 OR s.published_on >= each.value->>2)
       AND NOT EXISTS (SELECT 1 FROM follow_up known WHERE known.id = t.follow_up_id)
     ORDER BY t.line, t.position`,
    [JSON.stringify(dated.map(({ id, foundingDate, dissolutionDate }) => [id, foundingDate, dissolutionDate])), runId],
  );
  return rows.flatMap(({ line, name, organization, publishedOn, precision }): Issue[] => {
    const detail = absence(organizations.get(organization) as Organization, publishedOn, precision ?? "day");
    if (detail === undefined) return [];
    return [
      {
        file,
        row: line,
        name: plan.addresseeColumns ?? "addressee",
        value: name,
        detail: `${missingAddressee}: ${detail}`,
      },
    ];
  });
}

/** The same words for every import. */
export const missingAddressee =
  "the addressee did not exist on the day of the report; an editor should check who is responsible (R49)";

function eachIn({ dialect }: Sql): string {
  return dialect === "sqlite" ? "json_each(?) AS each" : "jsonb_array_elements(?::jsonb) AS each(value)";
}

/** How exactly the day of publication is known, from the body of a report, which is SQL. */
export function precisionOf({ dialect }: Pick<Sql, "dialect">, body: string): string {
  const field = "->> 'publishedOnPrecision'";
  return dialect === "sqlite" ? `(${body} ${field})` : `(${body}::json ${field})`;
}
