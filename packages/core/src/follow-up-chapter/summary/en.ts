import type { SummaryWording } from "./told.ts";

const of = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const en: SummaryWording = {
  title: (year) => `What became of the recommendations: ${year} on one page`,
  what: {
    title: "What is this about?",
    text: (body, day) =>
      `${body} recommends what should change, and to whom. It then looks at what was done. This page tells how things stood on ${day}.`,
  },
  done: {
    title: "What was done?",
    asked: ({ all, open, closed }) =>
      `There are ${of(all, "request", "requests")}. What was asked of three organizations counts three times. ${of(closed, "is", "are")} closed, and ${of(open, "is", "are")} still followed.`,
    found: (body, { done, notJudged }) =>
      `${body} found that ${of(done, "was", "were")} done in full. It has not judged ${notJudged} yet.`,
  },
  late: {
    title: "What is late?",
    text: ({ late, long }) =>
      `${of(late, "answer, step or result is", "answers, steps or results are")} late. ${of(long, "has", "have")} been late for more than a year.`,
    none: "Nothing is late.",
    who: (name, count) => `${name}: ${count} late`,
  },
  voices: {
    title: "Do they agree?",
    text: (body, { divergent }) =>
      divergent === 0
        ? `Nobody says that all is done where ${body} found less.`
        : `In ${of(divergent, "case", "cases")} an organization says that all is done, and ${body} found less.`,
  },
};
