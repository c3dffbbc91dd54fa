import type { Id } from "../../source.ts";
import { type Day, later } from "../../time/day.ts";
import type { LiveEntry } from "../entries/live-entries.ts";
import type { ProgressUpdate } from "../entries/progress-update.ts";

/** A claim that all is done (R25). */
export type Claim = {
  update: LiveEntry<ProgressUpdate>;
  /**
   * False when an earlier claim was found wanting, or when its author had withdrawn a claim about the same situation.
   */
  stopsClock: boolean;
};

/** A period in which a claim lay with the issuing body and the addressee's clock was stopped: from <= d < until. */
export type PeriodWithIssuer = { from: Day; until: Day; confirmed: boolean };

/** The claims that were neither withdrawn nor found wanting, and their effect on the addressee's clock. */
export class Claims {
  all: readonly Claim[] = [];
  /** The days on which the clock was stopped, each day once. */
  periodsWithIssuer: readonly PeriodWithIssuer[] = [];
  private foundWanting = false;
  /** The latest situation of a withdrawn claim that had stopped the clock. */
  private withdrawn: Day | undefined;
  private standsSince: Day | undefined;

  /** The issuing body's clock runs from this claim. */
  get first(): Claim | undefined {
    return this.all[0];
  }

  get stopClock(): boolean {
    return this.all.some(({ stopsClock }) => stopsClock);
  }

  /** Whether a claim about a situation would stop the addressee's clock if it came now. */
  wouldStopClock(asOf: Day): boolean {
    return !this.foundWanting && (this.withdrawn === undefined || asOf > this.withdrawn);
  }

  /** A finding answers a claim only when it describes the claimed situation or a later one. */
  answeredBy(asOf: Day): readonly Claim[] {
    return this.all.filter(({ update }) => update.entry.asOf <= asOf);
  }

  make(update: LiveEntry<ProgressUpdate>): void {
    const stopsClock = this.wouldStopClock(update.entry.asOf);
    this.keep([...this.all, { update, stopsClock }], update.from);
  }

  withdraw(root: Id, on: Day): void {
    const claim = this.all.find(({ update }) => update.root === root);
    if (claim === undefined) return;
    const { asOf } = claim.update.entry;
    if (claim.stopsClock) this.withdrawn = later(this.withdrawn ?? asOf, asOf);
    this.keep(
      this.all.filter((each) => each !== claim),
      on,
    );
  }

  /** Removes the claims that a finding answers and finds wanting. */
  refute(asOf: Day, on: Day): void {
    const answered = this.answeredBy(asOf);
    if (answered.length > 0) this.foundWanting = true;
    this.keep(
      this.all.filter((each) => !answered.includes(each)),
      on,
    );
  }

  /** The follow-up is closed; `confirmedOn` is the day of the finding that confirmed them. */
  end(on: Day, confirmedOn?: Day): void {
    this.keep([], confirmedOn ?? on, confirmedOn !== undefined);
  }

  /** After a reopening, earlier findings and withdrawals do not count against a new claim. */
  restart(): void {
    this.foundWanting = false;
    this.withdrawn = undefined;
  }

  private keep(claims: readonly Claim[], on: Day, confirmed = false): void {
    this.all = claims;
    if (this.stopClock) this.standsSince ??= on;
    else if (this.standsSince !== undefined) {
      if (this.standsSince < on)
        this.periodsWithIssuer = [...this.periodsWithIssuer, { from: this.standsSince, until: on, confirmed }];
      this.standsSince = undefined;
    }
  }
}
