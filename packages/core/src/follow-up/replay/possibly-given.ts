import type { Id } from "../../source.ts";
import type { Day } from "../../time/day.ts";
import type { LiveEntry } from "../entries/live-entries.ts";
import { declines } from "../levels.ts";
import { verdictOf } from "./findings.ts";

/** What may have been given already, on an unknown day. */
export type PossiblyGiven = {
  response: boolean;
  /** An answer that declines. */
  refusal: boolean;
  /** An answer that does not tell its content. */
  content: boolean;
  closure: boolean;
  /** The situations that were claimed. */
  claims: readonly Day[];
  /** The claims that were withdrawn, by the first entry of their line of corrections. */
  withdrawals: ReadonlySet<Id>;
  /** The situations of findings, and of those that everything is done. */
  findings: readonly Day[];
  complete: readonly Day[];
  /** The latest reporting year of an update. */
  updatesThrough: number;
  commitments: ReadonlySet<Id>;
  /** The latest reporting year of a finding. */
  findingsThrough: number;
};

/** What entries that count only after a day may have ended by that day already: nobody can tell (D14). */
export function possiblyGivenOn(
  { entries, rootOf }: { entries: readonly LiveEntry[]; rootOf: ReadonlyMap<Id, Id> },
  day: Day,
): PossiblyGiven {
  const given = entries.filter(
    ({ uncertain, from, after }) => uncertain && from > day && (after === undefined || after < day),
  );
  if (given.length === 0) return nothingPossiblyGiven;
  const unsure = given.map(({ entry }) => entry);
  const root = (id: Id) => rootOf.get(id) ?? id;
  const positions = unsure.flatMap((entry) => (entry.type === "response" ? [entry.position] : []));
  const updates = unsure.filter((entry) => entry.type === "progressUpdate");
  const outcomes = unsure.filter((entry) => entry.type === "commitmentOutcome");
  const withdrawals = unsure.filter((entry) => entry.type === "claimWithdrawal");
  const findings = given.flatMap(({ entry, ...live }) => (entry.type === "assessment" ? [{ ...live, entry }] : []));
  const situations = (verdicts: readonly ReturnType<typeof verdictOf>[]) =>
    findings.filter((each) => verdicts.includes(verdictOf(each))).map(({ entry }) => entry.asOf);
  return {
    response: positions.length > 0,
    refusal: positions.some(declines),
    content: positions.some((each) => each === "answeredNotStated" || each === "undetermined"),
    closure: unsure.some(({ type }) => type === "closure"),
    claims: updates.filter(({ claim }) => claim).map(({ asOf }) => asOf),
    withdrawals: new Set(withdrawals.map(({ update }) => root(update))),
    findings: situations(["complete", "below"]),
    complete: situations(["complete"]),
    updatesThrough: updates.map(({ reportingYear }) => reportingYear).sort((x, y) => y - x)[0] ?? 0,
    findingsThrough: findings.map(({ entry }) => entry.reportingYear).sort((x, y) => y - x)[0] ?? 0,
    commitments: new Set(outcomes.map(({ commitment }) => root(commitment))),
  };
}

export const nothingPossiblyGiven: PossiblyGiven = {
  response: false,
  refusal: false,
  content: false,
  closure: false,
  claims: [],
  withdrawals: new Set(),
  findings: [],
  complete: [],
  updatesThrough: 0,
  findingsThrough: 0,
  commitments: new Set(),
};
