import type { OverdueKind } from "../follow-up/levels.ts";
import { givenFormText } from "../time/shown-date.ts";
import type { Told, Values, Wording } from "./told.ts";

export const en: Wording = {
  given: givenFormText,
  sentences: {
    position: ({ values, when }) =>
      values.position === "undetermined"
        ? `its source shows answers ${when("given")}, and not whether this addressee gave one`
        : `the addressee gave its position ${when("given")}`,
    acceptanceWithdrawn: ({ values, when }) =>
      `the addressee withdrew its acceptance ${when("withdrawn")}${daysOverdue(values, "; what ended by it was ")}`,
    reported: ({ shown, when }) => `the addressee described the situation of ${shown("asOf")} ${when("given")}`,
    assessed: ({ values, shown, when, label }) =>
      `the issuing body found the situation of ${shown("asOf")}, published ${when("given")}, method: ${label("assuranceMethod", values.method)}`,
    findingsConflict: ({ values, shown, when, label }) =>
      `the findings given ${when("given")} about the situation of ${shown("asOf")} contradict each other: ${label("assessedLevel", values.levels)}; the lowest counts, and nothing else follows from them`,
    contradicted: ({ when }) => `a finding published ${when("given")}, after it was closed as done, is below that`,
    withoutTimeline: ({ values: { by } }) =>
      `the ${by === "addressee" ? "addressee says" : "issuing body finds"} that it is under way, which needs a timeline: no date is promised or set by which it will be done`,
    claimed: ({ when }) => `the addressee claimed ${when("given")} that all is done; the issuing body has to verify it`,
    claimedOnly: ({ when }) =>
      `the addressee claimed ${when("given")} that all is done; its source verifies no claims, and owes no verification`,
    claimedForInformation: ({ when }) =>
      `the addressee claimed ${when("given")} that all is done; it is addressed for information, so nobody has to verify it`,
    awaitsClosure: () => "the issuing body found it done in full and has still to close it",
    closed: ({ when }) => `the issuing body closed it ${when("closed")}`,
    replaced: ({ when }) => `a link to a newer recommendation closed it ${when("closed")}: that one is followed now`,
    publicationDayUnknown: ({ shown }) =>
      `its report was published in ${shown("published")}, and its source does not tell on which day`,
    responsePeriod: ({ values, shown }) =>
      `a response was due ${values.period} after ${shown("from")}, by ${shown("due")}, counted by ${values.rules === "calendar" ? "the plain calendar" : "Regulation 1182/71"}`,
    responsePeriodNotStarted: ({ values, label }) =>
      `no response is due yet: the day of ${label("periodStart", values.from)} is not known`,
    noResponsePeriod: () => "its report sets no period for a response",
    answerUnknown: () => "its source does not tell whether this addressee answered",
    noImplementationDeadline: () => "the recommendation has no deadline of its own",
    implementationDeadline: ({ shown }) => `the recommendation's own deadline was ${shown("due")}`,
    noCurrentDeadline: ({ shown }) =>
      `the date of ${shown("due")} had passed before the addressee accepted again: no date applies until one is set`,
    deadlineBeforeAsked: ({ shown }) =>
      `the date of ${shown("due")} had passed before the addressee was asked to act: it does not bind, and no date applies until one is set`,
    overdueBeforeAccepting: ({ values, when }) =>
      `the addressee declined ${when("withdrawn")} and accepted later${daysOverdue(values, "; what it had missed was ")}: that stays told until a date is set`,
    unansweredOwesBoth: () => "an addressee that has not answered owes both the response and the implementation",
    contentUnknown: () => "its source does not tell what was answered: it may have declined",
    commitmentWithoutDate: () => "the addressee promised it without a date",
    commitmentNotKept: ({ values, shown, day }) =>
      `the addressee promised it for ${values.wording === undefined ? shown("due") : `"${values.wording}", which counts to ${day("due")}`}`,
    updateMissed: ({ values, shown }) =>
      `no progress update for ${values.reportingYears}; the first was due ${shown("due")}`,
    updateAsked: ({ values, shown }) =>
      `the cycle about ${values.reportingYears}, open since ${shown("opens")}, asks for a progress update by ${shown("due")}`,
    verificationInCycle: ({ values, shown, when }) =>
      `claimed ${when("claimed")}; assessments of the cycle about ${values.reportingYear} were due ${shown("due")}`,
    verificationPeriod: ({ values, shown, when }) =>
      `claimed ${when("claimed")}; the issuing body verifies within ${values.period}, by ${shown("due")}`,
    selectedByCycle: ({ values, shown }) =>
      `the cycle about ${values.reportingYear} selected it on ${shown("selected")}; the issuing body assesses it by ${shown("due")}`,
    replacesPromise: ({ shown }) => `it replaces a promise: the original date is that of ${shown("due")}`,
    deadlineSet: ({ values, shown }) =>
      `${values.by === "decision" ? "a decision" : "the reopening"} set the date to ${shown("due")}`,
    deadlineMoved: ({ values, shown }) =>
      `the deadline moved from ${shown("from")} to ${shown("to")}${values.moves === 1 ? "" : ` in ${values.moves} moves`}`,
    claimFoundWanting: ({ values: { daysWithIssuer } }) =>
      `a claim was not confirmed; it waited for the issuing body for ${daysWithIssuer} ${daysWithIssuer === 1 ? "day" : "days"}. Days overdue count from the due date, where there is one`,
    claimConfirmedBefore: ({ values: { daysWithIssuer } }) =>
      `a claim was confirmed, and the follow-up was reopened later; the claim waited for the issuing body for ${daysWithIssuer} ${daysWithIssuer === 1 ? "day" : "days"}. Days overdue count from the due date, where there is one`,
    forInformationOwesNothing: () => "it is addressed for information and owes nothing",
    clockWithIssuer: () => "the addressee's clock is stopped while the issuing body verifies its claim",
    closedWithoutDeadline: () => "it was closed as done and never had a deadline",
    releasedByClosure: ({ when }) =>
      `it was closed ${when("closed")}; until then no date had passed without what was due by it`,
    settled: ({ values, shown, when, label }) =>
      `${settledNames[values.kind as OverdueKind]} was due ${shown("due")}${settledWhen(values, when)}: ${label("timeliness", values.timeliness)}`,
    nothingOwed: () => "the addressee owes nothing any more, and had no deadline",
    declinedAndAnswered: ({ shown, when }) =>
      `the response was due ${shown("due")} and given ${when("answered")}; no more is owed`,
    lowestOfParts: ({ values, label }) =>
      `it stands at the lowest level that was assessed in its parts: ${label("assessedLevel", values.level)}`,
    levelSet: ({ values: { lowest, level, reason }, shown, label }) =>
      `${lowest === "notAssessed" ? "none of its parts is assessed" : `the lowest of its parts would be ${label("assessedLevel", lowest)}`}; the issuing body set it to ${label("assessedLevel", level)} on ${shown("set")}: "${reason}"`,
    lowestOfAddressees: ({ values, label }) =>
      `it stands at the lowest level that was assessed of its lead and joint addressees: ${label("assessedLevel", values.level)}`,
    notAllAssessed: ({ values: { unassessed } }) =>
      `${unassessed === 1 ? "one follow-up is" : `${unassessed} follow-ups are`} not assessed: the level is provisional and does not count as implemented`,
    notAllReported: ({ values: { unreported, level }, label }) =>
      `${unreported === 1 ? "one follow-up has" : `${unreported} follow-ups have`} no reported level: ${label("reportedLevel", level)} is the lowest of what was reported for the others`,
  },
};

const settledNames: Record<OverdueKind, string> = {
  response: "the response",
  commitment: "a promise",
  implementation: "the implementation",
  update: "a progress update",
  verification: "the verification",
};

function settledWhen(values: Values, when: Told["when"]): string {
  const verb = values.kind === "response" || values.kind === "update" ? "given" : "done";
  if (values.on === undefined && values.onBy === undefined)
    return values.timeliness === "notMet" ? ` and never ${verb}` : "";
  return ` and ${verb} ${when("on")}`;
}

/** By how many days it was overdue, after some words; nothing where that cannot be told. */
function daysOverdue({ daysOverdue }: Values, before: string): string {
  if (daysOverdue === undefined) return "";
  return `${before}${daysOverdue === 0 ? "not overdue" : `${daysOverdue} ${daysOverdue === 1 ? "day" : "days"} overdue`}`;
}
