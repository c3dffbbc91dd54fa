import type { Reader } from "../access/reader.ts";
import { asPublished } from "../read-models/as-published.ts";
import type { FollowUpDetail } from "../read-models/follow-up-detail.ts";
import type { FollowUpYears } from "../read-models/follow-up-years.ts";
import type { Page, Paging } from "../read-models/paging.ts";
import type { RecommendationFilter } from "../read-models/recommendation-filter.ts";
import type { RecommendationSummary } from "../read-models/recommendation-summary.ts";
import type { TrackerReads } from "../read-models/tracker-store.ts";
import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";
import { withoutAbsent } from "../without-absent.ts";
import type { Brief, BriefFollowUp } from "./brief.ts";

/** Beyond these a briefing is read page by page: each has the reading of a whole follow-up behind it. */
export const mostBriefs = 20;

/** A brief shows the answers of this number of addressees. */
const mostAddressees = 8;

type Reads = Pick<TrackerReads, "recommendations" | "recommendation" | "followUp" | "yearLevels">;

/** A chosen set of recommendations in short, in the order of lists, as everybody may read what was answered. At most mostBriefs at a time. */
export async function readBriefing(
  reads: Reads,
  reader: Reader,
  filter: Omit<RecommendationFilter, "knownAt">,
  { limit = mostBriefs, ...paging }: Paging,
): Promise<Page<Brief>> {
  const page = await reads.recommendations(reader, filter, {
    ...paging,
    limit: limit < mostBriefs ? limit : mostBriefs,
  });
  const items = await Promise.all(page.items.map((summary) => readOne(reads, reader, summary, filter.asOf)));
  const shown = items.flatMap(({ details }) => details.map((each) => each.case.followUp.id));
  const years = await reads.yearLevels(shown, filter.asOf);
  return {
    ...page,
    items: items.map(({ brief, details }) => ({
      ...brief,
      followUps: details.flatMap((detail) => followUpOf(detail, years)),
    })),
  };
}

/** A recommendation with parts is addressed to those of its parts. */
async function readOne(reads: Reads, reader: Reader, summary: RecommendationSummary, asOf: Day) {
  const { id, reference, title, report, issuingBody } = summary;
  const detail = await reads.recommendation(reader, id, asOf);
  const followUps = [...summary.followUps, ...(detail?.parts ?? []).flatMap((part) => part.followUps)];
  const details = await Promise.all(
    followUps.slice(0, mostAddressees).map((each) => reads.followUp(reader, each.id, asOf)),
  );
  const brief = {
    recommendation: { id, reference, ...(title && { title }) },
    report,
    issuingBody,
    ...withoutAbsent({ text: detail?.recommendation.text, firstAsked: detail?.asked.first }),
    times: detail?.asked.times ?? 1,
    addressees: followUps.length,
  };
  return { brief, details: details.flatMap((each) => (each === undefined ? [] : [asPublished(each)])) };
}

/** Nothing before it was published. */
function followUpOf(
  { case: { followUp, entries }, addressee, responsible, standing }: FollowUpDetail,
  years: ReadonlyMap<Id, FollowUpYears>,
): BriefFollowUp[] {
  if (standing === undefined) return [];
  const { position, reported, assessed, lifecycle, closureReason, timeliness, divergent, unverified } = standing;
  const answers = { position, reported, assessed, lifecycle, timeliness, divergent, unverified };
  return [
    {
      followUp: followUp.id,
      ...{ addressee, responsible },
      ...answers,
      ...(closureReason && { closureReason }),
      years: years.get(followUp.id)?.years ?? [],
      owed: standing.owed.map(({ reasons: _, undetermined: __, ...owed }) => {
        const promise = entries.findLast(
          (entry) => entry.type === "commitment" && rootOf(entry.id) === owed.commitment,
        );
        return {
          ...owed,
          ...(promise?.type === "commitment" && promise.description !== undefined && { promise: promise.description }),
        };
      }),
    },
  ];

  /** What a promise was first: a correction has its place. */
  function rootOf(id: Id): Id {
    const corrects = entries.find((entry) => entry.id === id)?.corrects;
    return corrects === undefined ? id : rootOf(corrects);
  }
}
