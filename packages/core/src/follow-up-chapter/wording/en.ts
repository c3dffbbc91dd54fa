import type { ChapterWording } from "./told.ts";

const of = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
const is = (count: number) => (count === 1 ? "is" : "are");
const was = (count: number) => (count === 1 ? "was" : "were");
const followUps = (count: number) => of(count, "follow-up", "follow-ups");

export const en: ChapterWording = {
  title: (year) => `Follow-up of earlier recommendations, ${year}`,
  subtitle: ({ from, to }) => `The situation on ${to}, beside that on ${from}`,
  reason: { rule: "Rule", list: "The list behind it" },
  heads: {
    recommendation: "Recommendation",
    responsible: "Responsible",
    position: "Position",
    says: "It says",
    found: "Found",
    state: "State",
    timeliness: "In time?",
    what: "What",
    due: "Due",
    firstDue: "First due",
    days: "Days overdue",
    moves: "Moves",
    promise: "Promise",
    times: "Asked",
    firstAsked: "First asked",
    age: "Age",
    followUps: "Follow-ups",
    overdue: "Overdue",
    longest: "Longest, days",
    movement: "How it moved",
    before: "Before",
    after: "Now",
    rate: "Rate",
    tooYoung: "Too young to judge",
    leftOut: "Not assessed or undetermined",
    year: "Report on",
    day: "Day",
    difference: "Difference",
  },
  share: (numerator, denominator, percent) => `${numerator} of ${denominator}${percent ? ` (${percent} %)` : ""}`,
  years: (years) => of(years, "year", "years"),
  withoutDate: "no date",
  none: "none",
  cut: (shown, all) => `The first ${shown} of ${all} are listed here.`,
  brief: {
    title: "In brief",
    followed: ({ body, day, followUps: all, reports, open, closed }) =>
      `On ${day}, ${body} had ${followUps(all)} on record, from ${of(reports, "report", "reports")}; a follow-up is one recommendation to one addressee that has to act on it. ${open} ${was(open)} still followed, ${closed} ${was(closed)} closed.`,
    answered: ({ answered, due }) => `Of ${due} whose answer was given or due, ${answered} ${was(answered)} answered.`,
    done: ({ done, judged, notAssessed }) =>
      `Of ${judged} that are old enough and were judged, ${done} ${was(done)} implemented; ${notAssessed} ${was(notAssessed)} not assessed, and silence is not a finding.`,
    overdue: ({ total, before, long, from }) =>
      `${of(total, "thing was", "things were")} overdue, ${long || "none"} of them for more than a year; on ${from} there ${was(before)} ${before || "none"}.`,
    onlyOwn: "All of them are verifications that the issuing body itself owes.",
    voices: (divergent, unverified) =>
      `In ${of(divergent, "case", "cases")} the addressee says that all is done, and the issuing body finds less; ${of(unverified, "claim has", "claims have")} no finding yet.`,
    rates: "Rates, with what they are of",
  },
  year: {
    title: "The year against the one before",
    lead: ({ from, to, before, after }) =>
      `There ${was(before)} ${followUps(before)} on ${from}, and ${after} on ${to}. Each of these moved in one way, by what the issuing body found and closed.`,
    moved: "How the follow-ups moved",
    levels: "Levels found by the issuing body on both days",
    levelsAlternative: ({ from, to, told }) => `Two stacked columns, for ${from} and ${to}. On ${to}: ${told}.`,
    changes: ({ from, told }) => `Since ${from} the record tells: ${told}.`,
  },
  said: {
    title: "What the addressees said",
    lead: ({ stated, accepted, declined, awaiting, unknown }) =>
      `Of ${followUps(stated)} the addressee stated its position: it accepted ${accepted}, in full, in part or in principle, and noted or rejected ${declined}, or declared itself not competent. ${awaiting} ${was(awaiting)} not answered${unknown > 0 ? `; of ${unknown} the record does not tell what was answered` : ""}.`,
    byResponsible: "Answers, by who is responsible",
    untold: (count) =>
      `Of ${of(count, "other organization", "other organizations")} the record has nothing by which to tell a rate.`,
    positions: "Positions",
  },
  found: {
    title: "What was found",
    lead: ({ assessed, all }) => `The issuing body has a finding on ${assessed} of ${followUps(all)}.`,
    byYear: "Levels found, by the year that the report is about",
    byYearAlternative: (told) => `Stacked columns, one for each year of a report. Together: ${told}.`,
    moved: (from) => `Found otherwise, closed or reopened since ${from}`,
    nothingMoved: (from) => `Nothing was found otherwise, closed or reopened since ${from}.`,
  },
  promises: {
    title: "Promises kept and moved",
    lead: ({ total, met, overdue, open, replaced, abandoned, ended, moved, moves }) =>
      `${of(total, "promise is", "promises are")} on record: ${met} kept, ${overdue} overdue, ${open} open, ${replaced} replaced, ${abandoned} abandoned, ${ended} no longer owed. The date of ${moved} was moved, ${of(moves, "time", "times")} in all.`,
    none: "No promise is on record.",
    table: "Promises, with the date that was promised first",
  },
  promiseStates: { overdue: "Overdue", open: "Open", ended: "No longer owed" },
  voices: {
    title: "Where the two voices differ",
    lead: (divergent) =>
      `In ${of(divergent, "case", "cases")} the addressee says that all is done, and the issuing body found less. Both stand here side by side.`,
    none: "In no case does the addressee say that all is done where the issuing body found less.",
    unverified: (count) =>
      count === 0
        ? "Every claim that all is done has a finding."
        : `${of(count, "claim", "claims")} that all is done ${count === 1 ? "has" : "have"} no finding yet.`,
    table: "Two voices",
  },
  overdue: {
    title: "What is overdue, and at whom",
    lead: ({ total, before, from }) =>
      `${of(total, "thing", "things")} ${is(total)} overdue; on ${from} there ${was(before)} ${before || "none"}. Of one follow-up several things can be overdue.`,
    kinds: (told) => `By kind: ${told}.`,
    none: (day) => `Nothing was overdue on ${day}.`,
    owing: "Who owes what is overdue",
    table: "What is overdue, the longest first",
    own: (body) => `Overdue at ${body} itself`,
    ownLead: (body, count) =>
      `${body} holds itself to its own dates: ${of(count, "verification", "verifications")} of what an addressee claims ${is(count)} overdue.`,
    ownNone: (body) => `${body} holds itself to its own dates: no verification is overdue.`,
    ownTable: "Verifications that are overdue",
  },
  repeats: {
    title: "Asked again",
    lead: (count, longest) =>
      `${of(count, "follow-up is", "follow-ups are")} of a recommendation that had been asked before${longest ? `; the oldest was first asked on ${longest}` : ""}.`,
    none: "No recommendation was asked more than once.",
    table: "Recommendations asked again, with their age",
  },
  each: {
    title: "Each recommendation, by theme and addressee",
    lead: ({ listed, closedBefore, from }) =>
      `${followUps(listed)} ${is(listed)} listed: those that are still followed, and those closed since ${from}. ${closedBefore} ${was(closedBefore)} closed before. A recommendation with several themes stands under its first one.`,
    withoutTheme: "Without a theme",
    table: (theme) => `${theme}: what was said and found`,
  },
};
