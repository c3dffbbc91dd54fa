import type { WorkbookMessages } from "./en.ts";

export const workbookFr: WorkbookMessages = {
  "workbook.title": "Répondre par un classeur",
  "workbook.text":
    "Pour qui connaît les réponses et n'a pas de compte : envoyez le classeur par courrier électronique, et introduisez-le quand il revient rempli.",
  "workbook.out": "Prendre le classeur",
  "workbook.of": "{name} (Excel, au {day})",
  "workbook.in": "L'introduire",
  "workbook.file": "Le classeur qui est revenu",
  "workbook.file.hint":
    "Un classeur Excel (.xlsx). Vous voyez d'abord ce que deviendrait chaque ligne ; rien n'est encore mis en projet.",
  "workbook.check": "Le regarder",
  "workbook.missing": "Choisissez le classeur qui est revenu.",
  "workbook.gone": "Le fichier n'est plus là : choisissez-le à nouveau.",
  "workbook.report": "Ce que deviendrait {name}",
  "workbook.would":
    "{drafts, plural, =0 {Aucun projet ne serait fait.} one {# projet serait fait.} other {# projets seraient faits.}}",
  "workbook.made":
    "{drafts, plural, =0 {Aucun nouveau projet n'a été fait.} one {# projet a été fait.} other {# projets ont été faits.}}",
  "workbook.faulty":
    "{rows, plural, one {# ligne ne peut être prise : corrigez-la dans le fichier et introduisez-le à nouveau, ou laissez-la de côté.} other {# lignes ne peuvent être prises : corrigez-les dans le fichier et introduisez-le à nouveau, ou laissez-les de côté.}}",
  "workbook.fault": "{sheet}, ligne {row}, {column} : {value}{detail}",
  "workbook.row": "ligne {row} ({reference})",
  "workbook.left": "Laissé de côté",
  "workbook.warnings": "À regarder",
  "workbook.take": "{drafts, plural, one {Faire le projet} other {Faire les # projets}}",
  "workbook.takeOthers":
    "{drafts, plural, one {Faire le projet, sans les lignes fautives} other {Faire les # projets, sans les lignes fautives}}",
  "workbook.again": "Un autre fichier",
};
