import type { BriefWording, QuestionFacts } from "./told.ts";

/** The date as the record tells it, such as a day or a year, and by how much it has passed. */
const due = ({ due, days = 0 }: QuestionFacts) =>
  `Frist ${due}, seit ${days === 1 ? "1 Tag" : `${days} Tagen`} überfällig`;

export const de: BriefWording = {
  asked: ({ body, report, published, to, times, first }) =>
    `${body} empfahl es im Bericht ${report}${published ? ` vom ${published}` : ""}; gerichtet an: ${to}${times > 1 ? `; es wurde ${times}-mal gefordert${first ? `, zuerst am ${first}` : ""}` : ""}.`,
  nobody: "niemanden, den das Register nennt",
  more: (count) => `${count} weitere`,
  said: ({ who, position, reported }) =>
    `${who} – ${position}; ${reported ? `sagt: ${reported}` : "berichtete nichts"}`,
  found: ({ who, assessed, closed }) =>
    `${who} – ${assessed ? `die herausgebende Stelle findet: ${assessed}` : "die herausgebende Stelle hat noch nichts festgestellt"}${closed ? `; abgeschlossen: ${closed}` : ""}`,
  overdue: (count, days) =>
    `${count === 1 ? "Eine Sache ist" : `${count} Sachen sind`} überfällig, ${count === 1 ? "seit" : "die längste seit"} ${days === 1 ? "1 Tag" : `${days} Tagen`}.`,
  nothingOverdue: "Nichts ist überfällig.",
  questions: {
    divergent: ({ who, level }) =>
      `${who} sagt, dass alles getan ist; die herausgebende Stelle findet: ${level}. Was bleibt zu tun, und bis wann?`,
    commitmentOverdue: (facts) =>
      `${facts.who} sagte „${facts.what}“ zu (${due(facts)}). Warum ist es nicht getan, und wann wird es getan?`,
    responseOverdue: (facts) => `${facts.who} sollte antworten (${due(facts)}). Wann kommt die Antwort?`,
    implementationOverdue: (facts) =>
      `${facts.who} sollte es getan haben (${due(facts)}). Was steht im Weg, und wann wird es getan?`,
    updateOverdue: (facts) => `${facts.who} sollte über den Fortschritt berichten (${due(facts)}). Wie weit ist es?`,
    verificationOverdue: (facts) =>
      `Die herausgebende Stelle sollte überprüfen, was ${facts.who} meldet (${due(facts)}). Wann sagt sie, was sie findet?`,
    deadlineMoved: ({ who, first, due, moves }) =>
      `Das Datum von ${who} verschob sich von ${first} auf ${due}, in ${moves === 1 ? "einem Schritt" : `${moves} Schritten`}. Warum, und wird es eingehalten?`,
    unverified: ({ who }) => `${who} sagt, dass alles getan ist. Wann überprüft es die herausgebende Stelle?`,
    responseAhead: ({ who, due }) => `${who} muss noch antworten (Frist ${due}). Kommt die Antwort rechtzeitig?`,
    ahead: ({ who, due }) => `${who} hat noch Zeit (Frist ${due}). Was ist schon getan?`,
    declined: ({ who, level }) => `${who} antwortete: ${level}. Gilt das noch, und was geschieht stattdessen?`,
    answerUnknown: ({ who }) => `Das Register sagt nicht, was ${who} antwortete. Was war es?`,
    withoutDate: ({ who }) => `Für das, was ${who} schuldet, gilt kein Datum. Bis wann wird es getan?`,
    closedAsDone: ({ level }) => `Sie wurde abgeschlossen: ${level}. Was hat sich seitdem in der Praxis geändert?`,
    closedOtherwise: ({ level }) => `Sie wurde abgeschlossen: ${level}. Was wurde aus dem, was gefordert war?`,
    nobody: () => "Das Register nennt niemanden, an den sie gerichtet ist. Wer steht dafür ein?",
    open: ({ who }) => `Wie weit ist ${who} heute?`,
  },
};
