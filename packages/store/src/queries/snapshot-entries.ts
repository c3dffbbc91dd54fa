import type { Entry, Id, Instant } from "@heed/core";
import { withoutConfidential } from "@heed/core/follow-up/entries/without-confidential";
import { groupedBy } from "@heed/core/grouped-by";
import type { SnapshotRow } from "@heed/core/register/snapshot";
import type { Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";

/**
 * The rows of a frozen snapshot, in which no number counts an entry that was made confidential later: it leaves no trace (R59).
 * The rows themselves stay as they were frozen; only what is told of them is less.
 */
export async function withEntriesSeen(sql: Sql, cycle: Id, rows: readonly SnapshotRow[]): Promise<SnapshotRow[]> {
  const stored = await sql.all<{ followUp: Id; body: string }>(
    `SELECT e.follow_up_id AS "followUp", e.body FROM entry e WHERE e.follow_up_id IN (
       SELECT follow_up_id FROM entry WHERE ${inList(sql, "follow_up_id")} AND body LIKE '%"confidential":true%')`,
    [JSON.stringify(rows.map(({ followUp }) => followUp))],
  );
  if (stored.length === 0) return [...rows];
  const closed = await closedAt(sql, cycle);
  const byFollowUp = groupedBy(stored, ({ followUp }) => followUp);
  return rows.map((row) => {
    const entries = byFollowUp.get(row.followUp)?.map(({ body }) => JSON.parse(body) as Entry);
    if (entries === undefined) return row;
    const counted = closed === undefined ? visibleOf(entries).size : row.entries - hiddenSince(entries, closed);
    return counted < row.entries ? { ...row, entries: counted } : row;
  });
}

/** How many entries were visible when the cycle was closed, and are no more. */
function hiddenSince(entries: readonly Entry[], closed: Instant): number {
  const visible = visibleOf(entries);
  const then = visibleOf(entries.filter(({ recordedAt }) => recordedAt <= closed));
  return [...then].filter((id) => !visible.has(id)).length;
}

function visibleOf(entries: readonly Entry[]): ReadonlySet<Id> {
  return new Set(withoutConfidential(entries).visible.map(({ id }) => id));
}

/** The moment at which it was closed here; unknown of one that came closed from a file. */
async function closedAt(sql: Sql, cycle: Id): Promise<Instant | undefined> {
  const [closing] = await sql.all<{ at: Instant }>(
    "SELECT at FROM register_record WHERE kind = 'reportingCycle' AND thing_id = ? AND action = 'closeCycle'",
    [cycle],
  );
  return closing?.at;
}
