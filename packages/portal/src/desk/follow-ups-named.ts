import type { Id } from "@heed/core";
import type { FollowUpDetail } from "@heed/core/read-models/follow-up-detail";
import type { DeskAsked } from "./desk-asked.ts";

/** Some follow-ups by their id, each read once; absent where the visitor may not read it. */
export async function followUpsNamed(
  { reads, reader, today }: DeskAsked,
  ids: Iterable<Id>,
): Promise<ReadonlyMap<Id, FollowUpDetail>> {
  const read = [...new Set(ids)].map(async (id) => [id, await reads.followUp(reader, id, today)] as const);
  const found = await Promise.all(read);
  return new Map(found.flatMap(([id, detail]) => (detail === undefined ? [] : [[id, detail] as const])));
}
