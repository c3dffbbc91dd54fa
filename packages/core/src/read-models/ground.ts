import { z } from "zod";
import { CollectedItem } from "../collected-item/collected-item.ts";
import { type EntryType, entryKinds } from "../follow-up/entries/entry.ts";
import { groundShape, Link } from "../recommendation/link.ts";
import { ReportSection } from "../report-section/report-section.ts";
import { Id } from "../source.ts";
import { LinkedRecommendation } from "./recommendation-ref.ts";

const { id, kind, reference, title } = CollectedItem.shape;

/** A collected item as others name it. */
export const CollectedItemRef = z
  .strictObject({ id, kind, reference, title })
  .meta({ id: "CollectedItemRef", description: "A link to a collected item." });
export type CollectedItemRef = z.infer<typeof CollectedItemRef>;

/** A section as others name it, with the report that it is part of. */
export const ReportSectionRef = z
  .strictObject({
    id: ReportSection.shape.id,
    reference: ReportSection.shape.reference,
    title: ReportSection.shape.title,
    authenticLanguage: ReportSection.shape.authenticLanguage,
    report: Id,
    reportReference: z.string(),
  })
  .meta({ id: "ReportSectionRef", description: "A link to a section of a report." });
export type ReportSectionRef = z.infer<typeof ReportSectionRef>;

const said = { on: Link.shape.on, year: groundShape.year, place: groundShape.place, reason: Link.shape.reason };

/** What a recommendation rests on. */
export const Ground = z
  .strictObject({
    link: Id.describe("The link that says so."),
    ...said,
    item: CollectedItemRef.optional(),
    section: ReportSectionRef.optional(),
  })
  .meta({ id: "Ground", description: "What a recommendation rests on: a collected item, or a section of a report." });
export type Ground = z.infer<typeof Ground>;

/** A recommendation that rests on something. */
export const RestingRecommendation = z
  .strictObject({ recommendation: LinkedRecommendation, link: Id, ...said })
  .meta({ id: "RestingRecommendation", description: "A recommendation that rests on it." });
export type RestingRecommendation = z.infer<typeof RestingRecommendation>;

/** An entry that cites something as evidence. */
export const CitingEntry = z
  .strictObject({
    recommendation: LinkedRecommendation,
    followUp: Id,
    entry: Id,
    type: z.enum(Object.keys(entryKinds) as [EntryType, ...EntryType[]]),
  })
  .meta({ id: "CitingEntry", description: "An entry, such as an assessment, that cites it as evidence." });
export type CitingEntry = z.infer<typeof CitingEntry>;

/** What rests on a collected item or a section, as far as the reader sees it. */
export const RestsOnIt = z
  .strictObject({
    recommendations: z.array(RestingRecommendation).readonly(),
    entries: z.array(CitingEntry).readonly(),
  })
  .meta({ id: "RestsOnIt", description: "What rests on it." });
export type RestsOnIt = z.infer<typeof RestsOnIt>;

/** Of what it is asked what rests on it. */
export type GroundOf = { item: Id } | { section: Id };
