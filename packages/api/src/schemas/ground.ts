import type { Day, Reader } from "@heed/core";
import {
  CitingEntry as CoreCitingEntry,
  CollectedItemRef as CoreCollectedItemRef,
  Ground as CoreGround,
  ReportSectionRef as CoreReportSectionRef,
  RestingRecommendation as CoreRestingRecommendation,
  RestsOnIt as CoreRestsOnIt,
  type GroundOf,
} from "@heed/core/read-models/ground";
import { LinkedRecommendation as CoreLinkedRecommendation } from "@heed/core/read-models/recommendation-ref";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import { z } from "zod";
import { hrefOf, linkHref } from "../contract/base-path.ts";
import { Href, ReportRef } from "../contract/common.ts";
import { linked } from "../contract/linked.ts";
import { recommendationRef, reportRef } from "./present.ts";

export const LinkedRecommendation = linked(CoreLinkedRecommendation, { href: Href, report: ReportRef });

export const Ground = linked(CoreGround, {
  href: Href,
  item: linked(CoreCollectedItemRef).optional(),
  section: linked(CoreReportSectionRef).optional(),
});

export const RestsOnIt = z
  .strictObject({
    recommendations: z
      .array(linked(CoreRestingRecommendation, { href: Href, recommendation: LinkedRecommendation }))
      .readonly(),
    entries: z.array(linked(CoreCitingEntry, { href: Href, recommendation: LinkedRecommendation })).readonly(),
  })
  .meta(CoreRestsOnIt.meta() ?? {})
  .describe("What rests on it, as far as the reader sees that.");

export function linkedRecommendation(each: CoreLinkedRecommendation) {
  return { ...recommendationRef(each), report: reportRef(each.report) };
}

/** `from` is the recommendation. */
export function groundOf(from: string, { item, section, ...said }: CoreGround) {
  return {
    ...said,
    href: linkHref(from, said.link),
    ...(item && { item: { ...item, href: hrefOf("collectedItems", item.id) } }),
    ...(section && { section: { ...section, href: hrefOf("reportSections", section.id) } }),
  };
}

/** What rests on a collected item or a section. */
export async function restsOnItOf(reads: TrackerReads, reader: Reader, ground: GroundOf, today: Day) {
  const { recommendations, entries } = await reads.restsOnIt(reader, ground, today);
  return {
    recommendations: recommendations.map(({ recommendation, ...said }) => ({
      ...said,
      href: linkHref(recommendation.id, said.link),
      recommendation: linkedRecommendation(recommendation),
    })),
    entries: entries.map(({ recommendation, ...entry }) => ({
      ...entry,
      href: hrefOf("followUps", entry.followUp),
      recommendation: linkedRecommendation(recommendation),
    })),
  };
}
