import type { FollowUpCase, Id } from "@heed/core";
import type { Author } from "@heed/core/follow-up/entries/author";
import type { Sql } from "../connection/sql.ts";

/** The case with the side of older entries added where it is known; newer entries have an author. */
export async function withSides(sql: Sql, followUpCase: FollowUpCase): Promise<FollowUpCase> {
  const rows = await sql.all<{ id: Id; side: Author["side"] }>(
    "SELECT s.entry_id AS id, s.side FROM entry e JOIN entry_side s ON s.entry_id = e.id WHERE e.follow_up_id = ?",
    [followUpCase.followUp.id],
  );
  if (rows.length === 0) return followUpCase;
  const sides = new Map(rows.map(({ id, side }) => [id, side]));
  const entries = followUpCase.entries.map((entry) => {
    const side = entry.author === undefined ? sides.get(entry.id) : undefined;
    return side === undefined
      ? entry
      : {
          ...entry,
          author: { side, ...(entry.source !== undefined && side === "addressee" && { onBehalf: true as const }) },
        };
  });
  return { ...followUpCase, entries };
}
