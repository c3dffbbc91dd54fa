import type { Day, Id } from "@heed/core";
import { withParts } from "../reads/parts.ts";
import type { Sql } from "../sql.ts";

/**
 * A follow-up of a recommendation or of its parts, the body that verifies it on a day, and all bodies that may verify
 * it (R14).
 */
export type Verified = { reference: string; body: Id; bodies: readonly Id[] };

/**
 * Who verifies each follow-up of a recommendation and of its parts on a day, by succession and editors' decisions
 * (R14).
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
  return [...verified.values()];
}
