import { type Entry, type Id, withoutConfidential } from "@heed/core";
import { isWithheld, withheld } from "@heed/core/follow-up/entries/unpublished";
import { groupedBy } from "@heed/core/grouped-by";
import { inList } from "../../statements/in-list.ts";
import { contentDigest } from "../../tables/content-digest.ts";
import { differencesText } from "./differences-text.ts";
import type { RecordIntake } from "./record-intake.ts";

type Placed = { followUp: Id; entry: Entry };

/**
 * Refuses entries whose ids are known with another content or on another follow-up. A file for a reader who may not see
 * all says of an entry what that reader sees of it: this is no other content. Neither is an answer without its words, from a file of
 * before its publication (R60).
 */
export async function refuseOtherContent(intake: RecordIntake, differing: readonly Placed[]): Promise<void> {
  const known = await knownAs(intake, differing);
  for (const { followUp, entry } of differing) {
    const before = known.get(entry.id);
    const refuse = (detail: string) => intake.refuse(`followUps ${followUp}, entry ${entry.id}`, entry.id, detail);
    if (before === undefined || before.followUp !== followUp)
      refuse(`there is an entry with this id in the follow-up ${before?.followUp}`);
    else if (isWithheld(entry) && contentDigest(withheld(before.entry)) === contentDigest(entry)) continue;
    else if (intake.record.exportedFor && before.shown && contentDigest(before.shown) === contentDigest(entry))
      continue;
    else refuse(`there is an entry with this id and another content${differencesText(before.entry, entry)}`);
  }
}

/** The known entries of the same follow-ups, each with what of it may be shown to all. */
async function knownAs(
  { sql }: RecordIntake,
  differing: readonly Placed[],
): Promise<ReadonlyMap<Id, Placed & { shown: Entry | undefined }>> {
  const rows = await sql.all<{ followUp: Id; body: string }>(
    `SELECT follow_up_id AS "followUp", body FROM entry WHERE follow_up_id IN (
       SELECT follow_up_id FROM entry WHERE ${inList(sql, "id")}) ORDER BY recorded_at, id`,
    [JSON.stringify(differing.map(({ entry }) => entry.id))],
  );
  const entriesOf = groupedBy(
    rows,
    (row) => row.followUp,
    ({ body }): Entry => JSON.parse(body),
  );
  const known = new Map<Id, Placed & { shown: Entry | undefined }>();
  for (const [followUp, entries] of entriesOf) {
    const shown = new Map(withoutConfidential(entries).visible.map((entry) => [entry.id, entry]));
    for (const entry of entries) known.set(entry.id, { followUp, entry, shown: shown.get(entry.id) });
  }
  return known;
}
