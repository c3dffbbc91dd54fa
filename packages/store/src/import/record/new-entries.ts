import type { Entry, Id } from "@heed/core";
import type { EntryType } from "@heed/core/follow-up/entries/entry";
import { brokenReferences } from "../../entries/entry-references.ts";
import { inList } from "../../statements/in-list.ts";
import { contentDigest } from "../../tables/content-digest.ts";
import { asStored } from "../../tables/entry-rows.ts";
import { edgesOfEntries } from "./edges.ts";
import type { RecordIntake } from "./record-intake.ts";
import { refuseCircles } from "./refuse-circles.ts";
import { refuseOtherContent } from "./refuse-other-content.ts";
import { refuseRepeated } from "./refuse-repeated.ts";

export type PlacedEntry = { followUp: Id; entry: Entry };

/** The entries of the file that are not there yet. A known one with another content is refused. */
export async function newEntries(intake: RecordIntake): Promise<PlacedEntry[]> {
  const { sql, record } = intake;
  const all = record.followUps.flatMap(({ id, entries }) =>
    entries.map((entry): PlacedEntry => ({ followUp: id, entry: asStored(entry) })),
  );
  const ids = all.map(({ entry }) => entry.id);
  refuseRepeated(intake, "entries", ids);
  const known = await sql.all<{ id: Id; digest: string; followUp: Id }>(
    `SELECT id, content_digest AS digest, follow_up_id AS "followUp" FROM entry WHERE ${inList(sql, "id")}`,
    [JSON.stringify(ids)],
  );
  const kept = new Map(known.map((each) => [each.id, each]));
  const added = all.filter(({ entry }) => !kept.has(entry.id));
  await refuseOtherContent(
    intake,
    all.filter(({ followUp, entry }) => {
      const before = kept.get(entry.id);
      return before !== undefined && (before.followUp !== followUp || before.digest !== contentDigest(entry));
    }),
  );
  await requireReferences(intake, added);
  refuseCircles(intake, record.followUps.flatMap(edgesOfEntries));
  return added;
}

/** What an entry refers to is an entry of the same follow-up, of a type that fits. */
async function requireReferences(intake: RecordIntake, added: readonly PlacedEntry[]): Promise<void> {
  const { sql } = intake;
  const followUps = [...new Set(added.map(({ followUp }) => followUp))];
  const known = await sql.all<{ followUp: Id; id: Id; type: EntryType }>(
    `SELECT follow_up_id AS "followUp", id, type FROM entry WHERE ${inList(sql, "follow_up_id")}`,
    [JSON.stringify(followUps)],
  );
  const types = new Map(followUps.map((id) => [id, new Map<Id, EntryType>()]));
  for (const { followUp, id, type } of known) types.get(followUp)?.set(id, type);
  for (const { followUp, entry } of added) types.get(followUp)?.set(entry.id, entry.type);
  for (const { followUp, entry } of added)
    for (const broken of brokenReferences([entry], types.get(followUp) ?? new Map()))
      intake.refuse(`followUps ${followUp}, entry ${entry.id}, ${broken.key}`, broken.id, broken.detail);
}
