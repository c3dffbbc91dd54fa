import type { SectionMessages } from "./en.ts";

export const sectionsDe: SectionMessages = {
  "section.list": "Was der Bericht sagt",
  "section.list.text":
    "Seine Abschnitte in ihrer Reihenfolge. Nur was endgültig ist, wird mit dem Bericht veröffentlicht.",
  "section.new": "Einen neuen Abschnitt schreiben",
  "section.stale": "älter als der verbindliche Text: {language}",
  "section.reference": "Zeichen",
  "section.reference.hint": "Kurz, wie rechtsprechung. Kein anderer Abschnitt des Berichts hat es.",
  "section.kind": "Art",
  "section.kind.hint": "Wovon er handelt, in Ihren eigenen Worten, wie Rechtsprechung.",
  "section.parent": "Teil von",
  "section.parent.none": "nichts: er steht oben",
  "section.position": "Platz",
  "section.position.hint": "Eine Zahl: die kleinste kommt zuerst. Leer: der letzte.",
  "section.authentic": "Verbindliche Sprache",
  "section.title": "Titel",
  "section.text": "Text",
  "section.text.hint":
    "Eine leere Zeile zwischen Absätzen, # vor einer Überschrift, - vor einem Punkt einer Liste, *Betonung*, **fett**. Ein Block, der mit ```heed items kind=judgment beginnt, kommt aus den Daten.",
  "section.checked": "Ich habe {language} mit dem verbindlichen Text verglichen, und es stimmt",
  "section.authors": "Verfasser",
  "section.state": "Wie weit er ist",
  "section.state.hint":
    "Was endgültig ist, wird mit dem Bericht veröffentlicht, oder sofort, wenn der Bericht veröffentlicht ist.",
  "section.keep": "Speichern",
  "section.withdraw": "Zurückziehen",
  "section.reason": "Warum er nicht mehr zum Bericht gehört",
  "report.sections": "Schreiben, was der Bericht sagt",
};
