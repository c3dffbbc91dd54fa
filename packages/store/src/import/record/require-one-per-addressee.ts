import type { Id } from "@heed/core";
import { inList } from "../../statements/in-list.ts";
import type { RecordIntake } from "./record-intake.ts";

/** A recommendation has one follow-up for each addressee, and one with parts has none of its own. */
export async function requireOnePerAddressee(intake: RecordIntake): Promise<void> {
  const { sql } = intake;
  const { followUps } = intake.record;
  const recommendations = followUps.map(({ recommendation }) => recommendation);
  const known = await sql.all<{ id: Id; recommendation: Id; addressee: Id }>(
    `SELECT id, recommendation_id AS recommendation, addressee_id AS addressee FROM follow_up
     WHERE ${inList(sql, "recommendation_id")}`,
    [JSON.stringify([...new Set(recommendations)])],
  );
  const seen = new Map<string, Id>();
  for (const { id, recommendation, addressee } of [...known, ...followUps]) {
    const other = seen.get(`${recommendation} ${addressee}`);
    seen.set(`${recommendation} ${addressee}`, id);
    if (other !== undefined && other !== id)
      intake.refuse(`followUps ${id}`, addressee, `the follow-up ${other} asks the same of the same addressee`);
  }
  const parents = await sql.all<{ id: Id }>(
    `SELECT DISTINCT part_of_id AS id FROM recommendation WHERE ${inList(sql, "part_of_id")}`,
    [JSON.stringify(recommendations)],
  );
  const whole = new Set(parents.map(({ id }) => id));
  for (const { id, recommendation } of followUps)
    if (whole.has(recommendation))
      intake.refuse(`followUps ${id}`, recommendation, "a recommendation with parts has follow-ups on its parts only");
}
