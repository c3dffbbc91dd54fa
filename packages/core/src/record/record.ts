import { z } from "zod";
import { ReaderRole } from "../access/right.ts";
import { CollectedItemOfRecord } from "../collected-item/collected-item.ts";
import { ReportingCycle } from "../cycle/reporting-cycle.ts";
import { Entry, kindOf } from "../follow-up/entries/entry.ts";
import { liveEntries } from "../follow-up/entries/live-entries.ts";
import { claimFallsShort, claimSaysDone } from "../follow-up/entries/progress-update.ts";
import { FollowUp } from "../follow-up/follow-up.ts";
import { Organization } from "../organization/organization.ts";
import { OrganizationChange } from "../organization/organization-change.ts";
import { FormerVersion } from "../recommendation/former-version.ts";
import { Link } from "../recommendation/link.ts";
import { Recommendation } from "../recommendation/recommendation.ts";
import { LevelOverride } from "../recommendation-standing/level-override.ts";
import { SnapshotRow } from "../register/snapshot.ts";
import { FormerReport } from "../report/former-report.ts";
import { Report } from "../report/report.ts";
import { SectionOfRecord } from "../report-section/report-section.ts";
import { defaultSettings, SettingChange } from "../settings/settings.ts";
import { Id, Instant } from "../source.ts";
import { Day } from "../time/day.ts";
import { endsPeriod, notItsEnd } from "../time/due-date.ts";

/** When it was recorded. Without it, it counts as known from its own day: the day of publication or opening. */
const recordedAt = Instant.optional();

/** When it was recorded, where that was later than its report. */
const recordedLater = Instant.optional();

/** The oldest first. A file that gives none tells nothing of them. */
const formerVersions = z.array(FormerVersion).min(1).max(10_000).optional();
const formerReports = z.array(FormerReport).min(1).max(10_000).optional();

const ReportOfRecord = z
  .strictObject({ ...Report.shape, recordedAt, formerVersions: formerReports })
  .check(({ value: { publishedOn, publishedOnPrecision = "day" }, issues }) => {
    if (Day.safeParse(publishedOn).success && !endsPeriod(publishedOn as Day, publishedOnPrecision))
      issues.push({
        code: "custom",
        path: ["publishedOn"],
        input: publishedOn,
        message: notItsEnd(publishedOnPrecision),
      });
  });

const FollowUpOfRecord = z
  .strictObject({ ...FollowUp.shape, recordedAt: recordedLater, entries: z.array(Entry).default([]) })
  .check(({ value: { entries }, issues }) => {
    for (const [at, entry] of entries.entries()) {
      const { side } = kindOf(entry);
      const given = entry.author?.side;
      if (given !== undefined && side !== "unknown" && given !== side)
        issues.push({
          code: "custom",
          path: ["entries", at, "author", "side"],
          input: given,
          message: `is ${given}, and what is of the type ${entry.type} is said by the ${side}`,
        });
    }
    const short = entries.filter((each) => each.type === "progressUpdate" && claimFallsShort(each));
    if (short.length === 0) return;
    // What was corrected or retracted is kept as it was, and counts no more.
    const standing = new Set(liveEntries(entries, defaultSettings).map(({ entry }) => entry));
    for (const entry of short)
      if (standing.has(entry))
        issues.push({
          code: "custom",
          path: ["entries", entries.indexOf(entry), "level"],
          input: entry,
          message: claimSaysDone,
        });
  });

const ExportedFor = z.strictObject({ role: ReaderRole, organizations: z.array(Id).optional() });

/** Heed's own exchange format: a whole record, or a part of one, in one file. */
export const RecordFile = z
  .strictObject({
    heed: z.literal("record/1"),
    "@context": z
      .record(z.string(), z.unknown())
      .optional()
      .describe("What the names mean as linked data (JSON-LD); an import does not keep it."),
    about: z.string().optional(),
    exportedFor: z
      .union([ExportedFor, z.array(ExportedFor)])
      .optional()
      .describe(
        "The reader who may see no more than this of the record, or each role of that reader; absent where it is whole.",
      ),
    settingChanges: z.array(SettingChange).default([]),
    organizations: z.array(Organization).default([]),
    organizationChanges: z.array(OrganizationChange).default([]),
    reports: z.array(ReportOfRecord).default([]),
    recommendations: z
      .array(z.strictObject({ ...Recommendation.shape, recordedAt: recordedLater, formerVersions }))
      .default([]),
    links: z.array(Link).default([]),
    levelOverrides: z.array(LevelOverride).default([]),
    followUps: z.array(FollowUpOfRecord).default([]),
    reportingCycles: z.array(z.strictObject({ ...ReportingCycle.shape, recordedAt })).default([]),
    cycleSnapshots: z
      .array(z.strictObject({ cycle: Id, ...SnapshotRow.shape }))
      .default([])
      .describe("How each follow-up stood when its cycle was closed; frozen."),
    collectedItems: z
      .array(CollectedItemOfRecord)
      .default([])
      .describe("What bodies collect, and their reports rest on."),
    reportSections: z.array(SectionOfRecord).default([]).describe("What reports say, in parts."),
  })
  .meta({ id: "RecordFile" });
export type RecordFile = z.infer<typeof RecordFile>;
