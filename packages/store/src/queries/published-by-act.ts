import type { Dialect } from "../connection/sql.ts";

/** Whether the entry `e` was published by an act on its follow-up (R60). */
export function isPublishedByAct(dialect: Dialect): string {
  const answer = dialect === "sqlite" ? "q.body ->> 'answer'" : "q.body::json ->> 'answer'";
  return `EXISTS (SELECT 1 FROM entry q WHERE q.follow_up_id = e.follow_up_id AND q.type = 'answerPublication' AND ${answer} = e.id)`;
}
