import type { DocumentLanguage } from "@heed/core/document/document";

type OwnWords = { contents: string; table: string; chart: string; notes: string; back: string; situation: string };

/** What a writer adds to what a document says. */
export const ownWords: Readonly<Record<DocumentLanguage, OwnWords>> = {
  nl: {
    contents: "Inhoud",
    table: "Tabel",
    chart: "Figuur",
    notes: "Noten",
    back: "Terug naar de tekst",
    situation: "Toestand op",
  },
  fr: {
    contents: "Table des matières",
    table: "Tableau",
    chart: "Figure",
    notes: "Notes",
    back: "Retour au texte",
    situation: "Situation au",
  },
  de: {
    contents: "Inhalt",
    table: "Tabelle",
    chart: "Abbildung",
    notes: "Anmerkungen",
    back: "Zurück zum Text",
    situation: "Stand am",
  },
  en: {
    contents: "Contents",
    table: "Table",
    chart: "Figure",
    notes: "Notes",
    back: "Back to the text",
    situation: "Situation on",
  },
};

/** The locale of each language: hyphenation and spelling follow it. */
export const locales = { nl: "nl-BE", fr: "fr-BE", de: "de-BE", en: "en-GB" } as const;
