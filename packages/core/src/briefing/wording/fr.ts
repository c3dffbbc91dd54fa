import type { BriefWording, QuestionFacts } from "./told.ts";

/** The date as the record tells it, such as a day or a year, and by how much it has passed. */
const due = ({ due, days = 0 }: QuestionFacts) =>
  `échéance : ${due}, dépassée de ${days === 1 ? "1 jour" : `${days} jours`}`;

export const fr: BriefWording = {
  asked: ({ body, report, published, to, times, first }) =>
    `${body} a fait cette recommandation dans le rapport ${report}${published ? ` du ${published}` : ""} à l'adresse de : ${to}${times > 1 ? ` ; elle a été demandée ${times} fois${first ? `, d'abord le ${first}` : ""}` : ""}.`,
  nobody: "personne que le registre nomme",
  more: (count) => `${count} de plus`,
  said: ({ who, position, reported }) =>
    `${who} – ${position} ; ${reported ? `dit : ${reported}` : "n'a rien communiqué"}`,
  found: ({ who, assessed, closed }) =>
    `${who} – ${assessed ? `l'organisme émetteur constate : ${assessed}` : "l'organisme émetteur n'a encore rien constaté"}${closed ? ` ; clôturée : ${closed}` : ""}`,
  overdue: (count, days) =>
    `${count === 1 ? "Une chose est" : `${count} choses sont`} en retard, ${count === 1 ? "de" : "la plus longue de"} ${days === 1 ? "1 jour" : `${days} jours`}.`,
  nothingOverdue: "Rien n'est en retard.",
  questions: {
    divergent: ({ who, level }) =>
      `${who} dit que tout est fait ; l'organisme émetteur constate : ${level}. Que reste-t-il à faire, et pour quand ?`,
    commitmentOverdue: (facts) =>
      `${facts.who} a promis « ${facts.what} » (${due(facts)}). Pourquoi n'est-ce pas fait, et quand le sera-ce ?`,
    responseOverdue: (facts) => `${facts.who} devait répondre (${due(facts)}). Quand la réponse viendra-t-elle ?`,
    implementationOverdue: (facts) =>
      `${facts.who} devait l'avoir fait (${due(facts)}). Qu'est-ce qui s'y oppose, et quand sera-ce fait ?`,
    updateOverdue: (facts) => `${facts.who} devait donner l'état d'avancement (${due(facts)}). Où en est-on ?`,
    verificationOverdue: (facts) =>
      `L'organisme émetteur devait vérifier ce que déclare ${facts.who} (${due(facts)}). Quand dira-t-il ce qu'il constate ?`,
    deadlineMoved: ({ who, first, due, moves }) =>
      `La date de ${who} a été reportée en ${moves === 1 ? "une fois" : `${moves} fois`} : d'abord ${first}, à présent ${due}. Pourquoi, et sera-t-elle tenue ?`,
    unverified: ({ who }) => `${who} dit que tout est fait. Quand l'organisme émetteur le vérifiera-t-il ?`,
    responseAhead: ({ who, due }) =>
      `${who} doit encore répondre (échéance : ${due}). La réponse viendra-t-elle à temps ?`,
    ahead: ({ who, due }) => `${who} a encore du temps (échéance : ${due}). Qu'est-ce qui est déjà fait ?`,
    declined: ({ who, level }) => `${who} a répondu : ${level}. Cela tient-il toujours, et que fait-on à la place ?`,
    answerUnknown: ({ who }) => `Le registre ne dit pas ce que ${who} a répondu. Qu'était-ce ?`,
    withoutDate: ({ who }) => `Aucune date ne vaut pour ce que doit ${who}. Pour quand sera-ce fait ?`,
    closedAsDone: ({ level }) => `Elle a été clôturée : ${level}. Qu'est-ce qui a changé en pratique depuis ?`,
    closedOtherwise: ({ level }) => `Elle a été clôturée : ${level}. Qu'est devenu ce qui était demandé ?`,
    nobody: () => "Le registre ne nomme personne à qui elle est adressée. Qui en répond ?",
    open: ({ who }) => `Où en est ${who} aujourd'hui ?`,
  },
};
