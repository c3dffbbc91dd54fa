import type { SummaryWording } from "./told.ts";

const of = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const nl: SummaryWording = {
  title: (year) => `Wat er van de aanbevelingen werd: ${year} op één bladzijde`,
  what: {
    title: "Waar gaat dit over?",
    text: (body, day) =>
      `${body} beveelt aan wat er moet veranderen, en aan wie. Daarna kijkt het na wat er is gedaan. Deze bladzijde vertelt hoe het ervoor stond op ${day}.`,
  },
  done: {
    title: "Wat is er gedaan?",
    asked: ({ all, open, closed }) =>
      `Er zijn ${of(all, "vraag", "vragen")}. Wat aan drie organisaties is gevraagd, telt drie keer. ${of(closed, "is", "zijn")} afgesloten, en ${of(open, "wordt", "worden")} nog opgevolgd.`,
    found: (body, { done, notJudged }) =>
      `${body} vond dat ${of(done, "vraag", "vragen")} helemaal ${done === 1 ? "is" : "zijn"} uitgevoerd. Over ${notJudged} is nog niet geoordeeld.`,
  },
  late: {
    title: "Wat is te laat?",
    text: ({ late, long }) =>
      `${of(late, "antwoord, stap of resultaat is", "antwoorden, stappen of resultaten zijn")} te laat. ${of(long, "daarvan is", "daarvan zijn")} al langer dan een jaar te laat.`,
    none: "Niets is te laat.",
    who: (name, count) => `${name}: ${count} te laat`,
  },
  voices: {
    title: "Zijn ze het eens?",
    text: (body, { divergent }) =>
      divergent === 0
        ? `Niemand zegt dat alles is gedaan waar ${body} minder vond.`
        : `In ${of(divergent, "geval", "gevallen")} zegt een organisatie dat alles is gedaan, en vond ${body} minder.`,
  },
};
