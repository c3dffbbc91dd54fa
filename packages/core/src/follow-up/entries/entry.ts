import { z } from "zod";
import { Id, Instant, Source } from "../../source.ts";
import { AuthorityName, PersonName, ReadableName, ReadableText, ShortText } from "../../text/bounded-text.ts";
import { WebAddress } from "../../text/web-address.ts";
import { Day, Year } from "../../time/day.ts";
import { DueDate, Precision } from "../../time/due-date.ts";
import { Role } from "../follow-up.ts";
import { AssessedLevel, ClosureReason, Level, Position } from "../levels.ts";
import { Author } from "./author.ts";

export const Evidence = z
  .strictObject({
    kind: z.enum(["document", "law", "statistic", "judgment", "file", "interview"]),
    title: ReadableName,
    url: WebAddress.optional(),
    confidential: z.boolean().default(false),
  })
  .meta({ id: "Evidence", description: "The evidence for an entry." });
export type Evidence = z.infer<typeof Evidence>;

/** Every entry says when it reached the other side and when it was recorded (R12, D14). */
const base = {
  id: Id,
  givenOn: Day.optional().describe("The day it reached the other side: it decides timeliness."),
  knownBy: Day.optional().describe("Imports only: given on an unknown day, at the latest on this one."),
  knownByPrecision: Precision.optional().describe(
    "Imports only: how far that day is known; of a month or a year, knownBy is the last day. A plain day when absent.",
  ),
  knownAfter: Day.optional().describe("Imports only: its source did not show it on this day, so it was given later."),
  recordedAt: Instant,
  actor: ShortText.optional().describe("The name of who recorded it."),
  author: Author.optional(),
  corrects: Id.optional().describe("The entry that this one replaces; it keeps that entry's givenOn (R52)."),
  correctsDay: z
    .literal(true)
    .optional()
    .describe(
      "Imports only: another edition of its source tells the day otherwise, or more nearly; this entry's holds.",
    ),
  source: Source.optional(),
};
const languageText = ReadableText;
const asOfPrecision = Precision.optional().describe(
  "Imports only: how far that day is known; of a month or a year, asOf is the last day. A plain day when absent.",
);
const evidence = z.array(Evidence).max(500);

/** The addressee's position on the recommendation, with its reason. */
export const Response = z
  .strictObject({ ...base, type: z.literal("response"), position: Position, reason: languageText.optional() })
  .meta({ id: "Response", description: "The addressee's position on the recommendation." });
export type Response = z.infer<typeof Response>;

/** A dated action that the addressee promises; its original due date never changes (D5). */
export const Commitment = z
  .strictObject({
    ...base,
    type: z.literal("commitment"),
    description: languageText,
    owner: ReadableText.optional(),
    due: DueDate.optional(),
  })
  .meta({ id: "Commitment", description: "A dated action that the addressee promises." });
export type Commitment = z.infer<typeof Commitment>;

export const CommitmentOutcome = z
  .strictObject({
    ...base,
    type: z.literal("commitmentOutcome"),
    commitment: Id,
    outcome: z.enum(["met", "replaced", "abandoned"]),
    asOf: Day.optional().describe("The day on which it happened, if that is not the day on which it was reported."),
    replacedBy: Id.optional(),
    reason: languageText.optional(),
  })
  .meta({ id: "CommitmentOutcome", description: "What happened to a commitment, as its addressee reports it." });
export type CommitmentOutcome = z.infer<typeof CommitmentOutcome>;

/** The deadline that a change moves; deadlines of updates and verifications never move (D24). */
export const DeadlineTarget = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("response") }).meta({ id: "ResponseDeadline" }),
    z.strictObject({ kind: z.literal("implementation") }).meta({ id: "ImplementationDeadline" }),
    z.strictObject({ kind: z.literal("commitment"), commitment: Id }).meta({ id: "CommitmentDeadline" }),
  ])
  .meta({ id: "DeadlineTarget" });
export type DeadlineTarget = z.infer<typeof DeadlineTarget>;

/** The addressee asks for a later date; nothing moves before the decision. */
export const DeadlineRequest = z
  .strictObject({
    ...base,
    type: z.literal("deadlineRequest"),
    target: DeadlineTarget,
    to: DueDate,
    reason: languageText,
    requestedBy: PersonName,
  })
  .meta({ id: "DeadlineRequest", description: "The addressee asks to move a due date." });
export type DeadlineRequest = z.infer<typeof DeadlineRequest>;

export const DeadlineRequestWithdrawal = z
  .strictObject({ ...base, type: z.literal("deadlineRequestWithdrawal"), request: Id, reason: languageText.optional() })
  .meta({ id: "DeadlineRequestWithdrawal", description: "The addressee withdraws its request." });
export type DeadlineRequestWithdrawal = z.infer<typeof DeadlineRequestWithdrawal>;

/** The decision on a request to move a deadline (D6); it takes effect on its day, `givenOn`. */
export const DeadlineChange = z
  .strictObject({
    ...base,
    type: z.literal("deadlineChange"),
    target: DeadlineTarget,
    request: Id.optional().describe("The request that it decides, where that is on record."),
    decision: z.enum(["granted", "refused"]),
    from: Day.optional().describe("The due date before, as the decision names it."),
    to: DueDate.optional().describe("The due date asked for; needed when granted."),
    reason: languageText,
    requestedBy: PersonName,
    requestedOn: Day,
    decidedBy: AuthorityName,
    decidedByOrganization: Id.optional().describe("The organization of the record that decidedBy names."),
    decidedByFreeText: z
      .literal(true)
      .optional()
      .describe("decidedBy is as an editor wrote it: no organization of the record bears that name."),
    parliamentToldOn: Day.optional(),
  })
  .meta({ id: "DeadlineChange", description: "A move of a due date that was asked for, and what was decided." });
export type DeadlineChange = z.infer<typeof DeadlineChange>;

/** The issuing body contests a move; the current due date stays. */
export const DeadlineContest = z
  .strictObject({ ...base, type: z.literal("deadlineContest"), change: Id, reason: languageText })
  .meta({ id: "DeadlineContest", description: "The issuing body contests a move of a due date." });
export type DeadlineContest = z.infer<typeof DeadlineContest>;

/** What the addressee says it has done, for one reporting year. */
export const ProgressUpdate = z
  .strictObject({
    ...base,
    type: z.literal("progressUpdate"),
    reportingYear: Year,
    asOf: Day.describe("The day whose situation it describes."),
    asOfPrecision,
    level: Level.optional(),
    claim: z.boolean().default(false).describe("It says, with evidence, that all is done (R25)."),
    narrative: languageText.optional(),
    evidence: evidence.default([]),
  })
  .meta({ id: "ProgressUpdate", description: "What the addressee says it has done." });
export type ProgressUpdate = z.infer<typeof ProgressUpdate>;

export const ClaimWithdrawal = z
  .strictObject({ ...base, type: z.literal("claimWithdrawal"), update: Id, reason: languageText.optional() })
  .meta({ id: "ClaimWithdrawal", description: "The addressee withdraws its claim." });
export type ClaimWithdrawal = z.infer<typeof ClaimWithdrawal>;

export const AssuranceMethod = z
  .enum([
    "statementOnly",
    "documentsReviewed",
    "interview",
    "siteVisit",
    "caseStudy",
    "courtRecord",
    "dataTest",
    "notRecorded",
  ])
  .meta({ id: "AssuranceMethod", description: "How the issuing body came to its finding (R10)." });

/** The issuing body's finding; it counts from its publication, `givenOn` (D17). */
export const Assessment = z
  .strictObject({
    ...base,
    type: z.literal("assessment"),
    reportingYear: Year,
    asOf: Day.describe("The day whose situation it describes."),
    asOfPrecision,
    level: AssessedLevel.exclude(["notAssessed"]),
    rationale: languageText.optional(),
    method: AssuranceMethod,
    assessor: ReadableName.optional(),
    secondReader: PersonName.optional(),
    evidence: evidence.default([]),
  })
  .meta({ id: "Assessment", description: "What the issuing body finds." });
export type Assessment = z.infer<typeof Assessment>;

export const Closure = z
  .strictObject({
    ...base,
    type: z.literal("closure"),
    closureReason: ClosureReason,
    reason: languageText.optional(),
    assessor: ReadableName.optional(),
    secondReader: PersonName.optional(),
    singleReader: ReadableText.optional().describe("Why there was only one reader (R35)."),
  })
  .meta({ id: "Closure", description: "The issuing body closes the follow-up (R1)." });
export type Closure = z.infer<typeof Closure>;

export const Reopening = z
  .strictObject({
    ...base,
    type: z.literal("reopening"),
    reason: languageText,
    newDue: DueDate.optional(),
    assessor: ReadableName.optional(),
    secondReader: PersonName.optional(),
    singleReader: ReadableText.optional().describe("Why there was only one reader (R35)."),
  })
  .meta({ id: "Reopening", description: "The issuing body reopens the follow-up (R33)." });
export type Reopening = z.infer<typeof Reopening>;

/** The editor agrees that the addressee is the wrong body (R39). */
export const NotCompetentUpheld = z
  .strictObject({ ...base, type: z.literal("notCompetentUpheld"), reason: languageText })
  .meta({ id: "NotCompetentUpheld" });
export type NotCompetentUpheld = z.infer<typeof NotCompetentUpheld>;

/** An editor changes the role of the addressee; the printed role stays on the follow-up (R5). */
export const RoleChange = z
  .strictObject({ ...base, type: z.literal("roleChange"), role: Role, reason: languageText })
  .meta({ id: "RoleChange", description: "The role in which it is addressed from that day." });
export type RoleChange = z.infer<typeof RoleChange>;

/**
 * An editor decides who is responsible after a change that does not decide by itself (R14); it applies from the day of
 * the change.
 */
export const SuccessorDecisionEntry = z
  .strictObject({
    ...base,
    type: z.literal("successorDecision"),
    change: Id,
    successor: Id,
    of: z.enum(["addressee", "issuingBody"]).default("addressee"),
    from: Day.optional().describe("A later day than that of the change, from which it applies."),
    reason: languageText.optional(),
  })
  .meta({ id: "SuccessorDecision", description: "Who is responsible after a change of organizations." });
export type SuccessorDecisionEntry = z.infer<typeof SuccessorDecisionEntry>;

/** Evidence, alone or for another entry. */
export const EvidenceEntry = z
  .strictObject({
    ...base,
    type: z.literal("evidence"),
    evidence: evidence.min(1),
    about: Id.optional().describe("The entry that it is evidence for."),
  })
  .meta({ id: "EvidenceEntry", description: "Evidence added to a follow-up." });
export type EvidenceEntry = z.infer<typeof EvidenceEntry>;

/** What a third party says; it changes none of the four answers. */
export const Observation = z
  .strictObject({
    ...base,
    type: z.literal("observation"),
    by: PersonName.describe("Who says it: an NGO, another rapporteur, an international organization."),
    text: languageText,
    evidence: evidence.default([]),
  })
  .meta({ id: "Observation", description: "What a third party says." });
export type Observation = z.infer<typeof Observation>;

/** Retracts an entry that was made on the wrong follow-up (R52). */
export const Retraction = z
  .strictObject({ ...base, type: z.literal("retraction"), retracts: Id, reason: languageText })
  .meta({ id: "Retraction" });
export type Retraction = z.infer<typeof Retraction>;

/** Everything that is said on a follow-up. Entries are appended and never changed. */
export const Entry = z
  .discriminatedUnion("type", [
    Response,
    Commitment,
    CommitmentOutcome,
    DeadlineRequest,
    DeadlineRequestWithdrawal,
    DeadlineChange,
    DeadlineContest,
    ProgressUpdate,
    ClaimWithdrawal,
    Assessment,
    Closure,
    Reopening,
    NotCompetentUpheld,
    RoleChange,
    SuccessorDecisionEntry,
    EvidenceEntry,
    Observation,
    Retraction,
  ])
  .meta({ id: "Entry", description: "Anything that is said on a follow-up." });
export type Entry = z.infer<typeof Entry>;
export type EntryType = Entry["type"];
