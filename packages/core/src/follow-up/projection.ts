import type { Settings } from "../settings.ts";
import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";
import type { FollowUpCase } from "./case.ts";
import type {
  AssessedLevel,
  ClosureReason,
  Lifecycle,
  OverdueKind,
  Position,
  ReportedLevel,
  Timeliness,
} from "./levels.ts";
import type { Reason } from "./reason.ts";

/** One thing owed during one stretch of time; a moved deadline or a restarted clock starts a new one (decision 8). */
export type OwedRow = {
  kind: OverdueKind;
  /** The commitment's id; absent for the other kinds. */
  commitment?: Id;
  owedBy: "addressee" | "issuingBody";
  /** Absent: owed without a date. */
  due?: Day;
  originalDue?: Day;
  /** How often the deadline was moved by then. */
  moves: number;
  missedYears: readonly number[];
  /** It cannot be told whether it is still owed: never counted as late. */
  undetermined: boolean;
  /** Owed on day d when owedFrom <= d < owedUntil. */
  owedFrom: Day;
  owedUntil: Day;
  /** Late on day d when lateFrom <= d < lateUntil; both are the end of time when it never was. */
  lateFrom: Day;
  lateUntil: Day;
  /** The same against the original due date (D5). */
  lateFromOriginal: Day;
  lateUntilOriginal: Day;
  /** Days that the claim lay with the issuing body before the clock went on (D11). */
  daysWithIssuer: number;
  reasons: readonly Reason[];
};

/** A stretch of time, from <= d < until, in which the first three answers and what is settled do not change. */
export type StandingRow = {
  from: Day;
  until: Day;
  position: Position;
  reported: ReportedLevel;
  assessed: AssessedLevel;
  lifecycle: Lifecycle;
  closureReason?: ClosureReason;
  /** The timeliness while the addressee owes nothing; absent: it follows from what is owed on the day. */
  settled?: Timeliness;
  /** A claim and a later finding below it; a claim without a finding (decision 34). */
  divergent: boolean;
  unverified: boolean;
  stalled: boolean;
  regressed: boolean;
  reopenedCount: number;
  /** The day from which it is stale if it has no deadline and nothing is said meanwhile (D7). */
  staleFrom?: Day;
  acceptanceWithdrawnOn?: Day;
  reasons: readonly Reason[];
};

export type Projection = { owed: readonly OwedRow[]; standings: readonly StandingRow[] };

export declare function project(followUp: FollowUpCase, settings: Settings): Projection;
