import type { DocumentLanguage } from "../document/document.ts";
import { typesetAll } from "../wording/typeset.ts";

export type ReplyWords = {
  title: (organization: string) => string;
  subtitle: (day: string) => string;
  about: string;
  lead: (organization: string, count: number) => string;
  report: (reference: string, body: string) => string;
  measures: string;
  none: string;
  position: string;
  promised: (what: string, by: string | undefined) => string;
  level: (year: number) => string;
  evidence: string;
  owed: (kinds: string) => string;
};

/** The words of a reply, besides those of who answers. */
export const replyWords: Readonly<Record<DocumentLanguage, ReplyWords>> = {
  en: {
    title: (organization) => `Reply of ${organization}`,
    about: "About this reply",
    subtitle: (day) => `What was answered and done by ${day}`,
    lead: (organization, count) =>
      `${organization} answers for ${count === 1 ? "one recommendation" : `${count} recommendations`}. Each stands here as it was asked, with the measures taken in the words of who answers.`,
    report: (reference, body) => `Report ${reference} of ${body}`,
    measures: "Measures taken",
    none: "Nothing is recorded.",
    position: "Position",
    promised: (what, by) => (by === undefined ? `Promised: ${what}` : `Promised by ${by}: ${what}`),
    level: (year) => `State of ${year}`,
    evidence: "Evidence",
    owed: (kinds) => `Still owed: ${kinds}.`,
  },
  nl: {
    title: (organization) => `Antwoord van ${organization}`,
    about: "Over dit antwoord",
    subtitle: (day) => `Wat tot en met ${day} geantwoord en gedaan werd`,
    lead: (organization, count) =>
      `${organization} staat in voor ${count === 1 ? "één aanbeveling" : `${count} aanbevelingen`}. Elke aanbeveling staat hier zoals ze gedaan werd, met de genomen maatregelen in de woorden van wie antwoordt.`,
    report: (reference, body) => `Verslag ${reference} van ${body}`,
    measures: "Genomen maatregelen",
    none: "Er is niets ingevoerd.",
    position: "Standpunt",
    promised: (what, by) => (by === undefined ? `Beloofd: ${what}` : `Beloofd tegen ${by}: ${what}`),
    level: (year) => `Stand over ${year}`,
    evidence: "Bewijsstukken",
    owed: (kinds) => `Nog verschuldigd: ${kinds}.`,
  },
  fr: typesetAll("fr", {
    title: (organization: string) => `Réponse : ${organization}`,
    about: "À propos de cette réponse",
    subtitle: (day: string) => `Ce qui a été répondu et fait jusqu'au ${day}`,
    lead: (organization: string, count: number) =>
      `${organization} répond de ${count === 1 ? "une recommandation" : `${count} recommandations`}. Chacune figure ici telle qu'elle a été faite, avec les mesures prises dans les mots de qui répond.`,
    report: (reference: string, body: string) => `Rapport ${reference} : ${body}`,
    measures: "Mesures prises",
    none: "Rien n'est enregistré.",
    position: "Position",
    promised: (what: string, by: string | undefined) =>
      by === undefined ? `Promis : ${what}` : `Promis pour le ${by} : ${what}`,
    level: (year: number) => `État pour ${year}`,
    evidence: "Preuves",
    owed: (kinds: string) => `Encore dû : ${kinds}.`,
  }),
  de: {
    title: (organization) => `Antwort von ${organization}`,
    about: "Zu dieser Antwort",
    subtitle: (day) => `Was bis zum ${day} geantwortet und getan wurde`,
    lead: (organization, count) =>
      `${organization} verantwortet ${count === 1 ? "eine Empfehlung" : `${count} Empfehlungen`}. Jede steht hier, wie sie gemacht wurde, mit den getroffenen Maßnahmen in den Worten derer, die antworten.`,
    report: (reference, body) => `Bericht ${reference} von ${body}`,
    measures: "Getroffene Maßnahmen",
    none: "Es ist nichts erfasst.",
    position: "Standpunkt",
    promised: (what, by) => (by === undefined ? `Zugesagt: ${what}` : `Zugesagt bis ${by}: ${what}`),
    level: (year) => `Stand für ${year}`,
    evidence: "Belege",
    owed: (kinds) => `Noch geschuldet: ${kinds}.`,
  },
};
