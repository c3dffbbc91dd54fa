import type { Id } from "../../source.ts";
import type { Day } from "../../time/day.ts";
import type { DueDate } from "../../time/due-date.ts";
import type { Assessment } from "../entries/assessment.ts";
import type { Closure } from "../entries/closure.ts";
import type { CommitmentOutcome } from "../entries/commitment-outcome.ts";
import type { DeadlineChange } from "../entries/deadline-change.ts";
import type { LiveEntry } from "../entries/live-entries.ts";
import type { ProgressUpdate } from "../entries/progress-update.ts";
import type { Role } from "../follow-up.ts";
import { declines, isClosedAsDone, type Lifecycle, type Position } from "../levels.ts";
import type { Reason } from "../reason.ts";
import { type Claim, Claims } from "./claims.ts";
import { type Deadline, dateSet, deadline, deadlineOf, lapsed, missed, moved, owedFrom } from "./deadline.ts";
import { isDivergent, type LiveUpdate, trendOf } from "./divergence.ts";
import { type Finding, moreRecent, mostRecent, verdictOf } from "./findings.ts";
import { nothingPossiblyGiven, type PossiblyGiven } from "./possibly-given.ts";
import { type PreparedCase, responseDeadlineOf } from "./prepared-case.ts";
import { withReplaced } from "./replaced-promises.ts";
import type { MayHaveEnded, Pending, Promised, State } from "./state.ts";

/**
 * Replays entries one after the other, and holds the state that they lead to. statesInOrder() passes them in the order in
 * which they count.
 */
export class Replay {
  readonly history: PreparedCase;
  position: Position = "awaiting";
  response: LiveEntry | undefined;
  /** The first answer, with its due date at that moment: a later decision does not make it timely. */
  firstResponse: State["firstResponse"];
  declined: State["declined"];
  responseDeadline: Deadline;
  responseReason: Reason;
  implementationDeadline: Deadline;
  commitments: Promised[] = [];
  /** The updates with a level that were not withdrawn. */
  updatesWithLevel: LiveUpdate[] = [];
  /** Those that can differ from a finding. */
  comparableUpdates: LiveUpdate[] = [];
  findings: Finding[] = [];
  findingsBefore = new Map<LiveUpdate, number>();
  /**
   * The complete findings that no later one has undone, each with the day on which everything was done according to it.
   */
  complete: { finding: Finding; doneOn: Day }[] = [];
  lifecycle: Lifecycle = "open";
  verified = false;
  readonly claims = new Claims();
  closure: State["closure"];
  reopenedCount = 0;
  notCompetentUpheld = false;
  role: Role;
  owesSince: Day;
  updatesGiven: State["updatesGiven"] = [];
  updatedThrough = 0;
  /** How many of the entries that everybody may read were given by the day. */
  private given = 0;

  constructor(prepared: PreparedCase) {
    this.history = prepared;
    this.role = prepared.case.followUp.role;
    this.owesSince = prepared.opened;
    this.responseDeadline = deadline(prepared.responseDue);
    this.responseReason = prepared.responseReason;
    this.implementationDeadline = deadlineOf(prepared.case.recommendation.implementationDue);
  }

  take(live: LiveEntry): void {
    const { entry } = live;
    switch (entry.type) {
      case "response":
        this.answer(entry.position, live);
        break;
      case "commitment":
        this.commitments = [
          ...this.commitments,
          { id: live.root, entry, promisedOn: live.from, ...deadlineOf(entry.due) },
        ];
        break;
      case "commitmentOutcome":
        this.endCommitment({ ...live, entry });
        break;
      case "deadlineChange":
        this.changeDeadline(entry, live.from);
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
        this.close({ ...live, entry });
        break;
      case "reopening":
        this.reopen(entry.newDue, entry.id);
        break;
      case "notCompetentUpheld":
        this.notCompetentUpheld = true;
        break;
      case "roleChange":
        if (this.role === "forInformation" && entry.role !== "forInformation") this.beginToOwe(live.from);
        this.role = entry.role;
        break;
    }
  }

  /**
   * An addressee that was addressed only for information owes from this day: periods run from it, and an earlier date
   * is not binding.
   */
  private beginToOwe(on: Day): void {
    const { due, reason } = responseDeadlineOf(this.history.case.report, this.history.settings, on);
    const wasOwedBefore =
      this.history.case.followUp.role !== "forInformation" || this.owesSince !== this.history.opened;
    this.owesSince = on;
    this.responseDeadline = deadline(due);
    this.responseReason = reason;
    if (this.firstResponse !== undefined) this.firstResponse = { ...this.firstResponse, due, duePrecision: "day" };
    this.implementationDeadline = owedFrom(this.implementationDeadline, on, wasOwedBefore);
  }

  /** D24: it takes effect on the day of the decision, and what was overdue before stays so. */
  private changeDeadline({ id, decision, to, target }: DeadlineChange, on: Day): void {
    if (decision !== "granted" || to === undefined) return;
    if (target.kind === "response") {
      this.responseDeadline = moved(this.responseDeadline, to, id);
      if (this.firstResponse?.from === on)
        this.firstResponse = { ...this.firstResponse, due: to.on, duePrecision: to.precision };
    } else if (target.kind === "implementation")
      this.implementationDeadline = moved(this.implementationDeadline, to, id);
    else
      this.changeCommitment(target.commitment, (promised) =>
        promised.ended !== undefined && promised.ended.on < on ? promised : { ...promised, ...moved(promised, to, id) },
      );
  }

  private rootOf(id: Id): Id {
    return this.history.rootOf.get(id) ?? id;
  }

  private answer(position: Position, live: LiveEntry): void {
    const before = this.position;
    // That there was or may have been an answer does not contradict what is known of it (R21).
    const isUnclear = position === "answeredNotStated" || position === "undetermined";
    if (isUnclear && before !== "awaiting" && before !== "undetermined") return;
    this.position = position;
    this.response = live;
    if (position === "undetermined") return;
    // An addressee that may have answered before this answer is not called overdue.
    const uncertain = live.uncertain || before === "undetermined";
    const { due, duePrecision } = this.responseDeadline;
    this.firstResponse ??= { ...live, uncertain, due, duePrecision };
    this.notCompetentUpheld = false;
    if (declines(position)) {
      if (!declines(before)) this.decline(before, live);
      return;
    }
    if (!declines(before)) return;
    // An addressee that accepts only after a due date, having declined before, has no current date until one is set
    // (D26).
    this.implementationDeadline = lapsed(this.implementationDeadline, live.from);
    const when = this.whenMissed(this.declined?.answer ?? live);
    this.commitments = this.commitments.map((promised) =>
      promised.ended === undefined ? lapsed(this.owes ? missed(promised, live, when) : promised, live.from) : promised,
    );
  }

  /** The implementation is owed no longer; a date that had passed by then was binding, and so was every promise until now. */
  private decline(before: Position, live: LiveEntry): void {
    this.declined = { answer: live, hadAccepted: before.startsWith("accepted") };
    if (this.owes) this.implementationDeadline = missed(this.implementationDeadline, live, this.whenMissed(live));
  }

  private get owes(): boolean {
    return this.role !== "forInformation";
  }

  /** The claims and complete findings by which it waits for the issuing body. */
  private pendingBy(): Pending[] {
    if (this.lifecycle !== "pendingVerification") return [];
    const found = this.verified ? this.complete.map(({ finding }) => ({ id: finding.root, stopsClock: true })) : [];
    return [...found, ...this.claims.all.map(({ update, stopsClock }) => ({ id: update.root, stopsClock }))];
  }

  /** What stopped the addressee's clock when it answered: nothing ran while it was closed, either. */
  private whenMissed(declined: LiveEntry): { declined: LiveEntry; stoppedBy: readonly Id[] } {
    const stoppedBy = this.pendingBy().flatMap(({ id, stopsClock }) => (stopsClock ? [id] : []));
    return { declined, stoppedBy: this.closure === undefined ? stoppedBy : [this.closure.root] };
  }

  private changeCommitment(id: Id, change: (promised: Promised) => Promised): void {
    const root = this.rootOf(id);
    this.commitments = this.commitments.map((promised) => (promised.id === root ? change(promised) : promised));
  }

  private endCommitment(told: LiveEntry<CommitmentOutcome>): void {
    const { entry, from, uncertain } = told;
    const { outcome, asOf = from } = entry;
    const replacedBy = entry.replacedBy === undefined ? [] : [this.rootOf(entry.replacedBy)];
    // A promise is not replaced by one that was retracted.
    if (!replacedBy.every((id) => this.history.entries.some(({ root }) => root === id))) return;
    this.changeCommitment(entry.commitment, (promised) => ({
      ...promised,
      ended: {
        outcome,
        on: from,
        asOf,
        uncertain,
        given: entry.asOf === undefined ? told : { from: entry.asOf, uncertain },
        replacedBy: [...(promised.ended?.replacedBy ?? []), ...replacedBy],
      },
    }));
  }

  private update(live: LiveEntry<ProgressUpdate>): void {
    const { entry } = live;
    this.updatesGiven = [...this.updatesGiven, { year: entry.reportingYear, given: live }];
    if (entry.reportingYear > this.updatedThrough) this.updatedThrough = entry.reportingYear;
    // A claim on a closed follow-up is kept and shown, and changes nothing.
    const counts = !(entry.claim && this.lifecycle === "closed");
    if (entry.level !== undefined) {
      this.updatesWithLevel = [...this.updatesWithLevel, live];
      this.findingsBefore.set(live, this.findings.length);
      if (counts) this.comparableUpdates = [...this.comparableUpdates, live];
    }
    if (!entry.claim || this.lifecycle === "closed") return;
    this.claims.make(live);
    this.lifecycle = "pendingVerification";
  }

  private withdrawClaim(update: Id, on: Day): void {
    const root = this.rootOf(update);
    const others = (all: LiveUpdate[]) => all.filter((each) => each.root !== root || !each.entry.claim);
    this.updatesWithLevel = others(this.updatesWithLevel);
    this.comparableUpdates = others(this.comparableUpdates);
    this.claims.withdraw(root, on);
    this.waitOrOpen();
  }

  private assess(live: LiveEntry<Assessment>): void {
    this.findings = [...this.findings, live];
    const verdict = verdictOf(live);
    // Nothing follows from findings that contradict each other, and nothing ends a closed follow-up.
    if (this.lifecycle === "closed" || verdict === undefined) return;
    const [answered] = this.claims.answeredBy(live.entry.asOf);
    if (verdict === "complete") this.assessComplete(live, this.verified ? undefined : answered);
    else this.assessBelow(live, answered !== undefined);
  }

  private assessComplete(live: Finding, confirmed: Claim | undefined): void {
    // It does not contradict a finding about a later situation.
    if (mostRecent(this.findings) !== live) return;
    this.complete = [...this.complete, { finding: live, doneOn: (confirmed?.update ?? live).entry.asOf }];
    if (this.lifecycle !== "open" && confirmed === undefined) return;
    this.lifecycle = "pendingVerification";
    this.verified = true;
  }

  private assessBelow(live: Finding, answers: boolean): void {
    // A finding about an earlier situation, published later, undoes nothing; nor does one of the same day about an
    // earlier year.
    this.complete = this.complete.filter(({ finding }) => moreRecent(finding, live) === finding);
    if (this.lifecycle === "open" || (this.verified ? this.complete.length > 0 : !answers)) return;
    this.claims.refute(live.entry.asOf, live.from);
    this.verified = false;
    this.waitOrOpen();
  }

  /** A claim waits for the issuing body (R2), until all claims are answered or withdrawn. */
  private waitOrOpen(): void {
    if (this.lifecycle === "closed" || this.verified) return;
    this.lifecycle = this.claims.first === undefined ? "open" : "pendingVerification";
  }

  /** A closed follow-up is not closed again. */
  private close(live: LiveEntry<Closure>): void {
    if (this.lifecycle === "closed") return;
    const doneOn = this.complete[0]?.doneOn ?? this.claims.first?.update.entry.asOf ?? live.from;
    this.closure = {
      ...live,
      doneOn,
      findingsBefore: this.findings.length,
      before: this.stateOn(live.from, nothingPossiblyGiven),
    };
    this.claims.end(live.from, this.verified ? this.complete[0]?.finding.from : undefined);
    this.lifecycle = "closed";
    if (isClosedAsDone(live.entry.closureReason)) this.comparableUpdates = [];
  }

  /** It starts again: earlier findings neither verify a new claim nor count against it. */
  private reopen(newDue: DueDate | undefined, by: Id): void {
    if (this.lifecycle !== "closed") return;
    this.lifecycle = "open";
    this.verified = false;
    this.closure = undefined;
    this.complete = [];
    this.claims.restart();
    this.reopenedCount += 1;
    if (newDue === undefined) return;
    const renewed = (each: Deadline) => dateSet(each, { by: "reopening", entry: by, to: newDue });
    this.implementationDeadline = renewed(this.implementationDeadline);
    this.commitments = this.commitments.map((each) =>
      each.ended === undefined ? { ...each, ...renewed(each) } : each,
    );
  }

  /** The level of the newest finding. */
  get assessed(): State["assessed"] {
    return mostRecent(this.findings)?.entry.level ?? "notAssessed";
  }

  stateOn(day: Day, possiblyGiven: PossiblyGiven): State {
    const reportedEntry = mostRecent(this.updatesWithLevel);
    const assessedEntry = mostRecent(this.findings);
    return {
      day,
      // While nobody can tell whether an answer was given, nobody can tell the position either.
      position: this.position === "awaiting" && possiblyGiven.response ? "undetermined" : this.position,
      contentUnknown:
        this.position === "answeredNotStated" ||
        this.position === "undetermined" ||
        (this.position === "awaiting" && possiblyGiven.content),
      ...(this.response === undefined ? {} : { response: this.response }),
      ...(this.firstResponse === undefined ? {} : { firstResponse: this.firstResponse }),
      ...(this.declined === undefined ? {} : { declined: this.declined }),
      responseDeadline: this.responseDeadline,
      responseReason: this.responseReason,
      implementationDeadline: this.implementationDeadline,
      commitments: withReplaced(this.commitments),
      reported: reportedEntry?.entry.level ?? "notReported",
      ...(reportedEntry === undefined ? {} : { reportedEntry }),
      assessed: this.assessed,
      ...(assessedEntry === undefined ? {} : { assessedEntry }),
      ...trendOf(this.findings),
      divergent: isDivergent(this),
      contradicted:
        this.closure !== undefined &&
        assessedEntry !== undefined &&
        isClosedAsDone(this.closure.entry.closureReason) &&
        this.findings.indexOf(assessedEntry) >= this.closure.findingsBefore &&
        verdictOf(assessedEntry) === "below",
      lifecycle: this.lifecycle,
      verified: this.verified,
      ...(this.claims.first === undefined ? {} : { claim: this.claims.first }),
      pendingBy: this.pendingBy(),
      ...(this.closure === undefined ? {} : { closure: this.closure }),
      reopenedCount: this.reopenedCount,
      role: this.role,
      owesSince: this.owesSince,
      notCompetentUpheld: this.notCompetentUpheld && this.position === "notCompetent",
      updatedThrough: this.updatedThrough,
      assessedThrough: this.findings.map(({ entry }) => entry.reportingYear).sort((a, b) => b - a)[0] ?? 0,
      updatesGiven: this.updatesGiven,
      periodsWithIssuer: this.claims.periodsWithIssuer,
      lastEntryOn: this.lastGivenOn(day),
      mayHaveEnded: this.mayHaveEnded(possiblyGiven, assessedEntry?.entry.asOf),
    };
  }

  /** The day of the last entry that everybody may read; days are asked in order. */
  private lastGivenOn(day: Day): Day | undefined {
    const { entries } = this.history;
    for (let next = entries[this.given]; next !== undefined && next.from <= day; next = entries[this.given])
      this.given += 1;
    return entries[this.given - 1]?.from;
  }

  /** What may have ended, by entries that may have been given already. */
  private mayHaveEnded(possiblyGiven: PossiblyGiven, assessedAsOf: Day | undefined): MayHaveEnded {
    const { response, refusal, content, closure, claims, withdrawals, findings, complete } = possiblyGiven;
    const { updatesThrough, findingsThrough, commitments } = possiblyGiven;
    const answered = this.position !== "awaiting" && this.position !== "undetermined";
    const claim = this.claims.first?.update;
    const done = complete.some((asOf) => assessedAsOf === undefined || asOf >= assessedAsOf);
    return {
      response: !answered && (response || this.position === "undetermined"),
      refusal,
      content,
      updatesThrough,
      findingsThrough,
      commitments,
      closure,
      everything: closure || done || claims.some((asOf) => this.claims.wouldStopClock(asOf)),
      updates: claims.length > 0,
      verification:
        claim !== undefined &&
        (closure || withdrawals.has(claim.root) || findings.some((asOf) => asOf >= claim.entry.asOf)),
    };
  }
}
