import type { DocumentLanguage } from "../document/document.ts";
import { typesetAll } from "../wording/typeset.ts";

export type ReportWords = {
  subtitle: (year: number, published: string | undefined) => string;
  recommendations: string;
  to: (names: string) => string;
  by: (names: string) => string;
  illustrative: string;
  /** Of a section that is read in another language than its authentic one. */
  translated: (authentic: string) => string;
  stale: (authentic: string) => string;
  onlyIn: (authentic: string) => string;
  languages: Readonly<Record<string, string>>;
  items: string;
  none: string;
  yes: string;
  no: string;
  /** Below a table of numbers, where a star stands. */
  suppressed: string;
  source: string;
  /** In the place of a block that names something that was withdrawn or made confidential since. */
  notThere: string;
  total: string;
  byYear: (series: string) => string;
  byYearTold: (series: string, numbers: string) => string;
  heads: { reference: string; title: string; text: string; kind: string; year: string };
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
    translated: (authentic) => `A translation: the authentic text is in ${authentic}.`,
    stale: (authentic) => `A translation that is older than the authentic text in ${authentic}.`,
    onlyIn: (authentic) => `Only in ${authentic}.`,
    languages: { nl: "Dutch", fr: "French", de: "German", en: "English" },
    items: "What was collected",
    none: "Nothing was collected.",
    yes: "yes",
    no: "no",
    suppressed: "* Not published: a small number, or one that would betray it.",
    source: "Source",
    notThere: "What stood here is not public any more.",
    total: "Total",
    byYear: (series) => `${series}: the total of each year`,
    byYearTold: (series, numbers) => `Columns for the total of each year of "${series}": ${numbers}.`,
    heads: { reference: "Reference", title: "Title", text: "In short", kind: "Kind", year: "Year" },
  },
  nl: {
    subtitle: (year, published) =>
      published === undefined
        ? `Verslag over ${year}: een ontwerp`
        : `Verslag over ${year}, gepubliceerd op ${published}`,
    recommendations: "Aanbevelingen",
    to: (names) => `Aan: ${names}`,
    by: (names) => `Door ${names}`,
    illustrative: "Illustratief: verzonnen, om te tonen hoe een verslag eruitziet.",
    translated: (authentic) => `Een vertaling: de authentieke tekst is in het ${authentic}.`,
    stale: (authentic) => `Een vertaling die ouder is dan de authentieke tekst in het ${authentic}.`,
    onlyIn: (authentic) => `Alleen in het ${authentic}.`,
    languages: { nl: "Nederlands", fr: "Frans", de: "Duits", en: "Engels" },
    items: "Wat verzameld werd",
    none: "Er werd niets verzameld.",
    yes: "ja",
    no: "nee",
    suppressed: "* Niet gepubliceerd: een klein getal, of een getal dat het zou verraden.",
    source: "Bron",
    notThere: "Wat hier stond, is niet meer openbaar.",
    total: "Totaal",
    byYear: (series) => `${series}: het totaal van elk jaar`,
    byYearTold: (series, numbers) => `Kolommen voor het totaal van elk jaar van "${series}": ${numbers}.`,
    heads: { reference: "Referentie", title: "Titel", text: "In het kort", kind: "Soort", year: "Jaar" },
  },
  fr: typesetAll("fr", {
    subtitle: (year: number, published: string | undefined) =>
      published === undefined ? `Rapport sur ${year} : un projet` : `Rapport sur ${year}, publié le ${published}`,
    recommendations: "Recommandations",
    to: (names: string) => `À : ${names}`,
    by: (names: string) => `Par ${names}`,
    illustrative: "Illustratif : inventé, pour montrer à quoi ressemble un rapport.",
    translated: (authentic: string) => `Traduction : le texte qui fait foi est en ${authentic}.`,
    stale: (authentic: string) => `Traduction plus ancienne que le texte qui fait foi, en ${authentic}.`,
    onlyIn: (authentic: string) => `Seulement en ${authentic}.`,
    languages: { nl: "néerlandais", fr: "français", de: "allemand", en: "anglais" },
    items: "Ce qui a été recueilli",
    none: "Rien n'a été recueilli.",
    yes: "oui",
    no: "non",
    suppressed: "* Non publié : un petit nombre, ou un nombre qui le trahirait.",
    source: "Source",
    notThere: "Ce qui figurait ici n’est plus public.",
    total: "Total",
    byYear: (series: string) => `${series} : le total de chaque année`,
    byYearTold: (series: string, numbers: string) =>
      `Colonnes pour le total de chaque année de « ${series} » : ${numbers}.`,
    heads: { reference: "Référence", title: "Titre", text: "En bref", kind: "Sorte", year: "Année" },
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
    translated: (authentic) => `Eine Übersetzung: der maßgebliche Text ist auf ${authentic}.`,
    stale: (authentic) => `Eine Übersetzung, die älter ist als der maßgebliche Text auf ${authentic}.`,
    onlyIn: (authentic) => `Nur auf ${authentic}.`,
    languages: { nl: "Niederländisch", fr: "Französisch", de: "Deutsch", en: "Englisch" },
    items: "Was gesammelt wurde",
    none: "Es wurde nichts gesammelt.",
    yes: "ja",
    no: "nein",
    suppressed: "* Nicht veröffentlicht: eine kleine Zahl, oder eine, die sie verraten würde.",
    source: "Quelle",
    notThere: "Was hier stand, ist nicht mehr öffentlich.",
    total: "Insgesamt",
    byYear: (series) => `${series}: die Summe jedes Jahres`,
    byYearTold: (series, numbers) => `Säulen für die Summe jedes Jahres von „${series}“: ${numbers}.`,
    heads: { reference: "Zeichen", title: "Titel", text: "In Kürze", kind: "Art", year: "Jahr" },
  },
};
