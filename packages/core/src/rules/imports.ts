import { label } from "../label.ts";
import type { Rule } from "./rule.ts";

/** What comes from files. */
export const importRules = {
  R64: {
    title: label(
      "Entries from a file",
      "Les entrées d'un fichier",
      "Vermeldingen uit een bestand",
      "Einträge aus einer Datei",
    ),
    text: label(
      'What a file brings keeps its source. The rules on second readers, reasons and methods bind new acts only. "Not recorded", "answered, not stated" and "cannot be told" exist for files alone, and what is absent stays absent, with its reason.',
      "Ce qu'un fichier apporte garde sa source. Les règles sur le second lecteur, la raison et la méthode ne lient que les nouveaux actes. « Non consignée », « réponse sans position connue » et « indéterminée » n'existent que pour les fichiers, et ce qui est absent reste absent, avec sa raison.",
      'Wat een bestand brengt, houdt zijn bron. De regels over tweede lezer, reden en methode binden alleen nieuwe handelingen. "Niet vastgelegd", "beantwoord, standpunt niet vermeld" en "niet te bepalen" bestaan alleen voor bestanden, en wat ontbreekt, blijft ontbreken, met de reden.',
      "Was eine Datei bringt, behält seine Quelle. Die Regeln zu zweitem Leser, Grund und Methode binden nur neue Schritte. „Nicht festgehalten“, „Standpunkt nicht angegeben“ und „nicht feststellbar“ gibt es nur für Dateien, und was fehlt, fehlt weiter, mit seinem Grund.",
    ),
    source: "decided here",
    function: "core/mapping/reading/map-row.ts#mapRow",
    test: "core/acts/entry-rules.test.ts#of what a file brought in mends one thing and need not mend the others",
  },
  R65: {
    title: label(
      "A known reference with another text",
      "Une référence connue avec un autre texte",
      "Een bekende referentie met een andere tekst",
      "Eine bekannte Kennung mit anderem Text",
    ),
    text: label(
      "A file that brings a known reference with another content is refused, unless corrections are accepted. Then it is a new version, and the old one is kept.",
      "Un fichier qui apporte une référence connue avec un autre contenu est refusé, sauf si les corrections sont acceptées. C'est alors une nouvelle version, et l'ancienne est conservée.",
      "Een bestand dat een bekende referentie met een andere inhoud brengt, wordt geweigerd, tenzij correcties worden aanvaard. Dan is het een nieuwe versie, en de oude blijft bewaard.",
      "Eine Datei, die eine bekannte Kennung mit anderem Inhalt bringt, wird abgelehnt, außer Korrekturen werden angenommen. Dann ist es eine neue Fassung, und die alte wird aufbewahrt.",
    ),
    source: "decided here",
    function: "store/import/write-corrections.ts#writeCorrections",
    test: "store/import-rows.test.ts#a known reference with another text rejects the whole file, with its place",
  },
  R66: {
    title: label(
      "A row without a reference",
      "Une ligne sans référence",
      "Een rij zonder referentie",
      "Eine Zeile ohne Kennung",
    ),
    text: label(
      "A row whose reference is blank or stands on several rows is known by what it asks of whom; rows that ask the same are told apart by what else they say, and only then by their order. The same rows again, in any order, change nothing.",
      "Une ligne dont la référence est vide ou figure sur plusieurs lignes est reconnue à ce qu'elle demande et à qui; des lignes qui demandent la même chose se distinguent par ce qu'elles disent d'autre, et seulement ensuite par leur ordre. Les mêmes lignes à nouveau, dans n'importe quel ordre, ne changent rien.",
      "Een rij waarvan de referentie leeg is of op meerdere rijen staat, is herkenbaar aan wat ze van wie vraagt; rijen die hetzelfde vragen, verschillen in wat ze verder zeggen, en pas daarna in hun volgorde. Dezelfde rijen opnieuw, in welke volgorde ook, veranderen niets.",
      "Eine Zeile, deren Kennung leer ist oder auf mehreren Zeilen steht, erkennt man daran, was sie von wem verlangt; Zeilen, die dasselbe verlangen, unterscheiden sich durch das, was sie sonst sagen, und erst dann durch ihre Reihenfolge. Dieselben Zeilen erneut, in beliebiger Reihenfolge, ändern nichts.",
    ),
    source: "decided here",
    function: "store/import/write-rows.ts#keyRows",
    test: "store/import-rows.test.ts#keys rows without a reference, or with a repeated one, by their content and its occurrence",
  },
  R67: {
    title: label(
      "The encoding of a file",
      "L'encodage d'un fichier",
      "De codering van een bestand",
      "Die Kodierung einer Datei",
    ),
    text: label(
      "A file of text has a byte-order mark or is valid UTF-8; otherwise its mapping names the encoding. Nothing is guessed.",
      "Un fichier texte a une marque d'ordre des octets ou est de l'UTF-8 valide ; sinon, sa table de correspondance nomme l'encodage. Rien n'est deviné.",
      "Een tekstbestand heeft een byte-order mark of is geldige UTF-8; anders noemt de mapping de codering. Er wordt niets geraden.",
      "Eine Textdatei hat eine Bytereihenfolge-Marke oder ist gültiges UTF-8; sonst nennt ihre Zuordnung die Kodierung. Nichts wird geraten.",
    ),
    source: "decided here",
    function: "files/source/decoded-text.ts#decodedText",
    test: "files/read-csv.test.ts#a file that is neither marked nor UTF-8 must be named, and the error tells the line",
  },
  R68: {
    title: label(
      "A newer file of the same source",
      "Un fichier plus récent de la même source",
      "Een nieuwer bestand van dezelfde bron",
      "Eine neuere Datei derselben Quelle",
    ),
    text: label(
      "The import of a newer file adds what is new, says what has vanished, and deletes nothing. Where an edition listed something without an answer, there was no answer on its day, whatever comes later.",
      "L'importation d'un fichier plus récent ajoute ce qui est nouveau, dit ce qui a disparu et n'efface rien. Ce qu'une édition montrait sans réponse était absent ce jour-là, quoi qu'il vienne ensuite.",
      "De import van een nieuwer bestand voegt toe wat nieuw is, zegt wat verdwenen is en wist niets. Wat een editie zonder antwoord toonde, ontbrak op die dag, wat er later ook komt.",
      "Der Import einer neueren Datei fügt hinzu, was neu ist, sagt, was verschwunden ist, und löscht nichts. Was eine Ausgabe ohne Antwort zeigte, fehlte an diesem Tag, was auch später kommt.",
    ),
    source: "decided here (docs/decisions/0022)",
    function: "core/import/compare-edition.ts#compareEdition",
    test: "store/import-editions.test.ts#adds what is new, tells what vanished, and deletes nothing",
  },
} as const satisfies Record<string, Rule>;
