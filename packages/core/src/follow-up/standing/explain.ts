import { words } from "../../text/words.ts";
import { Precision } from "../../time/due-date.ts";
import { dateText, givenDateText } from "../../time/shown-date.ts";
import type { OverdueKind } from "../levels.ts";
import type { Reason, ReasonCode } from "../reason.ts";

/** A reason in one English sentence, with its rule: what `--explain` and the pages show. */
export function explain(reason: Reason): string {
  const say = sentences[reason.code];
  return `${say({ ...reason.facts, ...reason.dates })} (${reason.rule})`;
}

type Values = Record<string, string | number>;

const sentences = {
  position: (values) =>
    values.position === "undetermined"
      ? `its source shows answers ${when(values, "given")}, and not whether this addressee gave one`
      : `the addressee gave its position ${when(values, "given")}`,
  acceptanceWithdrawn: (values) =>
    `the addressee withdrew its acceptance ${when(values, "withdrawn")}${daysOverdue(values, "; what ended by it was ")}`,
  reported: (values) => `the addressee described the situation of ${shown(values, "asOf")} ${when(values, "given")}`,
  assessed: (values) =>
    `the issuing body found the situation of ${shown(values, "asOf")}, published ${when(values, "given")}, method ${values.method}`,
  findingsConflict: (values) =>
    `the findings given ${when(values, "given")} about the situation of ${shown(values, "asOf")} contradict each other: ${words(String(values.levels))}; the lowest counts, and nothing else follows from them`,
  contradicted: (values) => `a finding published ${when(values, "given")}, after it was closed as done, is below that`,
  withoutTimeline: ({ by }) =>
    `the ${by === "addressee" ? "addressee says" : "issuing body finds"} that it is under way, which needs a timeline: no date is promised or set by which it will be done`,
  claimed: (values) =>
    `the addressee claimed ${when(values, "given")} that all is done; the issuing body has to verify it`,
  claimedOnly: (values) =>
    `the addressee claimed ${when(values, "given")} that all is done; its source verifies no claims, and owes no verification`,
  awaitsClosure: () => "the issuing body found it done in full and has still to close it",
  closed: (values) => `the issuing body closed it ${when(values, "closed")}`,
  replaced: (values) =>
    `a link to a newer recommendation closed it ${when(values, "closed")}: that one is followed now`,
  publicationDayUnknown: (values) =>
    `its report was published in ${shown(values, "published")}, and its source does not tell on which day`,
  responsePeriod: (values) =>
    `a response was due ${values.period} after ${shown(values, "from")}, by ${values.due}, counted by ${values.rules === "calendar" ? "the plain calendar" : "Regulation 1182/71"}`,
  responsePeriodNotStarted: ({ from }) => `no response is due yet: the day of ${words(String(from))} is not known`,
  noResponsePeriod: () => "its report sets no period for a response",
  answerUnknown: () => "its source does not tell whether this addressee answered",
  noImplementationDeadline: () => "the recommendation has no deadline of its own",
  implementationDeadline: (values) => `the recommendation's own deadline was ${shown(values, "due")}`,
  noCurrentDeadline: (values) =>
    `the date of ${shown(values, "due")} had passed before the addressee accepted again: no date applies until one is set`,
  overdueBeforeAccepting: (values) =>
    `the addressee declined ${when(values, "withdrawn")} and accepted later${daysOverdue(values, "; what it had missed was ")}: that stays told until a date is set`,
  unansweredOwesBoth: () => "an addressee that has not answered owes both the response and the implementation",
  contentUnknown: () => "its source does not tell what was answered: it may have declined",
  commitmentWithoutDate: () => "the addressee promised it without a date",
  commitmentNotKept: (values) =>
    `the addressee promised it for ${values.wording === undefined ? shown(values, "due") : `"${values.wording}", which counts to ${values.due}`}`,
  updateMissed: ({ reportingYears, due }) => `no progress update for ${reportingYears}; the first was due ${due}`,
  updateAsked: ({ reportingYears, opens, due }) =>
    `the cycle about ${reportingYears}, open since ${opens}, asks for a progress update by ${due}`,
  verificationInCycle: (values) =>
    `claimed ${when(values, "claimed")}; assessments of the cycle about ${values.reportingYear} were due ${values.due}`,
  verificationPeriod: (values) =>
    `claimed ${when(values, "claimed")}; the issuing body verifies within ${values.period}, by ${values.due}`,
  selectedByCycle: ({ reportingYear, selected, due }) =>
    `the cycle about ${reportingYear} selected it on ${selected}; the issuing body assesses it by ${due}`,
  replacesPromise: (values) => `it replaces a promise: the original date is that of ${shown(values, "due")}`,
  deadlineSet: (values) =>
    `${values.by === "decision" ? "a decision" : "the reopening"} set the date to ${shown(values, "due")}`,
  deadlineMoved: (values) =>
    `the deadline moved from ${shown(values, "from")} to ${shown(values, "to")}${values.moves === 1 ? "" : ` in ${values.moves} moves`}`,
  claimFoundWanting: ({ daysWithIssuer }) =>
    `a claim was not confirmed; it waited for the issuing body on ${daysWithIssuer} ${daysWithIssuer === 1 ? "day" : "days"}. Days overdue count from the due date, where there is one`,
  forInformationOwesNothing: () => "it is addressed for information and owes nothing",
  clockWithIssuer: () => "the addressee's clock is stopped while the issuing body verifies its claim",
  closedWithoutDeadline: () => "it was closed as done and never had a deadline",
  releasedByClosure: (values) =>
    `it was closed ${when(values, "closed")}; until then no date had passed without what was due by it`,
  settled: (values) =>
    `${settledNames[values.kind as OverdueKind]} was due ${shown(values, "due")}${settledWhen(values)}: ${words(String(values.timeliness))}`,
  nothingOwed: () => "the addressee owes nothing any more, and had no deadline",
  declinedAndAnswered: (values) =>
    `the response was due ${shown(values, "due")} and given ${when(values, "answered")}; no more is owed`,
  lowestOfParts: ({ level }) => `it stands at the lowest level that was assessed in its parts: ${words(String(level))}`,
  levelSet: ({ lowest, level, set, reason }) =>
    `${lowest === "notAssessed" ? "none of its parts is assessed" : `the lowest of its parts would be ${words(String(lowest))}`}; the issuing body set it to ${words(String(level))} on ${set}: "${reason}"`,
  lowestOfAddressees: ({ level }) =>
    `it stands at the lowest level that was assessed of its lead and joint addressees: ${words(String(level))}`,
  notAllAssessed: ({ unassessed }) =>
    `${unassessed === 1 ? "one follow-up is" : `${unassessed} follow-ups are`} not assessed: the level is provisional and does not count as implemented`,
  notAllReported: ({ unreported, level }) =>
    `${unreported === 1 ? "one follow-up has" : `${unreported} follow-ups have`} no reported level: ${words(String(level))} is the lowest of what was reported for the others`,
} as const satisfies Record<ReasonCode, (values: Values) => string>;

const settledNames: Record<OverdueKind, string> = {
  response: "the response",
  commitment: "a promise",
  implementation: "the implementation",
  update: "a progress update",
  verification: "the verification",
};
function settledWhen(values: Values): string {
  const verb = values.kind === "response" || values.kind === "update" ? "given" : "done";
  if (values.on === undefined && values.onBy === undefined)
    return values.timeliness === "notMet" ? ` and never ${verb}` : "";
  return ` and ${verb} ${when(values, "on")}`;
}

/** By how many days it was overdue, after some words; nothing where that cannot be told. */
function daysOverdue({ daysOverdue }: Values, before: string): string {
  if (daysOverdue === undefined) return "";
  return `${before}${daysOverdue === 0 ? "not overdue" : `${daysOverdue} ${daysOverdue === 1 ? "day" : "days"} overdue`}`;
}

/** When something was given, by the dates and the precision in its reason. */
function when(values: Values, name: string): string {
  const [on, by, after] = [values[name], values[`${name}By`], values[`${name}After`]];
  return givenDateText({
    ...(on !== undefined && { on: String(on) }),
    ...(by !== undefined && { by: String(by) }),
    ...(after !== undefined && { after: String(after) }),
    byPrecision: Precision.optional().parse(values[`${name}ByPrecision`]),
  });
}

/** A date in a reason, as far as it is known. */
function shown(values: Values, name: string): string {
  return dateText(String(values[name]), Precision.optional().parse(values[`${name}Precision`]));
}
