import type { BriefWording, QuestionFacts } from "./told.ts";

/** The date as the record tells it, such as a day or a year, and by how much it has passed. */
const due = ({ due, days = 0 }: QuestionFacts) => `termijn ${due}, ${days === 1 ? "1 dag" : `${days} dagen`} te laat`;

export const nl: BriefWording = {
  asked: ({ body, report, published, to, times, first }) =>
    `${body} deed deze aanbeveling in verslag ${report}${published ? ` van ${published}` : ""} aan ${to}${times > 1 ? `; ze werd ${times} keer gevraagd${first ? `, het eerst op ${first}` : ""}` : ""}.`,
  nobody: "niemand die het register noemt",
  more: (count) => `nog ${count}`,
  said: ({ who, position, reported }) =>
    `${who} – ${position}; ${reported ? `zegt: ${reported}` : "rapporteerde niets"}`,
  found: ({ who, assessed, closed }) =>
    `${who} – ${assessed ? `de uitgevende instantie vindt: ${assessed}` : "de uitgevende instantie heeft nog niets vastgesteld"}${closed ? `; afgesloten: ${closed}` : ""}`,
  overdue: (count, days) =>
    `${count === 1 ? "Eén zaak is" : `${count} zaken zijn`} te laat, ${count === 1 ? "" : "de langste "}${days === 1 ? "1 dag" : `${days} dagen`}.`,
  nothingOverdue: "Niets is te laat.",
  questions: {
    divergent: ({ who, level }) =>
      `${who} zegt dat alles is gedaan; de uitgevende instantie vindt: ${level}. Wat moet er nog gebeuren, en tegen wanneer?`,
    commitmentOverdue: (facts) =>
      `${facts.who} beloofde „${facts.what}” (${due(facts)}). Waarom is het niet gedaan, en wanneer wel?`,
    responseOverdue: (facts) => `${facts.who} moest antwoorden (${due(facts)}). Wanneer komt het antwoord?`,
    implementationOverdue: (facts) =>
      `${facts.who} moest het gedaan hebben (${due(facts)}). Wat staat in de weg, en wanneer is het gedaan?`,
    updateOverdue: (facts) => `${facts.who} moest de stand van zaken geven (${due(facts)}). Hoe ver staat het?`,
    verificationOverdue: (facts) =>
      `De uitgevende instantie moest nagaan wat ${facts.who} meldt (${due(facts)}). Wanneer zegt ze wat ze vindt?`,
    deadlineMoved: ({ who, first, due, moves }) =>
      `De datum van ${who} verschoof van ${first} naar ${due}, in ${moves === 1 ? "één stap" : `${moves} stappen`}. Waarom, en wordt hij gehaald?`,
    unverified: ({ who }) => `${who} zegt dat alles is gedaan. Wanneer gaat de uitgevende instantie dat na?`,
    responseAhead: ({ who, due }) => `${who} moet nog antwoorden (termijn ${due}). Komt het antwoord op tijd?`,
    ahead: ({ who, due }) => `${who} heeft nog tijd (termijn ${due}). Wat is er nu al gedaan?`,
    declined: ({ who, level }) => `${who} antwoordde: ${level}. Blijft dat zo, en wat gebeurt er in de plaats?`,
    answerUnknown: ({ who }) => `Het register vertelt niet wat ${who} antwoordde. Wat was het?`,
    withoutDate: ({ who }) => `Er geldt geen datum voor wat ${who} verschuldigd is. Tegen wanneer is het gedaan?`,
    closedAsDone: ({ level }) => `Ze is afgesloten: ${level}. Wat veranderde sindsdien in de praktijk?`,
    closedOtherwise: ({ level }) => `Ze is afgesloten: ${level}. Wat is er geworden van wat gevraagd was?`,
    nobody: () => "Het register noemt niemand tot wie ze is gericht. Wie antwoordt ervoor?",
    open: ({ who }) => `Hoe ver staat ${who} vandaag?`,
  },
};
