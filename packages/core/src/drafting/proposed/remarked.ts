import { z } from "zod";
import type { Reader } from "../../access/reader.ts";
import { DraftingRemark } from "../../read-models/drafting-remark.ts";
import type { TrackerReads } from "../../read-models/tracker-store.ts";
import type { Report } from "../../report/report.ts";
import type { Id } from "../../source.ts";
import type { Day } from "../../time/day.ts";
import { type Found, ProposedRecommendation } from "./proposed-recommendation.ts";

/** A recommendation as it was found, with what to look at before it is added to the draft of a report. */
export const RemarkedRecommendation = z
  .strictObject({ ...ProposedRecommendation.shape, remarks: z.array(DraftingRemark).readonly() })
  .meta({
    id: "RemarkedRecommendation",
    description: "A recommendation as it was found in a text or a file, with what to look at in it.",
  });
export type RemarkedRecommendation = z.infer<typeof RemarkedRecommendation>;

type Into = { report: Pick<Report, "authenticLanguages">; on: Day };

/** What was found, each with what to look at before it is added to a report and published on a day. */
export async function remarkedIn(
  reads: Pick<TrackerReads, "named" | "proposalRemarks">,
  reader: Reader,
  { items }: Pick<Found, "items">,
  { report: { authenticLanguages }, on }: Into,
): Promise<readonly RemarkedRecommendation[]> {
  const names = [...new Set(items.flatMap(({ addressees }) => addressees))];
  const named: ReadonlyMap<string, readonly Id[]> =
    names.length === 0 ? new Map() : await reads.named(reader, "organization", names);
  const remarks = await reads.proposalRemarks(
    reader,
    items.map(({ text, addressees, implementationDue }) => ({
      text,
      isTimed: implementationDue !== undefined,
      isAddressed: addressees.length > 0,
      addressees: addressees.flatMap((name) => onlyOne(named.get(name))),
      authenticLanguages,
    })),
    on,
  );
  return items.map((item, place) => ({ ...item, remarks: remarks[place] ?? [] }));
}

/** A name that several have names nobody yet. */
function onlyOne(ids: readonly Id[] = []): readonly Id[] {
  return ids.length === 1 ? ids : [];
}
