import {
  AssessedLevel,
  ClosureReason,
  FollowUp as CoreFollowUp,
  Recommendation as CoreRecommendation,
  Report as CoreReport,
  Day,
  DueDate,
  Entry,
  Id,
  Level,
  Lifecycle,
  Link,
  LocalizedText,
  OverdueKind,
  Position,
  Precision,
  ReportedLevel,
  Role,
  Timeliness,
} from "@heed/core";
import { FormerVersion } from "@heed/core/recommendation/former-version";
import { FormerReport } from "@heed/core/report/former-report";
import { ageingBuckets } from "@heed/core/time/ageing";
import { z } from "zod";
import {
  FollowUpRef,
  Href,
  listOf,
  OrganizationRef,
  Reason,
  RecommendationRef,
  ReportRef,
} from "../contract/common.ts";

const precision =
  "How exactly that day is known; for a month or a year, the last day is given. A plain day when absent.";

const daysOverdueWhenWithdrawn = z
  .int()
  .optional()
  .describe("By how many days what ended by that was overdue; absent where it cannot be told.");

const owed = {
  kind: OverdueKind,
  due: Day.optional(),
  originalDue: Day.optional().describe("Before any move (D5)."),
  duePrecision: Precision.optional().describe(precision),
  originalDuePrecision: Precision.optional().describe(precision),
  moves: z.int().describe("How often the deadline was moved (D6)."),
  missedYears: z
    .array(z.int())
    .describe("Of an update: the years without one. Of a verification: of the cycles that selected it."),
  timeliness: Timeliness,
  daysOverdue: z.int().describe("Against the current due date; 0 when it is not overdue."),
  daysOverdueOriginal: z.int().describe("Against the original due date."),
  daysWithIssuer: z.int().describe("Days that a claim lay with the issuing body."),
};

export const OverdueItem = z
  .strictObject({
    followUp: FollowUpRef,
    recommendation: RecommendationRef,
    report: ReportRef,
    addressee: OrganizationRef.describe("As printed."),
    responsible: OrganizationRef.describe("Who owes it on that day (R14)."),
    responsibleState: z.enum(["undecided", "unassigned"]).optional(),
    daysSinceResponsible: z.int().optional().describe("Since when it is no longer the printed one, in days."),
    ...owed,
    commitment: z.strictObject({ id: Id, description: z.string() }).optional(),
    position: Position,
    reported: ReportedLevel,
    assessed: AssessedLevel,
    lifecycle: Lifecycle,
    reasons: z.array(Reason),
  })
  .meta({ id: "OverdueItem", description: "One thing owed that is overdue or due soon." });

export const OverdueList = listOf("OverdueList", OverdueItem, {
  asOf: Day,
  total: z.int(),
  totalsByKind: z.record(OverdueKind, z.int()),
  totalsByAge: z.record(z.enum(ageingBuckets), z.int()).describe("By days overdue (D8)."),
});

export const StaleItem = z
  .strictObject({
    followUp: FollowUpRef,
    recommendation: RecommendationRef,
    report: ReportRef,
    addressee: OrganizationRef,
    responsible: OrganizationRef,
    staleFrom: Day,
  })
  .meta({ id: "StaleItem", description: "Open, without a deadline and without an entry for a long time (D7)." });
export const UnassessedItem = StaleItem.omit({ staleFrom: true })
  .extend({ due: Day, daysOverdue: z.int().describe("0 until its day has passed.") })
  .meta({ id: "UnassessedItem", description: "Selected by a cycle for assessment, and not assessed (R36)." });
export const UnassessedList = listOf("UnassessedList", UnassessedItem, { asOf: Day });

export const StaleList = listOf("StaleList", StaleItem, { asOf: Day });

const coordinator = OrganizationRef.optional();
const answersFor = "Who answers on that day for the responsible organization, where that is a collective one (R40).";

export const FollowUpSummary = z
  .strictObject({
    id: Id,
    href: Href,
    recommendation: Id,
    addressee: OrganizationRef,
    responsible: OrganizationRef,
    coordinator: coordinator.describe(`${answersFor} Told with one recommendation, not in a list of them.`),
    role: Role,
    position: Position.optional(),
    reported: ReportedLevel.optional(),
    assessed: AssessedLevel.optional(),
    lifecycle: Lifecycle.optional(),
    closureReason: ClosureReason.optional(),
    timeliness: Timeliness.optional(),
    verificationTimeliness: Timeliness.optional(),
    divergent: z.boolean().optional(),
    unverified: z.boolean().optional(),
    conflicting: z.boolean().optional(),
    contradicted: z.boolean().optional(),
    firstAsked: Day.optional().describe("Since when it is asked, along its repeats (R15)."),
    firstAskedPrecision: Precision.optional().describe(precision),
    daysSinceFirstAsked: z.int().optional(),
    longOutstanding: z.boolean().optional().describe("Not closed, owing, and first asked five years ago or more (D8)."),
    acceptanceWithdrawnOn: Day.optional().describe("From this day on it declines what it had accepted (D25)."),
    daysOverdueWhenWithdrawn,
  })
  .meta({ id: "FollowUpSummary", description: "The standing of one addressee's follow-up." });
export const FollowUpList = listOf("FollowUpList", FollowUpSummary, { asOf: Day });

const formerReferences = z
  .array(z.string())
  .optional()
  .describe("Those that it had before a correction, by which it is still found.");

export const RecommendationSummary = z
  .strictObject({
    id: Id,
    href: Href,
    reference: z.string(),
    title: LocalizedText.optional(),
    themes: z.array(z.string()),
    partOf: Id.optional(),
    formerReferences,
    report: ReportRef,
    issuingBody: OrganizationRef,
    implementationDue: DueDate.optional(),
    followUps: z.array(FollowUpSummary),
  })
  .meta({ id: "RecommendationSummary" });
export const RecommendationList = listOf("RecommendationList", RecommendationSummary, { asOf: Day });

export const RecommendationStanding = z
  .strictObject({
    assessed: AssessedLevel.describe(
      "The lowest over parts and owing addressees (R4, R5), or where the issuing body put it.",
    ),
    override: z
      .strictObject({
        id: Id,
        level: Level,
        on: Day,
        reason: LocalizedText,
        organization: Id.optional(),
        lowest: AssessedLevel.describe("What the lowest of the parts would be."),
      })
      .meta({ id: "LevelOverrideInForce", description: "Where the issuing body put it, since when and why (R4)." })
      .optional(),
    reported: ReportedLevel,
    provisional: z.boolean().describe("Something is not assessed: never counted as implemented."),
    unassessedParts: z.int(),
    lifecycle: Lifecycle.optional(),
    implemented: z.boolean(),
    timeliness: Timeliness.optional(),
    reasons: z.array(Reason).describe("Why it stands at that level; none where one follow-up tells it alone."),
  })
  .meta({ id: "RecommendationStanding", description: "How it stands over its follow-ups and those of its parts." });

export const RecommendationStandingAnswer = z
  .strictObject({ recommendation: Id, href: Href, asOf: Day, standing: RecommendationStanding })
  .meta({ id: "RecommendationStandingAnswer" });

const Asked = z
  .strictObject({
    first: Day.optional(),
    firstPrecision: Precision.optional().describe(precision),
    firstDuePrecision: Precision.optional().describe(precision),
    firstDue: Day.optional().describe("The earliest deadline of this recommendation and those that it repeats."),
    times: z.int(),
  })
  .meta({
    id: "Asked",
    description: "Since when it has been asked, and how often, along the recommendations that it repeats (R15).",
  });

const LinkedRecommendation = RecommendationRef.extend({ report: ReportRef }).meta({ id: "LinkedRecommendation" });

const RecommendationLink = z
  .strictObject({
    ...Link.shape,
    from: LinkedRecommendation,
    to: LinkedRecommendation.optional(),
  })
  .omit({ recordedAt: true, source: true })
  .meta({ id: "RecommendationLink", description: "A link between two recommendations." });

export const RecommendationDetail = z
  .strictObject({
    ...CoreRecommendation.omit({ report: true, issuingBody: true }).shape,
    href: Href,
    asOf: Day,
    formerReferences,
    report: ReportRef,
    issuingBody: OrganizationRef,
    standing: RecommendationStanding,
    asked: Asked,
    line: z.array(LinkedRecommendation).describe("All recommendations that ask the same, the first one first."),
    links: z.array(RecommendationLink),
    followUps: z.array(FollowUpSummary),
    parts: z.array(RecommendationSummary).describe("Theirs included."),
    formerVersions: z.array(FormerVersion).optional().describe("Its text before each correction, the oldest first."),
  })
  .meta({
    id: "RecommendationDetail",
    description: "A recommendation with its parts, its follow-ups and their standing.",
  });

export const OwedItem = z
  .strictObject({
    ...owed,
    commitment: Id.optional(),
    owedBy: z.enum(["addressee", "issuingBody"]),
    undetermined: z.boolean(),
    reasons: z.array(Reason),
  })
  .meta({ id: "OwedItem", description: "One thing owed on the day." });

const Responsible = z
  .strictObject({
    state: z.enum(["answers", "undecided", "unassigned"]),
    organization: Id,
    candidates: z.array(Id),
    since: Day.optional(),
    daysSinceResponsible: z.int().optional(),
  })
  .meta({
    id: "Responsible",
    description: "The responsible organization; undecided: an editor decides among the candidates (R14).",
  });

export const Standing = z
  .strictObject({
    asOf: Day,
    position: Position,
    reported: ReportedLevel,
    assessed: AssessedLevel,
    lifecycle: Lifecycle,
    closureReason: ClosureReason.optional(),
    timeliness: Timeliness,
    verificationTimeliness: Timeliness.optional(),
    responseDue: Day.optional().describe("By when the response is due, given or not."),
    divergent: z.boolean().describe("The addressee says that all is done, and a later finding is below that."),
    unverified: z.boolean().describe("A claim without a finding."),
    stalled: z.boolean(),
    regressed: z.boolean(),
    conflicting: z.boolean().describe("The newest findings, of one day about one situation, contradict each other."),
    contradicted: z.boolean().describe("It was closed as done, and a later finding is below that."),
    singleReader: z.boolean().describe("It is closed, and nobody but the assessor read it (R35)."),
    reopenedCount: z.int(),
    role: Role,
    notCompetentUpheld: z.boolean(),
    acceptanceWithdrawnOn: Day.optional().describe("From this day on it declines what it had accepted (D25)."),
    daysOverdueWhenWithdrawn,
    stale: z.boolean(),
    staleFrom: Day.optional().describe("Since when, while it is stale (D7)."),
    owed: z.array(OwedItem),
    responsible: Responsible,
    issuingBody: Responsible,
    asked: z
      .strictObject({ ...Asked.shape, longOutstanding: z.boolean() })
      .meta({ id: "AskedOnDay", description: "Since when it is asked, and how often (R15)." }),
    reasons: z.array(Reason),
  })
  .meta({ id: "Standing", description: "The four answers for one day, with the reasons." });

export const StandingAnswer = z
  .strictObject({ followUp: FollowUpRef, standing: Standing.optional() })
  .meta({ id: "StandingAnswer", description: "`standing` is absent before publication." });

const amendedBy = {
  correctedBy: Id.optional().describe("The entry that replaced this one, which is kept but no longer counts."),
  retractedBy: Id.optional().describe("The retraction of this entry, which is kept but no longer counts."),
};

/** Each type of entry, with what corrected or retracted it. */
const ShownEntry = z
  .discriminatedUnion(
    "type",
    Entry.options.map((kind) =>
      z.strictObject({ ...kind.shape, ...amendedBy }).meta({ id: shownId(kind) }),
    ) as unknown as [z.ZodDiscriminatedUnion["options"][number] & (typeof Entry.options)[0]],
  )
  .meta({ id: "ShownEntry", description: "Anything that is said on a follow-up, and whether it still counts." });

function shownId({ shape }: (typeof Entry.options)[number]): string {
  const [type = ""] = shape.type.def.values;
  return `Shown${type.charAt(0).toUpperCase()}${type.slice(1)}`;
}

export const FollowUpDetail = z
  .strictObject({
    ...CoreFollowUp.omit({ recommendation: true, addressee: true }).shape,
    href: Href,
    version: z.int(),
    recommendation: RecommendationRef,
    report: ReportRef,
    addressee: OrganizationRef,
    responsible: OrganizationRef,
    coordinator: coordinator.describe(answersFor),
    standing: Standing.optional(),
    entries: z.array(ShownEntry),
  })
  .meta({ id: "FollowUpDetail", description: "One follow-up: the four answers and all entries." });

export const EntryList = listOf("EntryList", ShownEntry);

export const Report = z
  .strictObject({
    ...CoreReport.omit({ issuingBody: true }).shape,
    href: Href,
    issuingBody: OrganizationRef.partial({ code: true }),
    formerVersions: z
      .array(FormerReport)
      .optional()
      .describe("What it said before each correction, the oldest first; of one report only."),
  })
  .meta({ id: "ReportDetail", description: "A published document that carries recommendations." });
export const ReportList = listOf("ReportList", Report);
