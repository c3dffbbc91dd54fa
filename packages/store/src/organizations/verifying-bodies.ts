import { type Day, type Id, responsibleOn, successionOf } from "@heed/core";
import { addressedOn } from "@heed/core/follow-up/replay/responsibility";
import type { Sql } from "../connection/sql.ts";
import { knownOrganizations } from "./known-organizations.ts";
import { withParts } from "./parts.ts";

/**
 * A follow-up of a recommendation or of its parts, the body that verifies it on a day, and all bodies that may verify
 * it (R14).
 */
export type Verified = { reference: string; body: Id; bodies: readonly Id[] };

/**
 * Who verifies each follow-up of a recommendation and of its parts on a day, by succession and editors' decisions (R14); for
 * one without a follow-up, who would by its themes.
 */
export async function verifyingBodies(sql: Sql, recommendation: Id, today: Day): Promise<Verified[]> {
  const rows = await sql.all<{ id: Id; reference: string; printed: Id; state: string | null; body: Id | null }>(
    `${withParts}
     SELECT f.id, r.reference, r.issuing_body_id AS printed, w.state, w.organization_id AS body
     FROM part JOIN recommendation r ON r.id = part.id JOIN follow_up f ON f.recommendation_id = r.id
       LEFT JOIN responsibility w ON w.follow_up_id = f.id AND w.side = 'issuingBody' AND w.from_on <= ? AND w.until_on > ?
     ORDER BY r.position, f.id`,
    [recommendation, today, today],
  );
  const verified = new Map<Id, { reference: string; body: Id; bodies: Id[] }>();
  for (const { id, reference, printed, state, body } of rows) {
    const known = verified.get(id) ?? { reference, body: printed, bodies: [] };
    known.bodies.push(body ?? printed);
    if (body !== null && state !== "candidate") known.body = body;
    verified.set(id, known);
  }
  if (verified.size > 0) return [...verified.values()];
  return answeringWithoutFollowUp(sql, recommendation, today);
}

type Asked = { reference: string; printed: Id; body: string; published: Day | null; reportingYear: number };

async function answeringWithoutFollowUp(sql: Sql, id: Id, today: Day): Promise<Verified[]> {
  const [asked] = await sql.all<Asked>(
    `SELECT r.reference, r.issuing_body_id AS printed, r.body, p.published_on AS published,
       p.reporting_year AS "reportingYear"
     FROM recommendation r JOIN report p ON p.id = r.report_id WHERE r.id = ?`,
    [id],
  );
  if (asked === undefined) return [];
  const { reference, printed, published, reportingYear } = asked;
  const { themes = [] } = JSON.parse(asked.body) as { themes?: string[] };
  const { changes } = await knownOrganizations(sql);
  const since = addressedOn({ publishedOn: published ?? undefined, reportingYear });
  const { organization, candidates } = responsibleOn(printed, successionOf(printed, themes, changes, [], since), today);
  return [{ reference, body: organization, bodies: [organization, ...candidates] }];
}
