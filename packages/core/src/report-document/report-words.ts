import type { DocumentLanguage } from "../document/document.ts";
import { typesetAll } from "../wording/typeset.ts";

export type ReportWords = {
  subtitle: (year: number, published: string | undefined) => string;
  recommendations: string;
  to: (names: string) => string;
  by: (names: string) => string;
  illustrative: string;
  items: string;
  none: string;
  yes: string;
  no: string;
  heads: { reference: string; title: string; text: string; kind: string };
};

/** The words of a report that neither its writers nor the record have written. */
export const reportWords: Readonly<Record<DocumentLanguage, ReportWords>> = {
  en: {
    subtitle: (year, published) =>
      published === undefined ? `Report on ${year}: a draft` : `Report on ${year}, published on ${published}`,
    recommendations: "Recommendations",
    to: (names) => `To: ${names}`,
    by: (names) => `By ${names}`,
    illustrative: "Illustrative: invented, to show how a report looks.",
    items: "What was collected",
    none: "Nothing was collected.",
    yes: "yes",
    no: "no",
    heads: { reference: "Reference", title: "Title", text: "In short", kind: "Kind" },
  },
  nl: {
    subtitle: (year, published) =>
      published === undefined
        ? `Verslag over ${year}: een ontwerp`
        : `Verslag over ${year}, bekendgemaakt op ${published}`,
    recommendations: "Aanbevelingen",
    to: (names) => `Aan: ${names}`,
    by: (names) => `Door ${names}`,
    illustrative: "Illustratief: verzonnen, om te tonen hoe een verslag eruitziet.",
    items: "Wat verzameld werd",
    none: "Er werd niets verzameld.",
    yes: "ja",
    no: "nee",
    heads: { reference: "Referentie", title: "Titel", text: "In het kort", kind: "Soort" },
  },
  fr: typesetAll("fr", {
    subtitle: (year: number, published: string | undefined) =>
      published === undefined ? `Rapport sur ${year} : un projet` : `Rapport sur ${year}, publié le ${published}`,
    recommendations: "Recommandations",
    to: (names: string) => `À : ${names}`,
    by: (names: string) => `Par ${names}`,
    illustrative: "Illustratif : inventé, pour montrer à quoi ressemble un rapport.",
    items: "Ce qui a été recueilli",
    none: "Rien n'a été recueilli.",
    yes: "oui",
    no: "non",
    heads: { reference: "Référence", title: "Titre", text: "En bref", kind: "Sorte" },
  }),
  de: {
    subtitle: (year, published) =>
      published === undefined
        ? `Bericht über ${year}: ein Entwurf`
        : `Bericht über ${year}, veröffentlicht am ${published}`,
    recommendations: "Empfehlungen",
    to: (names) => `An: ${names}`,
    by: (names) => `Von ${names}`,
    illustrative: "Veranschaulichend: erfunden, um zu zeigen, wie ein Bericht aussieht.",
    items: "Was gesammelt wurde",
    none: "Es wurde nichts gesammelt.",
    yes: "ja",
    no: "nein",
    heads: { reference: "Zeichen", title: "Titel", text: "In Kürze", kind: "Art" },
  },
};
