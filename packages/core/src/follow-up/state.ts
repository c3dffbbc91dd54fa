import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";
import type { WithIssuer } from "./accounts.ts";
import type { Deadline } from "./deadline.ts";
import type { Closure, Commitment, CommitmentOutcome, ProgressUpdate } from "./entry.ts";
import type { Finding } from "./findings.ts";
import { certain, Fold } from "./fold.ts";
import type { Role } from "./follow-up.ts";
import type { History } from "./history.ts";
import { type AssessedLevel, declines, type Lifecycle, type Position, type ReportedLevel } from "./levels.ts";
import type { GivenWhen, LiveEntry } from "./live-entries.ts";
import type { Reason } from "./reason.ts";

export type Promised = Deadline & {
  id: Id;
  entry: Commitment;
  promisedOn: Day;
  /** What became of it: told on a day, and so as of a day; `told` is when that was, as far as it is known. */
  ended?: {
    outcome: CommitmentOutcome["outcome"];
    on: Day;
    asOf: Day;
    uncertain: boolean;
    told: GivenWhen;
  };
};

/** A claim that all is done (decision 26). */
export type Claim = {
  update: LiveEntry<ProgressUpdate>;
  /** Not where one was found wanting before, nor where its author had taken back a claim of the same situation. */
  stopsClock: boolean;
};

/** What has become of a follow-up by one day, before anything is derived from it for a reader. */
export type State = {
  day: Day;
  position: Position;
  /** An answer that does not tell its content, or may have been given: it may have declined. */
  contentUnknown: boolean;
  response?: LiveEntry;
  /** The first answer and when it was due: it tells whether the addressee answered in time, whatever it says later. */
  firstResponse?: LiveEntry & Pick<Deadline, "due" | "duePrecision">;
  acceptanceWithdrawnOn?: Day;
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
  /** It was closed as done, and a later finding is below that (decision 29). */
  contradicted: boolean;
  lifecycle: Lifecycle;
  /** An assessed full waits for its closure, and nobody is late meanwhile (decision 26). */
  verified: boolean;
  /** The claim that waits, or that a finding confirmed. */
  claim?: Claim;
  /** With the day on which all was done, how many findings came before, and how it stood until then. */
  closure?: LiveEntry<Closure> & { doneOn: Day; findingsBefore: number; before: State };
  reopenedCount: number;
  notCompetentUpheld: boolean;
  /** The printed one, or what an editor made of it. */
  role: Role;
  /** The day from which it owes anything: that of publication, or of the change from being addressed for information. */
  owesSince: Day;
  /** The latest reporting year for which an update was given; an update for a year settles the earlier ones. */
  updatedThrough: number;
  updatesTold: readonly { year: number; told: GivenWhen }[];
  withIssuer: readonly WithIssuer[];
  lastEntryOn: Day | undefined;
  /** Whether something that would end a debt was given on a day that is not known (decision 1). */
  uncertain: Suspicions;
};

/** What may have been given already, on a day that is not known. */
export type Suspicions = {
  response: boolean;
  /** An answer that declines. */
  refusal: boolean;
  /** An answer that does not tell its content. */
  content: boolean;
  everything: boolean;
  /** The latest reporting year of an update. */
  updatesThrough: number;
  commitments: ReadonlySet<Id>;
};

/** Folds all entries that count on a day, in the order in which they count. */
export function stateOn(history: History, day: Day): State {
  return statesOver(history)(day);
}

/** As stateOn(), for days asked in ascending order: each entry is folded once for all of them. */
export function statesOver(history: History): (day: Day) => State {
  const fold = new Fold(history);
  const anyUnsure = history.entries.some(({ uncertain }) => uncertain);
  let taken = 0;
  return (day) => {
    for (let next = history.entries[taken]; next !== undefined && next.from <= day; next = history.entries[taken]) {
      fold.take(next);
      taken += 1;
    }
    return fold.stateOn(day, anyUnsure ? suspicionsOn(history, day) : certain);
  };
}

/** What entries of after a day may have ended by then already: it cannot be told (decision 1). */
export function suspicionsOn({ entries, rootOf }: History, day: Day): Suspicions {
  const unsure = entries
    .filter(({ uncertain, from, after }) => uncertain && from > day && (after === undefined || after < day))
    .map(({ entry }) => entry);
  if (unsure.length === 0) return certain;
  const positions = unsure.flatMap((entry) => (entry.type === "response" ? [entry.position] : []));
  const updates = unsure.filter((entry) => entry.type === "progressUpdate");
  const outcomes = unsure.filter((entry) => entry.type === "commitmentOutcome");
  return {
    response: positions.length > 0,
    refusal: positions.some(declines),
    content: positions.some((each) => each === "answeredNotStated" || each === "undetermined"),
    everything: updates.some(({ claim }) => claim) || unsure.some(({ type }) => type === "closure"),
    updatesThrough: updates.map(({ reportingYear }) => reportingYear).sort((x, y) => y - x)[0] ?? 0,
    commitments: new Set(outcomes.map(({ commitment }) => rootOf.get(commitment) ?? commitment)),
  };
}
