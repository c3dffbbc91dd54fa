import type { Id } from "../../source.ts";
import type { Day } from "../../time/day.ts";
import type { Closure } from "../entries/closure.ts";
import type { Commitment } from "../entries/commitment.ts";
import type { CommitmentOutcome } from "../entries/commitment-outcome.ts";
import type { GivenWhen, LiveEntry } from "../entries/live-entries.ts";
import type { ProgressUpdate } from "../entries/progress-update.ts";
import type { Role } from "../follow-up.ts";
import type { AssessedLevel, Lifecycle, Position, ReportedLevel } from "../levels.ts";
import type { Reason } from "../reason.ts";
import type { Claim, PeriodWithIssuer } from "./claims.ts";
import type { Deadline } from "./deadline.ts";
import type { Finding } from "./findings.ts";
import type { PossiblyGiven } from "./possibly-given.ts";

export type Promised = Deadline & {
  id: Id;
  entry: Commitment;
  promisedOn: Day;
  /**
   * What happened to it: reported on a day, and as of a day; `told` is when it was reported, as far as that is known.
   */
  ended?: {
    outcome: CommitmentOutcome["outcome"];
    on: Day;
    asOf: Day;
    uncertain: boolean;
    given: GivenWhen;
    /** The promises that replace it, also where a later outcome was told. */
    replacedBy: readonly Id[];
  };
  /** The promises that it replaces, whose original date and moves it has (D5); present when they had a date. */
  replaces?: readonly Id[];
};

/** A claim or a complete finding, by the first entry of its line, and whether it stops the addressee's clock. */
export type Pending = { id: Id; stopsClock: boolean };

/** What has happened to a follow-up by a day, before any answer is derived from it. */
export type State = {
  day: Day;
  position: Position;
  /** An answer that does not tell its content, or may have been given: it may have declined. */
  contentUnknown: boolean;
  response?: LiveEntry;
  /** The first answer and when it was due: it shows whether the addressee answered in time, whatever it says later. */
  firstResponse?: LiveEntry & Pick<Deadline, "due" | "duePrecision">;
  /** The last answer by which it declined, and whether it had accepted before. */
  declined?: { answer: LiveEntry; hadAccepted: boolean };
  responseDeadline: Deadline;
  responseReason: Reason;
  implementationDeadline: Deadline;
  commitments: readonly Promised[];
  reported: ReportedLevel;
  reportedEntry?: LiveEntry<ProgressUpdate>;
  assessed: AssessedLevel;
  assessedEntry?: Finding;
  stalled: boolean;
  regressed: boolean;
  divergent: boolean;
  /** It was closed as done, and a later finding is below that (R34). */
  contradicted: boolean;
  lifecycle: Lifecycle;
  /** A finding that everything is done waits for the closure, and nobody is overdue meanwhile (D22). */
  verified: boolean;
  /** The claim that waits, the first of them, or the claim that a finding confirmed. */
  claim?: Claim;
  /** While it waits for the issuing body: the claims, and the findings that everything is done. */
  pendingBy: readonly Pending[];
  /** With the day on which everything was done, the number of earlier findings, and the state before the closure. */
  closure?: LiveEntry<Closure> & { doneOn: Day; findingsBefore: number; before: State };
  reopenedCount: number;
  notCompetentUpheld: boolean;
  /** The printed role, or the one that an editor changed it to. */
  role: Role;
  /**
   * The day from which it owes anything: the day of publication, or of the change from being addressed for information.
   */
  owesSince: Day;
  /** The latest reporting year for which an update was given; an update for a year settles the earlier ones. */
  updatedThrough: number;
  /** The latest reporting year about which the issuing body found anything; a finding settles the earlier ones too. */
  assessedThrough: number;
  updatesGiven: readonly { year: number; given: GivenWhen }[];
  periodsWithIssuer: readonly PeriodWithIssuer[];
  lastEntryOn: Day | undefined;
  /** Whether something that would end a duty was given on an unknown day (D14). */
  mayHaveEnded: MayHaveEnded;
};

/** What may have ended what is owed on a day. */
export type MayHaveEnded = Pick<
  PossiblyGiven,
  "response" | "refusal" | "content" | "updatesThrough" | "findingsThrough" | "commitments"
> & {
  /** Everything that the addressee owes. */
  everything: boolean;
  /** Every update: while a claim waits none is owed. */
  updates: boolean;
  /** The issuing body's answer to the claim. */
  verification: boolean;
  /** That it is followed at all. */
  closure: boolean;
};
