import type { Reader } from "../access/reader.ts";
import type { TrackerReads } from "../read-models/tracker-store.ts";
import type { ChapterAsked } from "./facts/chapter-facts.ts";

/** Whether a body has anything to follow up on the day of its chapter. */
export async function hasChapter(
  reads: Pick<TrackerReads, "comparison">,
  reader: Reader,
  { issuingBody, from, to }: ChapterAsked,
): Promise<boolean> {
  const { after } = await reads.comparison(reader, { from, to, issuingBody: [issuingBody.id] }, { limit: 0 });
  return after.followUps > 0;
}
