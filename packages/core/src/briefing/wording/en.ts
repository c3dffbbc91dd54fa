import type { BriefWording, QuestionFacts } from "./told.ts";

/** The date as the record tells it, such as a day or a year, and by how much it has passed. */
const due = ({ due, days = 0 }: QuestionFacts) => `due ${due}, ${days === 1 ? "1 day" : `${days} days`} overdue`;

export const en: BriefWording = {
  asked: ({ body, report, published, to, times, first }) =>
    `${body} recommended it in report ${report}${published ? ` of ${published}` : ""} to ${to}${times > 1 ? `; it was asked ${times} times${first ? `, first on ${first}` : ""}` : ""}.`,
  nobody: "nobody that the record names",
  more: (count) => `${count} more`,
  said: ({ who, position, reported }) => `${who} – ${position}; ${reported ? `says: ${reported}` : "reported nothing"}`,
  found: ({ who, assessed, closed }) =>
    `${who} – ${assessed ? `the issuing body finds: ${assessed}` : "the issuing body has found nothing yet"}${closed ? `; closed: ${closed}` : ""}`,
  overdue: (count, days) =>
    `${count === 1 ? "One thing is" : `${count} things are`} overdue, ${count === 1 ? "by" : "the longest by"} ${days === 1 ? "1 day" : `${days} days`}.`,
  nothingOverdue: "Nothing is overdue.",
  questions: {
    divergent: ({ who, level }) =>
      `${who} says that all is done; the issuing body finds: ${level}. What remains to be done, and by when?`,
    commitmentOverdue: (facts) =>
      `${facts.who} promised “${facts.what}” (${due(facts)}). Why is it not done, and when will it be?`,
    responseOverdue: (facts) => `${facts.who} was to answer (${due(facts)}). When will the answer come?`,
    implementationOverdue: (facts) =>
      `${facts.who} was to have done it (${due(facts)}). What is in the way, and when will it be done?`,
    updateOverdue: (facts) => `${facts.who} was to give a progress update (${due(facts)}). How far is it?`,
    verificationOverdue: (facts) =>
      `The issuing body was to verify what ${facts.who} reports (${due(facts)}). When will it say what it finds?`,
    deadlineMoved: ({ who, first, due, moves }) =>
      `The date of ${who} moved from ${first} to ${due}, in ${moves === 1 ? "one move" : `${moves} moves`}. Why, and will it be kept?`,
    unverified: ({ who }) => `${who} says that all is done. When will the issuing body verify it?`,
    responseAhead: ({ who, due }) => `${who} is still to answer (due ${due}). Will it be in time?`,
    ahead: ({ who, due }) => `${who} still has time (due ${due}). What has been done by now?`,
    declined: ({ who, level }) => `${who} answered: ${level}. Does that still hold, and what is done instead?`,
    answerUnknown: ({ who }) => `The record does not tell what ${who} answered. What was it?`,
    withoutDate: ({ who }) => `No date applies to what ${who} owes. By what date will it be done?`,
    closedAsDone: ({ level }) => `It was closed: ${level}. What has changed in practice since?`,
    closedOtherwise: ({ level }) => `It was closed: ${level}. What became of what was asked?`,
    nobody: () => "The record names nobody to whom it is addressed. Who answers for it?",
    open: ({ who }) => `How far is ${who} today?`,
  },
};
