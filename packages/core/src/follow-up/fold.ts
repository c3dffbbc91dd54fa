import type { Id } from "../source.ts";
import { type Day, daysBetween } from "../time/day.ts";
import type { Assessment, Closure, DeadlineChange, ProgressUpdate } from "./entry.ts";
import type { Role } from "./follow-up.ts";
import type { History } from "./history.ts";
import { declines, isComplete, type Lifecycle, levelRank, type Position } from "./levels.ts";
import type { LiveEntry } from "./live-entries.ts";
import type { Claim, Deadline, Promised, State } from "./state.ts";

/** The entries taken so far, and what they come to; statesOver() lets it take them in the order in which they count. */
export class Fold {
  readonly history: History;
  position: Position = "awaiting";
  response: LiveEntry | undefined;
  firstResponse: LiveEntry | undefined;
  acceptanceWithdrawnOn: Day | undefined;
  responseDeadline: Deadline;
  implementationDeadline: Deadline;
  commitments: Promised[] = [];
  updates: LiveEntry<ProgressUpdate>[] = [];
  reportedEntry: LiveEntry<ProgressUpdate> | undefined;
  assessedEntry: LiveEntry<Assessment> | undefined;
  /** The finding that the latest one follows. */
  assessedBefore: LiveEntry<Assessment> | undefined;
  lifecycle: Lifecycle = "open";
  verified = false;
  foundWanting = false;
  claim: Claim | undefined;
  closure: LiveEntry<Closure> | undefined;
  reopenedCount = 0;
  notCompetentUpheld = false;
  role: Role;
  updatedThrough = 0;
  daysWithIssuer = 0;
  returnedOn: Day | undefined;
  lastEntryOn: Day | undefined;

  constructor(history: History) {
    this.history = history;
    this.role = history.case.followUp.role;
    this.responseDeadline = deadline(history.responseDue);
    this.implementationDeadline = deadline(history.case.recommendation.implementationDue?.on);
  }

  take(live: LiveEntry): void {
    const { entry } = live;
    // Who may not see confidential evidence cannot tell from staleness that there is some.
    if (entry.type !== "evidence" || entry.evidence.some(({ confidential }) => !confidential))
      this.lastEntryOn = live.from;
    switch (entry.type) {
      case "response":
        this.answer(entry.position, live);
        break;
      case "commitment":
        this.commitments = [...this.commitments, { id: live.root, entry, ...deadline(entry.due?.on) }];
        break;
      case "commitmentOutcome":
        this.changeCommitment(entry.commitment, (promised) => ({ ...promised, outcome: entry.outcome }));
        break;
      case "deadlineChange":
        this.changeDeadline(entry);
        break;
      case "progressUpdate":
        this.update({ ...live, entry });
        break;
      case "claimWithdrawal":
        this.withdrawClaim(entry.update, live.from);
        break;
      case "assessment":
        this.assess({ ...live, entry });
        break;
      case "closure":
        this.lifecycle = "closed";
        this.closure = { ...live, entry };
        break;
      case "reopening":
        this.reopen(entry.newDue?.on);
        break;
      case "notCompetentUpheld":
        this.notCompetentUpheld = true;
        break;
      case "roleChange":
        this.role = entry.role;
        break;
    }
  }

  /** Decision 27: it takes effect on the day it was decided. */
  private changeDeadline({ id, decision, to, target }: DeadlineChange): void {
    if (decision !== "granted" || to === undefined) return;
    if (target.kind === "response") this.responseDeadline = moved(this.responseDeadline, to.on, id);
    else if (target.kind === "implementation")
      this.implementationDeadline = moved(this.implementationDeadline, to.on, id);
    else this.changeCommitment(target.commitment, (promised) => ({ ...promised, ...moved(promised, to.on, id) }));
  }

  private rootOf(id: Id): Id {
    return this.history.rootOf.get(id) ?? id;
  }

  private answer(position: Position, live: LiveEntry): void {
    const before = this.position;
    // That there was an answer says nothing against the position that is stated (decision 4).
    if (position === "answeredNotStated" && before !== "awaiting" && before !== "undetermined") return;
    this.position = position;
    this.response = live;
    this.firstResponse ??= live;
    this.notCompetentUpheld = false;
    if (declines(position)) {
      if (!declines(before) && before.startsWith("accepted")) this.acceptanceWithdrawnOn = live.from;
      return;
    }
    this.acceptanceWithdrawnOn = undefined;
    const { due } = this.implementationDeadline;
    // Who accepts only after the due date, having declined before, has no deadline until one is set (decision 28).
    if (declines(before) && due !== undefined && due < live.from) this.implementationDeadline = deadline(undefined);
  }

  private changeCommitment(id: Id, change: (promised: Promised) => Promised): void {
    const root = this.rootOf(id);
    this.commitments = this.commitments.map((promised) => (promised.id === root ? change(promised) : promised));
  }

  private update(live: LiveEntry<ProgressUpdate>): void {
    this.updates.push(live);
    if (live.entry.level !== undefined) this.reportedEntry = later(this.reportedEntry, live);
    if (live.entry.reportingYear > this.updatedThrough) this.updatedThrough = live.entry.reportingYear;
    if (!live.entry.claim) return;
    const claim: Claim = { update: live, stopsClock: !this.foundWanting, withdrawn: false };
    if (this.lifecycle === "open") {
      this.lifecycle = "pendingVerification";
      this.verified = false;
      this.claim = claim;
    } else if (this.lifecycle === "closed") {
      this.claim = claim;
    }
    // A further claim while one waits changes nothing: the Centre's clock runs from the first.
  }

  private withdrawClaim(update: Id, on: Day): void {
    const claim = this.claim;
    if (claim === undefined || claim.update.root !== this.rootOf(update)) return;
    this.updates = this.updates.filter((live) => live.root !== claim.update.root);
    this.reportedEntry = this.updates
      .filter(({ entry }) => entry.level !== undefined)
      .reduce<LiveEntry<ProgressUpdate> | undefined>(later, undefined);
    this.claim = { ...claim, withdrawn: true };
    if (this.lifecycle === "pendingVerification" && !this.verified) this.backToAddressee(claim, on);
  }

  private assess(live: LiveEntry<Assessment>): void {
    const last = later(this.assessedEntry, live);
    this.assessedBefore = last === live ? this.assessedEntry : later(this.assessedBefore, live);
    this.assessedEntry = last;
    const { claim } = this;
    const complete = isComplete(live.entry.level);
    // A finding about an earlier situation than the one claimed does not answer the claim.
    const answers = claim !== undefined && !claim.withdrawn && live.entry.asOf >= claim.update.entry.asOf;
    if (answers) this.claim = { ...claim, finding: live };
    if (this.lifecycle === "closed") return;
    if (complete) {
      if (this.lifecycle === "open" || answers || claim === undefined) {
        this.lifecycle = "pendingVerification";
        this.verified = true;
      }
      return;
    }
    if (this.lifecycle !== "pendingVerification") return;
    if (this.verified && claim === undefined) this.lifecycle = "open";
    else if (answers && claim !== undefined) {
      this.foundWanting = true;
      this.backToAddressee(claim, live.from);
    }
    if (this.lifecycle === "open") this.verified = false;
  }

  private backToAddressee(claim: Claim, on: Day): void {
    this.lifecycle = "open";
    this.verified = false;
    this.returnedOn = on;
    if (claim.stopsClock) this.daysWithIssuer += daysBetween(claim.update.from, on);
  }

  private reopen(newDue: Day | undefined): void {
    if (this.lifecycle !== "closed") return;
    this.lifecycle = "open";
    this.verified = false;
    this.closure = undefined;
    this.claim = undefined;
    this.reopenedCount += 1;
    if (newDue === undefined) return;
    const renewed = <D extends Deadline>(each: D): D => ({
      ...each,
      due: newDue,
      originalDue: each.originalDue ?? newDue,
    });
    this.implementationDeadline = renewed(this.implementationDeadline);
    this.commitments = this.commitments.map((each) => (each.outcome === undefined ? renewed(each) : each));
  }

  stateOn(day: Day, uncertain: State["uncertain"]): State {
    const { reportedEntry, assessedEntry, assessedBefore: before } = this;
    const steps = before && assessedEntry ? rank(assessedEntry) - rank(before) : undefined;
    const answered = this.position !== "awaiting" && this.position !== "undetermined";
    return {
      day,
      // While it cannot be told whether an answer was given, the position cannot be told either.
      position: this.position === "awaiting" && uncertain.response ? "undetermined" : this.position,
      ...(this.response === undefined ? {} : { response: this.response }),
      ...(this.firstResponse === undefined ? {} : { firstResponse: this.firstResponse }),
      ...(this.acceptanceWithdrawnOn === undefined ? {} : { acceptanceWithdrawnOn: this.acceptanceWithdrawnOn }),
      responseDeadline: this.responseDeadline,
      implementationDeadline: this.implementationDeadline,
      commitments: this.commitments,
      reported: reportedEntry?.entry.level ?? "notReported",
      ...(reportedEntry === undefined ? {} : { reportedEntry }),
      assessed: assessedEntry?.entry.level ?? "notAssessed",
      ...(assessedEntry === undefined ? {} : { assessedEntry }),
      stalled:
        steps === 0 &&
        before?.entry.reportingYear !== assessedEntry?.entry.reportingYear &&
        !isComplete(assessedEntry?.entry.level ?? "notStarted"),
      regressed: steps !== undefined && steps < 0,
      lifecycle: this.lifecycle,
      verified: this.verified,
      ...(this.claim === undefined || this.claim.withdrawn ? {} : { claim: this.claim }),
      ...(this.closure === undefined ? {} : { closure: this.closure }),
      reopenedCount: this.reopenedCount,
      role: this.role,
      notCompetentUpheld: this.notCompetentUpheld && this.position === "notCompetent",
      updatedThrough: this.updatedThrough,
      daysWithIssuer: this.daysWithIssuer,
      returnedOn: this.returnedOn,
      lastEntryOn: this.lastEntryOn,
      uncertain: {
        ...uncertain,
        response: !answered && (uncertain.response || this.position === "undetermined"),
      },
    };
  }
}

function deadline(due: Day | undefined): Deadline {
  return { due, originalDue: due, moves: 0, movedBy: [] };
}

/** D5, D6: the original due date stays; the number of moves is kept. */
function moved(before: Deadline, to: Day, by: Id): Deadline {
  return {
    due: to,
    originalDue: before.originalDue ?? to,
    moves: before.moves + 1,
    movedBy: [...before.movedBy, by],
  };
}

/** Decision 24: the latest situation, ties by the day given, then by the order in which they count. */
function later<E extends ProgressUpdate | Assessment>(
  best: LiveEntry<E> | undefined,
  next: LiveEntry<E>,
): LiveEntry<E> {
  return best === undefined || next.entry.asOf >= best.entry.asOf ? next : best;
}

function rank({ entry }: LiveEntry<Assessment>): number {
  return entry.level === "noLongerApplicable" ? levelRank.fullyImplemented : levelRank[entry.level];
}
