import type { OverdueKind } from "./levels.ts";
import type { Reason, ReasonCode } from "./reason.ts";

/** A reason in one English sentence, with its rule: what `--explain` and the pages show. */
export function explain(reason: Reason): string {
  const say = sentences[reason.code];
  return `${say({ ...reason.facts, ...reason.dates })} (${reason.rule})`;
}

type Values = Record<string, string | number>;

const sentences = {
  position: ({ given }) => `the addressee gave its position on ${given}`,
  reported: ({ asOf, given }) => `the addressee described the situation of ${asOf} on ${given}`,
  assessed: ({ asOf, given, method }) =>
    `the issuing body found the situation of ${asOf}, published on ${given}, method ${method}`,
  findingsConflict: ({ asOf, given, levels }) =>
    `the findings of ${given} about the situation of ${asOf} contradict each other: ${words(levels)}; the lowest is taken, and no more follows from them`,
  contradicted: ({ given }) => `a finding published on ${given}, after it was closed as done, is below that`,
  claimed: ({ given }) => `the addressee claimed on ${given} that all is done; the issuing body has to verify it`,
  claimedOnly: ({ given }) =>
    `the addressee claimed on ${given} that all is done; its source verifies no claims, and owes no verdict`,
  awaitsClosure: () => "the issuing body found it done in full and has still to close it",
  closed: ({ closed }) => `the issuing body closed it on ${closed}`,
  responsePeriod: ({ period, from, due, rules }) =>
    `a response was due ${period} after ${from}, by ${due}, counted by ${rules === "calendar" ? "the plain calendar" : "Regulation 1182/71"}`,
  responsePeriodNotStarted: ({ from }) => `no response is due yet: the day of ${words(from)} is not known`,
  noResponsePeriod: () => "its report sets no period for a response",
  answerUnknown: () => "its source does not tell whether this addressee answered",
  noImplementationDeadline: () => "the recommendation has no deadline of its own",
  implementationDeadline: ({ due }) => `the recommendation's own deadline was ${due}`,
  noCurrentDeadline: ({ due }) =>
    `the date of ${due} had passed before it was bound again: no date holds until one is set`,
  unansweredOwesBoth: () => "who has not answered owes both the response and the implementation",
  contentUnknown: () => "its source does not tell what was answered: it may have declined",
  commitmentWithoutDate: () => "the addressee promised it without a date",
  commitmentNotKept: ({ due, wording }) =>
    `the addressee promised it for ${wording === undefined ? due : `"${wording}", which counts to ${due}`}`,
  updateMissed: ({ reportingYears, due }) => `no progress update for ${reportingYears}; the first was due ${due}`,
  updateAsked: ({ reportingYears, opens, due }) =>
    `the round about ${reportingYears}, open since ${opens}, asks for a progress update by ${due}`,
  verificationInCycle: ({ claimed, reportingYear, due }) =>
    `claimed on ${claimed}; assessments of the round about ${reportingYear} were due ${due}`,
  verificationPeriod: ({ claimed, period, due }) =>
    `claimed on ${claimed}; the issuing body verifies within ${period}, by ${due}`,
  deadlineMoved: ({ from, to, moves }) =>
    `the deadline moved from ${from} to ${to}${moves === 1 ? "" : ` in ${moves} moves`}`,
  claimFoundWanting: ({ daysWithIssuer }) =>
    `a claim was found wanting: the clock runs from the due date again; it lay ${daysWithIssuer} days with the issuing body`,
  forInformationOwesNothing: () => "it is addressed for information and owes nothing",
  clockWithIssuer: () => "the addressee's clock stands while the issuing body verifies its claim",
  closedWithoutDeadline: () => "it was closed as done and never had a deadline",
  releasedByClosure: ({ closed }) => `it was closed on ${closed}, before any date had passed without what was due`,
  settled: ({ kind, due, on, timeliness }) =>
    `${settledThings[kind as OverdueKind]} was due ${due}${on === undefined ? "" : ` and ${kind === "response" || kind === "update" ? "given" : "done"} on ${on}`}: ${words(timeliness)}`,
  nothingOwed: () => "the addressee owes nothing any more, and had no deadline",
  declinedAndAnswered: ({ due, answered }) => `the response was due ${due} and given on ${answered}; no more is owed`,
} as const satisfies Record<ReasonCode, (values: Values) => string>;

const settledThings: Record<OverdueKind, string> = {
  response: "the response",
  commitment: "a promise",
  implementation: "the implementation",
  update: "a progress update",
  verification: "the verification",
};

function words(code: string | number | undefined): string {
  return String(code).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
