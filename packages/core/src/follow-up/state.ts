import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";
import type { Assessment, Closure, Commitment, ProgressUpdate } from "./entry.ts";
import { Fold } from "./fold.ts";
import type { Role } from "./follow-up.ts";
import type { History } from "./history.ts";
import type { AssessedLevel, Lifecycle, Position, ReportedLevel } from "./levels.ts";
import type { LiveEntry } from "./live-entries.ts";

export type Deadline = { due: Day | undefined; originalDue: Day | undefined; moves: number; movedBy: readonly Id[] };

export type Promised = Deadline & { id: Id; entry: Commitment; outcome?: "met" | "replaced" | "abandoned" };

/** A claim that all is done (decision 26). */
export type Claim = {
  update: LiveEntry<ProgressUpdate>;
  /** A claim after a verdict below an earlier one does not stop the addressee's clock. */
  stopsClock: boolean;
  finding?: LiveEntry<Assessment>;
  withdrawn: boolean;
};

/** What has become of a follow-up by one day, before anything is derived from it for a reader. */
export type State = {
  day: Day;
  position: Position;
  response?: LiveEntry;
  /** The first answer: it tells whether the addressee answered in time, whatever it says later. */
  firstResponse?: LiveEntry;
  acceptanceWithdrawnOn?: Day;
  responseDeadline: Deadline;
  implementationDeadline: Deadline;
  commitments: readonly Promised[];
  reported: ReportedLevel;
  reportedEntry?: LiveEntry<ProgressUpdate>;
  assessed: AssessedLevel;
  assessedEntry?: LiveEntry<Assessment>;
  stalled: boolean;
  regressed: boolean;
  lifecycle: Lifecycle;
  /** An assessed full waits for its closure, and nobody is late meanwhile (decision 26). */
  verified: boolean;
  claim?: Claim;
  closure?: LiveEntry<Closure>;
  reopenedCount: number;
  notCompetentUpheld: boolean;
  /** The printed one, or what an editor made of it. */
  role: Role;
  /** The latest reporting year for which an update was given; an update for a year settles the earlier ones. */
  updatedThrough: number;
  daysWithIssuer: number;
  /** The day on which the clock last went back to the addressee. */
  returnedOn: Day | undefined;
  lastEntryOn: Day | undefined;
  /** Whether something that would end a debt was given on a day that is not known (decision 1). */
  uncertain: { response: boolean; everything: boolean; update: boolean; commitments: ReadonlySet<Id> };
};

/** Folds all entries that count on a day, in the order in which they count. */
export function stateOn(history: History, day: Day): State {
  return statesOver(history)(day);
}

/** As stateOn(), for days asked in ascending order: each entry is folded once for all of them. */
export function statesOver(history: History): (day: Day) => State {
  const fold = new Fold(history);
  let taken = 0;
  return (day) => {
    for (let next = history.entries[taken]; next !== undefined && next.from <= day; next = history.entries[taken]) {
      fold.take(next);
      taken += 1;
    }
    return fold.stateOn(day, suspicions(history, taken, day));
  };
}

/** What entries of the future that may have been given already would end: it cannot be told (decision 1). */
function suspicions({ entries, rootOf }: History, from: number, day: Day): State["uncertain"] {
  const uncertain = { response: false, everything: false, update: false, commitments: new Set<Id>() };
  for (let place = from; place < entries.length; place += 1) {
    const live = entries[place];
    if (live === undefined || !live.uncertain || (live.after !== undefined && day <= live.after)) continue;
    const { entry } = live;
    if (entry.type === "response") uncertain.response = true;
    if (entry.type === "closure") uncertain.everything = true;
    if (entry.type === "commitmentOutcome") uncertain.commitments.add(rootOf.get(entry.commitment) ?? entry.commitment);
    if (entry.type === "progressUpdate") {
      uncertain.update = true;
      if (entry.claim) uncertain.everything = true;
    }
  }
  return uncertain;
}
