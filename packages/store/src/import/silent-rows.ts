/**
 * The SQL condition that a row of `staged_onto` has entries. One without them only tells that there were none on the day
 * of its edition, and has nothing that could come onto a wrong follow-up: it is never rejected.
 */
export function hasEntries(row: string): string {
  return `EXISTS (SELECT 1 FROM staged_entry e WHERE e.run_id = ${row}.run_id AND e.line = ${row}.line)`;
}
