/**
 * The condition that a row `s` of standing applies on a day, which it takes twice. Periods follow each other without
 * overlap, so only the last one that began by then is checked.
 */
export function standingOn(followUp: string): string {
  return `s.follow_up_id = ${followUp} AND s.until_on > ? AND s.from_on = (
    SELECT max(began.from_on) FROM standing began WHERE began.follow_up_id = ${followUp} AND began.from_on <= ?)`;
}
