import type { SummaryWording } from "./told.ts";

const of = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const de: SummaryWording = {
  title: (year) => `Was aus den Empfehlungen wurde: ${year} auf einer Seite`,
  what: {
    title: "Worum geht es?",
    text: (body, day) =>
      `${body} empfiehlt, was sich ändern soll, und wem. Danach wird geprüft, was getan wurde. Diese Seite sagt, wie es am ${day} stand.`,
  },
  done: {
    title: "Was wurde getan?",
    asked: ({ all, open, closed }) =>
      `Es gibt ${of(all, "Forderung", "Forderungen")}. Was von drei Stellen gefordert wird, zählt dreimal. ${of(closed, "ist", "sind")} abgeschlossen, und ${of(open, "wird", "werden")} noch verfolgt.`,
    found: (body, { done, notJudged }) =>
      `${body} fand, dass ${of(done, "Forderung", "Forderungen")} ganz erfüllt ${done === 1 ? "ist" : "sind"}. Über ${notJudged} ist noch nicht geurteilt.`,
  },
  late: {
    title: "Was ist zu spät?",
    text: ({ late, long }) =>
      `${of(late, "Antwort, Schritt oder Ergebnis ist", "Antworten, Schritte oder Ergebnisse sind")} zu spät, davon ${long} seit mehr als einem Jahr.`,
    none: "Nichts ist zu spät.",
    who: (name, count) => `${name}: ${count} zu spät`,
  },
  voices: {
    title: "Sind sie sich einig?",
    text: (body, { divergent }) =>
      divergent === 0
        ? `Niemand sagt, dass alles getan ist, wo ${body} weniger fand.`
        : `In ${of(divergent, "Fall", "Fällen")} sagt eine Stelle, dass alles getan ist, und ${body} fand weniger.`,
  },
};
