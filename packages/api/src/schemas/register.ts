import {
  Day,
  FollowUp,
  Link,
  Organization,
  OrganizationChange,
  Recommendation,
  Report,
  ReportingCycle,
  SettingChange,
  SettingValues,
} from "@heed/core";
import { CollectedItem } from "@heed/core/collected-item/collected-item";
import { CycleDetail } from "@heed/core/read-models/cycle-detail";
import { SnapshotItem as CoreSnapshotItem } from "@heed/core/read-models/snapshot-item";
import { LevelOverride } from "@heed/core/recommendation-standing/level-override";
import { ReportSection } from "@heed/core/report-section/report-section";
import { z } from "zod";
import { allowedActs } from "../contract/allowed-acts.ts";
import { FollowUpRef, Href, listOf, OrganizationRef, RecommendationRef } from "../contract/common.ts";
import { linked } from "../contract/linked.ts";

export const Warnings = z
  .array(z.strictObject({ name: z.string().optional(), value: z.string().optional(), detail: z.string() }))
  .readonly()
  .optional()
  .describe("What to look at; nothing was refused for it.");

/** The answer of an act on the register: the thing as it is now, and the version for the next If-Match. */
function answerOf<Name extends string, Thing extends z.ZodType>(id: string, name: Name, thing: Thing) {
  return z
    .strictObject({
      href: Href.optional(),
      version: z.int().optional().describe("For the next If-Match."),
      warnings: Warnings,
    })
    .extend({ [name]: thing } as Record<Name, Thing>)
    .meta({ id });
}

export const ReportAnswer = answerOf("ReportAnswer", "report", Report);
export const DraftRecommendationAnswer = answerOf(
  "DraftRecommendationAnswer",
  "recommendation",
  z
    .strictObject({ ...Recommendation.shape, followUps: z.array(FollowUp) })
    .meta({ id: "DraftRecommendation", description: "A recommendation of a draft; `version` is the report's." }),
);
export const RecommendationAnswer = answerOf("RecommendationAnswer", "recommendation", Recommendation);
export const LinkAnswer = answerOf("LinkAnswer", "link", Link);
export const LevelOverrideAnswer = answerOf("LevelOverrideAnswer", "levelOverride", LevelOverride);
export const ReportingCycleAnswer = answerOf("ReportingCycleAnswer", "reportingCycle", ReportingCycle);
export const OrganizationAnswer = answerOf("OrganizationAnswer", "organization", Organization);
export const OrganizationChangeAnswer = answerOf("OrganizationChangeAnswer", "organizationChange", OrganizationChange);

export const SettingChangeAnswer = answerOf("SettingChangeAnswer", "setting", SettingChange);
export const CollectedItemAnswer = answerOf("CollectedItemAnswer", "collectedItem", CollectedItem);
export const ReportSectionAnswer = answerOf("ReportSectionAnswer", "reportSection", ReportSection);

/** A thing of the register as an item of its list, with its own link. */
function itemOf<Shape extends z.ZodRawShape>(id: string, thing: z.ZodObject<Shape>) {
  return linked(thing).meta({ id });
}

export const LinkList = listOf("LinkList", itemOf("LinkItem", Link));
export const LevelOverrideList = listOf("LevelOverrideList", itemOf("LevelOverrideItem", LevelOverride));
export const OrganizationChangeList = listOf(
  "OrganizationChangeList",
  itemOf("OrganizationChangeItem", OrganizationChange),
);
export const SettingChangeList = listOf("SettingChangeList", itemOf("SettingChangeItem", SettingChange));
export const SettingsOnDay = z
  .strictObject({ asOf: Day, settings: SettingValues })
  .meta({ id: "SettingsOnDay", description: "The settings that the rules leave to the installation, on one day." });

export const ReportingCycleDetail = linked(ReportingCycle, {
  href: Href,
  version: CycleDetail.shape.version,
  snapshot: Href.optional(),
  ...allowedActs,
}).meta({
  id: "ReportingCycleDetail",
  description:
    "A reporting cycle; `snapshot` is present once it was closed, unless it came closed from a file without one.",
});

export const SnapshotItem = linked(CoreSnapshotItem, {
  followUp: FollowUpRef,
  recommendation: RecommendationRef,
  addressee: OrganizationRef,
  responsible: OrganizationRef,
})
  .omit({ reference: true })
  .meta(CoreSnapshotItem.meta() ?? {});
export const SnapshotList = listOf("SnapshotList", SnapshotItem, { reportingCycle: ReportingCycle });
