import type { Id } from "@heed/core";
import type { EntryType } from "@heed/core/follow-up/entries/entry";
import type { DecisionFilter } from "@heed/core/read-models/decision-filter";
import type { ReceivedEntry } from "@heed/core/read-models/receipt";
import type { Sql } from "../connection/sql.ts";
import { Where } from "../statements/where.ts";
import { andAskedFollowUps } from "./asked-follow-ups.ts";

/** What an issuing body, or the authority over a date, decides about a follow-up. */
const decisions = [
  "assessment",
  "closure",
  "reopening",
  "deadlineChange",
  "notCompetentUpheld",
  "roleChange",
  "successorDecision",
] as const satisfies readonly EntryType[];

/** The day from which it holds, as far as it is known. */
const day = "COALESCE(e.given_on, e.known_by, substr(e.recorded_at, 1, 10))";

/** What was decided on the follow-ups for which some organizations answer, the newest first. */
export function readDecisions(sql: Sql, responsible: readonly Id[], asked: DecisionFilter): Promise<ReceivedEntry[]> {
  const { from, to, limit } = asked;
  const where = new Where(sql.dialect).andInList("e.type", decisions).and(`${day} >= ?`, from);
  andAskedFollowUps(sql, where, "e.follow_up_id", { to, responsible });
  return sql.all<ReceivedEntry>(
    `SELECT e.follow_up_id AS "followUp", e.id AS entry FROM entry e WHERE ${where.text}
     ORDER BY ${day} DESC, e.recorded_at DESC, e.id LIMIT ${limit}`,
    where.values,
  );
}
